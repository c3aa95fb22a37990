import type { Words } from '@jiedui/shared/text';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { type ApiError, toApiError } from '../../providers/errors';
import { http } from '../../providers/http';

export const KINDS = ['new', 'changed', 'unchanged', 'wrong'] as const;
export type Kind = (typeof KINDS)[number];

export type SheetCounts = { sheet: string; label: Words } & Record<Kind, number>;

export type Job = {
  id: string;
  fileName: string;
  state: 'reading' | 'checking' | 'ready' | 'committing' | 'done' | 'failed' | 'cancelled';
  progress: { done: number; total: number };
  sheets: SheetCounts[];
  notices: { sheet: string; words: Words }[];
  accounts: number;
  error: { code: string; message: string } | null;
};

export type RowPreview = {
  sheet: string;
  row: number;
  kind: Kind;
  label: string;
  changes: Record<string, [unknown, unknown]>;
  errors: { column: string; code: string; found: string; expected: Words }[];
  notes?: Words[];
};

const WORKING: readonly Job['state'][] = ['reading', 'checking', 'committing'];
const PACE = 600;

export const isWorking = (job: Job | null): boolean => job !== null && WORKING.includes(job.state);
export const totalOf = (job: Job, kind: Kind): number =>
  job.sheets.reduce((sum, sheet) => sum + sheet[kind], 0);

const mayPass = ({ code, statusCode }: ApiError): boolean => code === 'NETWORK' || statusCode >= 500;

async function readJob(id: string): Promise<Job> {
  const { data } = await http.get<{ data: Job }>(`/imports/${id}`);
  return data.data;
}

/** The import in the address: asked again while it works, so that a closed tab finds it as it left it. */
export function useImport() {
  const [params, setParams] = useSearchParams();
  const id = params.get('job');
  const [job, setJob] = useState<Job | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const [failures, setFailures] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: after a failure the job is asked how it stands
  useEffect(() => {
    if (!id) {
      setJob(null);
      return;
    }
    let stopped = false;
    let timer: ReturnType<typeof setTimeout>;
    const ask = async () => {
      try {
        const now = await readJob(id);
        if (stopped) return;
        setJob(now);
        if (isWorking(now)) timer = setTimeout(ask, PACE);
        setError((before) => (before && mayPass(before) ? null : before));
      } catch (thrown) {
        if (stopped) return;
        const refusal = toApiError(thrown);
        setError(refusal);
        // The job goes on at the server while the connection is away.
        if (mayPass(refusal)) timer = setTimeout(ask, PACE * 5);
      }
    };
    void ask();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [id, failures]);

  async function run(work: () => Promise<Job>): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      const next = await work();
      setJob(next);
      setParams({ job: next.id }, { replace: true });
    } catch (thrown) {
      setError(toApiError(thrown));
      // A refused commit may have ended the job, or go on unheard: its buttons must not offer what is over.
      setFailures((before) => before + 1);
    } finally {
      setBusy(false);
    }
  }

  return {
    job,
    error,
    busy,
    send: (file: File) => {
      const form = new FormData();
      form.append('file', file);
      return run(async () => (await http.post<{ data: Job }>('/imports', form)).data.data);
    },
    commit: (withoutWrong: boolean) =>
      run(
        async () =>
          (await http.post<{ data: Job }>(`/imports/${id}/commit`, { data: { withoutWrong } })).data.data,
      ),
    cancel: () => run(async () => (await http.post<{ data: Job }>(`/imports/${id}/cancel`, {})).data.data),
    again: () => {
      setError(null);
      setParams({}, { replace: true });
    },
  };
}
