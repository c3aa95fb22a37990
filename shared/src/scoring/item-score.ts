import type { Dec } from '../decimal';
import type { ItemRole } from '../rubric';
import type { Words } from '../text/words';
import type { MissingState } from './missing';

/** The outcome of one item while it is being computed. */
export interface ItemCalc {
  code: string;
  role: ItemRole;
  /**
   * Points. Earned (`regular`, `bonus`: ≥ 0) or taken away (`pool`, `penalty`: ≤ 0). Null: no score, see `missing`.
   * A veto has no points.
   */
  value: Dec | null;
  max: Dec;
  missing?: MissingState;
  triggered?: boolean;
  /** Machine key of the rule that made the number. */
  rule: string;
  words: Words;
}

/** What a rule returns: the points (never negative: a deduction says how much is taken) and how they came about. */
export interface Ruling {
  value: Dec;
  rule: string;
  words: Words;
}

/** A rule found nothing to judge. */
export interface NoRuling {
  missing: MissingState;
}
