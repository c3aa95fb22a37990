import type { Rubric } from '@jiedui/shared/rubric';
import { useAccess } from '../../providers/access';
import type { Connection } from '../../ui/connection-notice';
import { useRead } from '../../ui/use-read';
import type { FigureTally } from './figure-progress';
import type { SourceTally } from './source-progress';

type RoundProgress = {
  assignments: number;
  submitted: number;
  recused: number;
  connection: Connection;
  bySource: SourceTally[];
  figures: FigureTally[];
  missingSource: Rubric['missingSource'] | null;
  byEvaluator: {
    evaluator: { documentId: string; displayName: string };
    total: number;
    submitted: number;
    recused: number;
  }[];
};

/** How much of a round is in, for those who read whole rounds. */
export function useProgress(round: string) {
  const { has } = useAccess();
  return useRead<RoundProgress>(`/rounds/${round}/progress`, {}, { enabled: has('readSummary') });
}
