import { parentPort, workerData } from 'node:worker_threads';
import { runToEnd } from '@jiedui/shared/reliability';
import { trustOf } from '@jiedui/shared/round';
import type { Rubric, SourceCode } from '@jiedui/shared/rubric';
import type { Entries, Moderated } from '@jiedui/shared/scoring';

/** A sheet as the database has it: its entries are read here, not where others wait. */
export type StoredSheet = {
  id: string;
  unit: string;
  rater: string;
  entries: string | null;
  moderated: string | null;
  recused: boolean;
};

export type TrustWork = {
  rubric: Rubric;
  source: SourceCode;
  seed: string;
  /** Percent of the points above which evaluators are listed as apart. */
  threshold: number;
  sheets: StoredSheet[];
};

/** What the thread tells while it works, and at the end. */
export type TrustMessage = { done: number; of: number } | { trust: string };

function work(
  { rubric, source, seed, threshold, sheets }: TrustWork,
  tell: (message: TrustMessage) => void,
): void {
  const asked = sheets.map(({ id, unit, rater, entries, moderated, recused }) => ({
    unit,
    rater,
    recused,
    sheet:
      entries === null
        ? null
        : {
            id,
            evaluatorId: rater,
            source,
            entries: JSON.parse(entries) as Entries,
            ...(moderated === null ? {} : { moderated: JSON.parse(moderated) as Moderated }),
          },
  }));
  const trust = runToEnd(trustOf(rubric, asked, { seed, threshold }), (done, of) => tell({ done, of }));
  tell({ trust: JSON.stringify(trust) });
}

const port = parentPort;
if (port) work(workerData as TrustWork, (message) => port.postMessage(message));
