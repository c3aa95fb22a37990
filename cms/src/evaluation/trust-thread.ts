import { parentPort, workerData } from 'node:worker_threads';
import { runToEnd } from '@jiedui/shared/reliability';
import { trustOf } from '@jiedui/shared/round';
import type { Rubric, SourceCode } from '@jiedui/shared/rubric';
import type { Entries, Moderated, Sheet } from '@jiedui/shared/scoring';

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

function sheetOf({ id, rater, entries, moderated }: StoredSheet, source: SourceCode): Sheet | null {
  if (entries === null) return null;
  const sheet = { id, evaluatorId: rater, source, entries: JSON.parse(entries) as Entries };
  return moderated === null ? sheet : { ...sheet, moderated: JSON.parse(moderated) as Moderated };
}

function work(
  { rubric, source, seed, threshold, sheets }: TrustWork,
  tell: (message: TrustMessage) => void,
): void {
  const asked = sheets.map((stored) => ({
    unit: stored.unit,
    rater: stored.rater,
    recused: stored.recused,
    // Parsed when its turn comes: all at once they would fill the memory.
    get sheet() {
      return sheetOf(stored, source);
    },
  }));
  const trust = runToEnd(trustOf(rubric, asked, { seed, threshold }), (done, of) => tell({ done, of }));
  tell({ trust: JSON.stringify(trust) });
}

const port = parentPort;
if (port) work(workerData as TrustWork, (message) => port.postMessage(message));
