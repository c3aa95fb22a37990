import { type Place, placeOf, type UnitOutcome } from '@jiedui/shared/round';
import { bandIn, type Rubric } from '@jiedui/shared/rubric';

/** A unit's place with the band by its name. */
export function shownPlace(rubric: Rubric, unit: UnitOutcome): Place {
  return { ...placeOf(unit), band: bandIn(rubric, unit.unitClass, unit.band)?.label.zh ?? null };
}
