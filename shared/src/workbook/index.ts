export { activitySpan } from './activity-span';
export { type CellValue, cellText, isBlank, type SheetRow, type SheetRows } from './cell';
export { cleanName, cleanText, nameKey, withoutTextMark } from './clean';
export type { AnySheet, Column, ImportedResource, Option, RelationTarget, SheetDefinition } from './column';
export {
  type CellError,
  countKinds,
  type ImportPlan,
  type Notice,
  type PlanInput,
  type PlannedRow,
  type PlannedSheet,
  type PlannedValue,
  type PlanProgress,
  type Reference,
  ROW_KINDS,
  type RowKind,
  type Structure,
} from './import-plan';
export type { Known, KnownRecord, StoredValue } from './known';
export { optionsFrom } from './options';
export { planAll, planRows } from './plan';
export { type ExistingRecord, planRecords, type RecordPlanInput } from './plan-records';
export { type Problem, sharedProblems } from './problems';
export { importedFields, keyFields, MOST_KEY_FIELDS, recordSheet } from './record-sheet';
export { GUIDE_SHEET, REFUSAL_HEADER, SHEETS } from './sheets';
export { WORKBOOK_BYTES } from './size';
export { nearNames } from './suggest';
