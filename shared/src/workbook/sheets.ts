import { ACTIVITY_SHEET } from './activity-sheet';
import type { SheetDefinition } from './column';
import { PAIRING_SHEET } from './pairing-sheet';
import { STAFF_SHEET } from './staff-sheet';
import { STATION_SHEET } from './station-sheet';
import { UNIT_SHEET } from './unit-sheet';

/** The sheets of the workbook in the order in which they are worked through: later ones may name earlier ones. */
export const SHEETS: readonly SheetDefinition[] = [
  UNIT_SHEET,
  STATION_SHEET,
  PAIRING_SHEET,
  STAFF_SHEET,
  ACTIVITY_SHEET,
];

/** The sheet of the template that holds explanations, and the column that a workbook of refused rows adds. */
export const GUIDE_SHEET = '说明';
export const REFUSAL_HEADER = '错误说明';
