import type { Day } from '../calendar';
import type { Rubric } from '../rubric';
import type { UnitOutcome } from './outcome';
import { type MovedUnit, movedUnits } from './replay';
import type { RoundStatistics } from './statistics';

/** What a bulletin is written from: one published result and its round; the programme gives its name. */
export type BulletinFacts = {
  round: { name: string; opensOn: Day; closesOn: Day; programme: string | null };
  rubric: Rubric;
  units: readonly UnitOutcome[];
  statistics: RoundStatistics;
  /** Sheets that counted, and the evaluators who wrote them. */
  sheets: number;
  evaluators: number;
  /** What the result corrects; null for the first one of a round. */
  correction: BulletinCorrection | null;
  /** The words of a class of units. */
  classWords: (unitClass: string) => string;
};

/** An earlier result of the same round, and the units that the later one places otherwise. */
export type BulletinCorrection = {
  number: number;
  earlier: { number: number; signedOn: Day };
  moved: readonly MovedUnit[];
};

/** What result `number` corrects in the result before it. */
export const correctionFrom = (
  number: number,
  earlier: { number: number; signedOn: Day; units: readonly UnitOutcome[] },
  units: readonly UnitOutcome[],
): BulletinCorrection => ({
  number,
  earlier: { number: earlier.number, signedOn: earlier.signedOn },
  moved: movedUnits(earlier.units, units),
});

/** A class of units and its members, in the order in which they are always named. */
export type BulletinClass = { unitClass: string; name: string; units: UnitOutcome[] };

export function bulletinClasses({ units, classWords }: BulletinFacts): BulletinClass[] {
  return [...new Set(units.map(({ unitClass }) => unitClass))].map((unitClass) => ({
    unitClass,
    name: classWords(unitClass),
    units: units.filter((unit) => unit.unitClass === unitClass),
  }));
}
