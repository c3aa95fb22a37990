export { RUBRIC_COLUMNS, type RubricColumn, type RubricRow } from './columns';
export { type RubricRead, rubricFromRows } from './from-rows';
export { rubricFromSheets, type SheetsRead } from './from-sheets';
export { type IntoDraft, sheetsIntoDraft } from './into-draft';
export { OPTION_NOTATION } from './option-words';
export type { RowError } from './row-error';
export { type RubricSettings, rubricToRows, settingsOf } from './to-rows';
