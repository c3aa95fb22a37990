import type { Finding, IvolunteerMapping, SkippedRow } from '@jiedui/shared/hours';
import { useInvalidate } from '@refinedev/core';
import { useState } from 'react';
import { type ApiError, toApiError } from '../../providers/errors';
import { http } from '../../providers/http';

type RowKind = 'new' | 'changed' | 'unchanged' | 'repeated';

export type PreviewRow = {
  row: number;
  kind: RowKind;
  activityNumber: string;
  activityTitle: string;
  personName: string;
  maskedId: string;
  day: string | null;
  minutes: number | null;
  findings: Finding[];
};

export type Counts = Record<RowKind | 'unmatched' | 'newPeople', number>;

export type ExportPreview = {
  encoding: string | null;
  headings: string[];
  mapping: IvolunteerMapping;
  saved: { name: string } | null;
  counts: Counts;
  skipped: SkippedRow[];
  rows: PreviewRow[];
};

/** How the export is to come in, beside how its columns are read. */
export type Wanted = { addPeople: boolean; formName: string };

/**
 * An export that is looked at and then brought in. The file stays in the browser until then and is sent again to be
 * written, so that no whole identity number lies about on the server.
 */
export function useExport() {
  const readAgain = useInvalidate();
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<ExportPreview | null>(null);
  const [done, setDone] = useState<Counts | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);

  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (thrown) {
      setError(toApiError(thrown));
    } finally {
      setBusy(false);
    }
  };

  const formOf = (chosen: File, mapping: IvolunteerMapping | null, more: Record<string, string> = {}) => {
    const form = new FormData();
    if (mapping) form.append('mapping', JSON.stringify(mapping));
    for (const [name, value] of Object.entries(more)) form.append(name, value);
    form.append('file', chosen);
    return form;
  };

  const look = (chosen: File, mapping: IvolunteerMapping | null) =>
    run(async () => {
      setFile(chosen);
      const { data } = await http.post<{ data: ExportPreview }>(
        '/hours/ivolunteer/preview',
        formOf(chosen, mapping),
      );
      setPreview(data.data);
    });

  const commit = ({ addPeople, formName }: Wanted) =>
    run(async () => {
      if (!file || !preview) return;
      const form = formOf(file, preview.mapping, { addPeople: String(addPeople), formName });
      const { data } = await http.post<{ data: { counts: Counts } }>('/hours/ivolunteer', form);
      setDone(data.data.counts);
      await readAgain({ invalidates: ['all'] });
    });

  const again = () => {
    setFile(null);
    setPreview(null);
    setDone(null);
    setError(null);
  };

  return { file, preview, done, error, busy, look, commit, again };
}
