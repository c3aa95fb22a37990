import { useEffect, useMemo, useState } from 'react';
import { ifMatch } from '../../providers/data';
import { http } from '../../providers/http';
import { currentLocale } from '../../providers/i18n';
import { asRow, type Row } from '../../providers/row';
import { PATIENCE } from '../../providers/send-once';
import { useSession } from '../../providers/session';
import { DraftSaver } from '../../ui/draft/draft-saver';
import { DraftStore } from '../../ui/draft/draft-store';
import { dropDraft, type KeptDraft, keepDraft, readDraft } from '../../ui/draft/kept-draft';
import { contentOf, REPORT_SHAPE, type ReportContent, reportProblems } from './report-content';

export type Report = { store: DraftStore<ReportContent>; saver: DraftSaver<ReportContent> };

type Draft = KeptDraft<ReportContent>;

async function readRow(url: string): Promise<Row> {
  const { data } = await http.get<{ data: unknown }>(url);
  const row = asRow(data.data);
  if (!row) throw new Error(`${url} answered without a record`);
  return row;
}

function newReport(row: Row, key: string, draft: Draft | null): Report {
  const url = `/activities/${row.id}`;
  const store = new DraftStore(draft?.content ?? contentOf(row));
  const saver: DraftSaver<ReportContent> = new DraftSaver<ReportContent>(
    REPORT_SHAPE,
    store,
    draft?.rev ?? Number(row.rev),
    {
      check: (content) => reportProblems(row, content, currentLocale()),
      async send(content, rev) {
        const options = { headers: ifMatch(rev), timeout: PATIENCE };
        const { data } = await http.put<{ data: { rev: number } }>(url, { data: content }, options);
        return data.data.rev;
      },
      async load() {
        const now = await readRow(url);
        return { ...contentOf(now), rev: Number(now.rev) };
      },
      keep: (content, rev) => keepDraft(key, { content, rev, base: saver.base() }),
      drop: () => dropDraft(key),
    },
    draft ? draft.base : contentOf(row),
  );
  return { store, saver };
}

/** A report that saves itself, from what this device still has of it; null until that is known. */
export function useReport(row: Row): Report | null {
  const { actor } = useSession();
  const key = `${actor.documentId}|${row.id}`;
  const [found, setFound] = useState<{ key: string; draft: Draft | null } | null>(null);
  useEffect(() => {
    let gone = false;
    void readDraft<ReportContent>(key).then((draft) => gone || setFound({ key, draft }));
    return () => {
      gone = true;
    };
  }, [key]);
  const draft = found?.key === key ? found : null;
  // What is on the screen is not made anew when the record is read again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the record as it was when the report was opened
  const report = useMemo(() => draft && newReport(row, key, draft.draft), [key, draft]);
  useEffect(() => {
    if (!report || !draft) return;
    const { store, saver } = report;
    const unsubscribe = store.subscribe(saver.changed);
    if (draft.draft) saver.changed();
    const online = () => void saver.flush();
    window.addEventListener('online', online);
    return () => {
      unsubscribe();
      window.removeEventListener('online', online);
      void saver.flush().finally(() => saver.stop());
    };
  }, [report, draft]);
  return report;
}
