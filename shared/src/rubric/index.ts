export { bandsWords } from './band-words';
export { checkRubric } from './check-rubric';
export { readRubric } from './check-shape';
export { freeDimensionCode, freeIndicatorCode, freeLetter } from './codes';
export { diffRubrics, type RubricChange } from './diff/diff-rubrics';
export {
  type BandDraft,
  type DimensionDraft,
  draftDefinition,
  type IndicatorDraft,
  type ItemDraft,
  type RubricDraft,
  readRubricDraft,
} from './draft';
export {
  EVIDENCE_KINDS,
  EVIDENCE_WORDS,
  type EvidenceAsked,
  type EvidenceKind,
  evidenceWords,
} from './evidence';
export {
  type Evidence,
  type EvidenceItem,
  type EvidenceList,
  evidenceFor,
  evidenceKinds,
  MOST_EVIDENCE,
} from './evidence-list';
export type { Finding } from './finding';
export {
  ITEM_KIND_WORDS,
  ITEM_KINDS,
  type Item,
  type ItemKind,
  type ItemOf,
  itemSchema,
  type Step,
} from './item-kinds';
export { itemWords } from './item-words';
export { dimensionMax, rubricMax } from './maxima';
export { type Aggregation, type Band, bandSchema, DEFAULT_BANDS, type Quota } from './policy';
export { RUBRIC_PRESETS, type RubricPresetCode, rubricPreset } from './presets';
export {
  aggregationWords,
  bandListWords,
  decidedByWords,
  missingSourceWords,
  sourcesWords,
} from './rule-words';
export { type Dimension, type Indicator, type Rubric, type RubricInput, rubricSchema } from './schema';
export { SOURCE_CODES, SOURCE_WORDS, type SourceCode } from './sources';
export { TIE_KEYS, tieBreakWords } from './tie-words';
export { nextVersion, startsVersions } from './versions';
export {
  bandIn,
  bandsFor,
  findIndicator,
  type ItemRole,
  indicatorsOf,
  isSystemFilled,
  judges,
  roleOf,
} from './walk';
export {
  type IntoDraft,
  OPTION_NOTATION,
  type RowError,
  RUBRIC_COLUMNS,
  type RubricColumn,
  type RubricRead,
  type RubricRow,
  type RubricSettings,
  rubricFromRows,
  rubricFromSheets,
  rubricToRows,
  type SheetsRead,
  settingsOf,
  sheetsIntoDraft,
} from './workbook';
