export { columnOf, RUBRIC_COLUMNS, type RubricColumn, type RubricRow } from './columns';
export { type RubricRead, rubricFromRows } from './from-rows';
export { OPTION_NOTATION } from './read-options';
export type { RowError } from './row-error';
export { type RubricSettings, rubricToRows, settingsOf } from './to-rows';
