import { dec, exact, shown, ZERO } from '../decimal';
import { bandIn, bandsFor, indicatorsOf, type Rubric, roleOf } from '../rubric';
import type { Words } from '../text/words';
import type { UnitOutcome } from './outcome';

/** The next better band and how far away it was. `gap` is 0 where the total reached it and its quota was full. */
export type Lift = { band: string; label: Words; min: number; gap: string; full: boolean };

/** Points that a unit did not get: of an indicator's maximum, or taken away by it. */
export type LostPoints = { code: string; name: string; lost: string; max: string };

/** Where a unit stands, for the unit itself. */
export type Standing = {
  /** Percent of the other ranked units of its class that are below it; null: not ranked, or alone. */
  percentile: number | null;
  band: Words | null;
  /** Null: in the best band already, or not ranked: points would not have lifted it. */
  lift: Lift | null;
  /** Most first, none without loss. */
  lost: LostPoints[];
};

/** Where a unit stands in a published result and what would have lifted it a band. */
export function standingOf(rubric: Rubric, unit: UnitOutcome): Standing {
  return {
    percentile: percentileOf(unit),
    band: bandIn(rubric, unit.unitClass, unit.band)?.label ?? null,
    lift: liftOf(rubric, unit),
    lost: lostOf(rubric, unit),
  };
}

function percentileOf({ rank, ranked, tiedWith }: UnitOutcome): number | null {
  if (rank === null || ranked < 2) return null;
  return ((ranked - rank - tiedWith) / (ranked - 1)) * 100;
}

function liftOf(rubric: Rubric, { unitClass, band, score, unranked }: UnitOutcome): Lift | null {
  const bands = bandsFor(rubric, unitClass);
  const next = bands[bands.findIndex(({ code }) => code === band) - 1];
  if (!next || unranked !== null || !score || score.total === null) return null;
  const missing = dec(next.min).minus(score.total);
  const full = missing.lte(0);
  return { band: next.code, label: next.label, min: next.min, gap: exact(full ? ZERO : missing), full };
}

function lostOf(rubric: Rubric, { score }: UnitOutcome): LostPoints[] {
  const lost = indicatorsOf(rubric).flatMap(({ indicator }) => {
    const value = score?.indicators[indicator.code];
    const role = roleOf(indicator);
    if (value === null || value === undefined || role === 'bonus' || role === 'veto') return [];
    const points = role === 'regular' ? dec(indicator.maxPoints).minus(value) : dec(value).negated();
    if (points.lte(0)) return [];
    const { code, name, maxPoints } = indicator;
    return [{ points, code, name, max: String(maxPoints) }];
  });
  return lost
    .sort((a, b) => b.points.comparedTo(a.points) || (a.code < b.code ? -1 : 1))
    .map(({ points, ...rest }) => ({ ...rest, lost: shown(points, rubric.digits) }));
}
