import type { Words } from '../text/words';

/** What recusal looks at of an evaluator: what the account belongs to (any comparable id, null for nothing). */
export type EvaluatorTies = {
  unit: string | number | null;
  department: string | number | null;
  station: string | number | null;
  /** The units that the evaluator has declared not to score, or that the office has for them. */
  declared: ReadonlySet<string | number>;
};

/** What recusal looks at of a unit: itself, its supervising department and the sites that it is paired with. */
export type UnitTies = {
  unit: string | number;
  department: string | number | null;
  pairedStations: ReadonlySet<string | number>;
};

export type RecusalGround = 'ownUnit' | 'supervisingDepartment' | 'ownPairing' | 'declared';

export const RECUSAL_WORDS: Record<RecusalGround, Words> = {
  ownUnit: { zh: '测评员属于该单位', en: 'The evaluator belongs to this unit' },
  supervisingDepartment: {
    zh: '测评员属于该单位的主管部门',
    en: 'The evaluator belongs to its lead department',
  },
  ownPairing: { zh: '测评员所在阵地与该单位结对', en: "The evaluator's site is paired with this unit" },
  declared: { zh: '测评员已申明对该单位回避', en: 'A recusal from this unit has been declared' },
};

/**
 * Why an evaluator may not score a unit (回避, domain §5), or null when nothing stands against it.
 * What the records say comes before what somebody declares: it cannot be taken back.
 */
export function recusalGround(evaluator: EvaluatorTies, unit: UnitTies): RecusalGround | null {
  if (evaluator.unit !== null && evaluator.unit === unit.unit) return 'ownUnit';
  if (evaluator.department !== null && evaluator.department === unit.department)
    return 'supervisingDepartment';
  if (evaluator.station !== null && unit.pairedStations.has(evaluator.station)) return 'ownPairing';
  if (evaluator.declared.has(unit.unit)) return 'declared';
  return null;
}
