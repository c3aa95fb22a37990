import { ACTIVITY_ACCESS } from './areas/activity';
import { EVALUATION_ACCESS } from './areas/evaluation';
import { FILING_ACCESS } from './areas/filing';
import { HOURS_ACCESS } from './areas/hours';
import { MODERATION_ACCESS } from './areas/moderation';
import { PLAN_ACCESS } from './areas/plan';
import { PROGRAMME_ACCESS } from './areas/programme';
import { REGISTRY_ACCESS } from './areas/registry';
import { SETTINGS_ACCESS } from './areas/settings';
import { STORY_ACCESS } from './areas/story';
import type { ResourceAccess } from './resource-access';
import type { Role } from './roles';

/** The one matrix: record type × action × role → rows. What is not written here is denied. */
export const MATRIX: Record<string, ResourceAccess> = {
  ...REGISTRY_ACCESS,
  ...PROGRAMME_ACCESS,
  ...ACTIVITY_ACCESS,
  ...HOURS_ACCESS,
  ...FILING_ACCESS,
  ...PLAN_ACCESS,
  ...EVALUATION_ACCESS,
  ...MODERATION_ACCESS,
  ...STORY_ACCESS,
  ...SETTINGS_ACCESS,
};

/** Abilities that belong to no single record type. */
export const DUTIES = {
  importWorkbook: ['districtOffice'],
  exportLists: ['districtOffice', 'civilityOffice', 'leadDepartment', 'town', 'station', 'unit', 'publicity'],
  loadPreset: ['districtOffice'],
  readSummary: ['districtOffice', 'civilityOffice'],
  readTrust: ['districtOffice'],
  planRound: ['districtOffice'],
  readAudit: ['districtOffice'],
  shapeModels: ['districtOffice'],
  readLedger: ['districtOffice', 'civilityOffice', 'leadDepartment', 'town', 'station', 'unit'],
  readNotices: ['districtOffice', 'civilityOffice', 'leadDepartment', 'town', 'station', 'inspector'],
  readCoverage: ['districtOffice', 'civilityOffice', 'leadDepartment', 'town', 'station', 'unit'],
  readPlanStanding: ['districtOffice', 'civilityOffice', 'town', 'station', 'inspector', 'publicity'],
  readPlanCoverage: ['districtOffice', 'civilityOffice', 'leadDepartment', 'town', 'inspector'],
  readLiaison: ['districtOffice', 'civilityOffice', 'leadDepartment', 'town', 'station', 'unit', 'inspector'],
  readFilings: ['districtOffice', 'civilityOffice', 'leadDepartment', 'town', 'station', 'unit', 'inspector'],
  readStories: ['districtOffice', 'civilityOffice', 'publicity', 'leadDepartment', 'town', 'station', 'unit'],
  reconcileHours: ['districtOffice'],
  readHours: ['districtOffice', 'civilityOffice', 'leadDepartment', 'town', 'station', 'unit', 'inspector'],
} as const satisfies Record<string, readonly Role[]>;

export type Duty = keyof typeof DUTIES;
