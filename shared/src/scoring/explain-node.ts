import type { Words } from '../text/words';
import type { Coverage } from './coverage';
import type { Entry } from './entries';
import type { MissingState } from './missing';

export type ExplainKind =
  | 'total'
  | 'source'
  | 'sheets'
  | 'sheetTotal'
  | 'dimension'
  | 'indicator'
  | 'sheet'
  | 'bonus'
  | 'penalty'
  | 'veto';

/**
 * One number of a result and how it came about. Plain JSON. From the total down: source → dimension → indicator →
 * sheet (with the evaluator's entry and comment); beside the dimensions of a source stand its sheets' totals.
 */
export interface ExplainNode {
  kind: ExplainKind;
  /** Code of the source, dimension or indicator, id of the sheet. Unique among its siblings. */
  key: string;
  label: Words;
  /** Points, exact text; null: no score. */
  value: string | null;
  /** The value rounded to the rubric's digits. */
  shown: string | null;
  max?: string;
  /** Weight in percent (source), or part kept after dropping high and low, 0…1 (sheet). */
  weight?: string;
  /** Points of the composite that come from here: those of the children add up to their parent's. */
  contributes?: string;
  rule: string;
  words: Words;
  missing?: MissingState;
  coverage?: Coverage;
  entry?: Entry;
  comment?: string;
  children?: ExplainNode[];
}
