export { bandOfOne } from './bands';
export { checkEntries, type EntryError, sheetEntriesSchema } from './check-entries';
export { checkFigures } from './check-figures';
export { type ClassFigures, classFigures } from './class-figures';
export type { Coverage } from './coverage';
export type { DimensionTotal } from './dimension-totals';
export type { Entries, Entry, EntryOf, Metrics, Sheet } from './entries';
export type { ExplainKind, ExplainNode } from './explain-node';
export { type ItemScore, scoreItem } from './item';
export { MISSING_STATES, MISSING_WORDS, type MissingState, NO_FIGURE_WORDS } from './missing';
export { judgesNothing, type MissingEntry, missingEntries, NOTHING_JUDGED_WORDS } from './missing-entries';
export { amendSheet, beforeTalks, type Moderated } from './moderated';
export { askedFigures, pinFigures } from './pin-figures';
export type { Moved } from './quota';
export {
  type RankedClass,
  type RankedUnit,
  type RankFacts,
  type RankInput,
  rankUnits,
  type UnrankedReason,
} from './rank';
export { type DimensionScore, type SheetScore, scoreSheet } from './sheet';
export { type SheetPoints, sheetPoints } from './sheet-points';
export { sheetPointsReader } from './sheet-points-reader';
export { type RankRemarks, rankRemarks, SUMMARY_WORDS } from './summary-words';
export { trimmedMean } from './trimmed-mean';
export { scoreUnit, type UnitResult, type UnitScore } from './unit';
export { enteredFigures, unitFigureKeys } from './unit-figures';
export { engineVersion } from './version';
export type { Veto } from './veto';
export { wilson, Z_95 } from './wilson';
