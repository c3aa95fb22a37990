import type { Role } from '../access';
import { PLAN_DEPARTMENTS, type StationLevel, type UnitClass } from '../programme';

/** Those of whom the plan asks a 具体方案, each kind with the roles that see all of its plans within their scope. */
const SEEN_BY = {
  unit: ['districtOffice', 'civilityOffice', 'leadDepartment', 'inspector'],
  station: ['districtOffice', 'civilityOffice', 'town', 'inspector'],
  department: ['districtOffice', 'civilityOffice', 'inspector'],
} as const satisfies Record<string, readonly Role[]>;

export type CoverageKind = keyof typeof SEEN_BY;

/** The kinds of party whose coverage a role sees. */
export const coverageSeenBy = (role: Role): CoverageKind[] =>
  (Object.keys(SEEN_BY) as CoverageKind[]).filter((kind) =>
    (SEEN_BY[kind] as readonly Role[]).includes(role),
  );

/** The levels of site of which a plan is asked: those that are paired. */
export const LEVELS_WITH_PLAN: readonly StationLevel[] = ['institute', 'station'];

/** Departments that the plan gives other duties; every other lead department makes its plan. */
export const DEPARTMENTS_WITHOUT_PLAN: readonly string[] = PLAN_DEPARTMENTS.filter(
  ({ detailedPlan }) => !detailedPlan,
).flatMap(({ name, aliases }) => [name, ...aliases]);

/** The states of a plan in which its party has made it. */
export const STATES_WITH_PLAN = ['submitted', 'accepted'] as const;

/** The classes of unit of which the plan asks to agree each week's content with their site; see `PLAN_PARTIES`. */
export const WEEKLY_CLASSES: readonly UnitClass[] = ['liaison'];
