import { type Dec, dec, exact, shown, ZERO } from '../decimal';
import type { Progress } from '../reliability';
import { bandIn, indicatorsOf, type Rubric, roleOf } from '../rubric';
import { type ExplainNode, scoreUnit, type UnitScore } from '../scoring';
import type { Words } from '../text/words';
import type { FrozenRound } from './frozen-round';
import { outcomeOf, type UnitInputs, type UnitOutcome } from './outcome';

/** Where a unit stood, or would stand. `total` is rounded by that rubric's digits. */
export type WhatIfPlace = { rank: number | null; total: string | null; band: Words | null };

/** What an indicator gives to a unit's total now and would give, in points; positive `change` lifts the unit. */
export type WhatIfCause = { code: string; name: string; change: string };

export type WhatIfRow = {
  unit: string;
  name: string;
  unitClass: string;
  before: WhatIfPlace;
  after: WhatIfPlace;
  /** Ranks gained (positive) or lost; null where either is missing. */
  climbed: number | null;
  /** Points gained or lost; null where either total is missing. */
  change: string | null;
  /** The indicators that moved it, the most first. */
  causes: WhatIfCause[];
};

type Scored = { score: UnitScore | null; gives: Map<string, Dec> };

/** Smaller than what any rubric shows: what divisions leave behind. */
const NOISE = dec('0.0000001');

/**
 * A round as it would have come out by another rubric: who moves, by how much and because of which indicator. Scored
 * from the round's own frozen inputs; what the sheets say nothing about under the other rubric counts as not scored.
 * A generator that yields after every unit, for it scores each of them twice.
 */
export function* whatIf(
  { rubric: old, roster }: Pick<FrozenRound, 'rubric' | 'roster'>,
  inputs: ReadonlyMap<string, UnitInputs>,
  rubric: Rubric,
): Generator<Progress, WhatIfRow[]> {
  const [was, would] = [new Map<string, Scored>(), new Map<string, Scored>()];
  for (const { documentId } of roster) {
    const own = inputs.get(documentId) ?? { sheets: [], metrics: {} };
    was.set(documentId, scored(old, own));
    would.set(documentId, scored(rubric, own));
    yield { done: would.size, of: roster.length };
  }
  const after = new Map(placesOf(rubric, roster, would).map((unit) => [unit.unit, unit]));
  return placesOf(old, roster, was).flatMap((before) => {
    const next = after.get(before.unit);
    if (!next) return [];
    const causes = causesOf([old, rubric], was.get(before.unit), would.get(before.unit));
    return [rowOf(old, rubric, before, next, causes)];
  });
}

function scored(rubric: Rubric, { sheets, metrics }: UnitInputs): Scored {
  if (sheets.length === 0) return { score: null, gives: new Map() };
  const { explanation, ...score } = scoreUnit(rubric, sheets, metrics);
  return { score, gives: givesOf(rubric, explanation, score) };
}

/** What each indicator gives to the total: within the composite by its share, outside it as it is. */
function givesOf(rubric: Rubric, explanation: ExplainNode, score: UnitScore): Map<string, Dec> {
  const gives = new Map<string, Dec>();
  const add = (code: string, points: Dec) => gives.set(code, (gives.get(code) ?? ZERO).plus(points));
  const walk = (node: ExplainNode) => {
    if (node.kind === 'indicator' && node.contributes !== undefined) add(node.key, dec(node.contributes));
    else for (const child of node.children ?? []) walk(child);
  };
  walk(explanation);
  for (const { indicator } of indicatorsOf(rubric)) {
    const role = roleOf(indicator);
    const points = score.indicators[indicator.code];
    if ((role === 'bonus' || role === 'penalty') && points) gives.set(indicator.code, dec(points));
  }
  return gives;
}

function placesOf(rubric: Rubric, roster: FrozenRound['roster'], all: ReadonlyMap<string, Scored>) {
  const scores = [...all].flatMap(([unit, { score }]) => (score ? [[unit, score] as const] : []));
  return outcomeOf({ rubric, roster }, new Map(scores));
}

function causesOf(
  rubrics: [Rubric, Rubric],
  was: Scored | undefined,
  would: Scored | undefined,
): WhatIfCause[] {
  const names = new Map(
    rubrics.flatMap((rubric) =>
      indicatorsOf(rubric).map(({ indicator }) => [indicator.code, indicator.name]),
    ),
  );
  const moved = [...names].map(([code, name]) => ({
    code,
    name,
    points: (would?.gives.get(code) ?? ZERO).minus(was?.gives.get(code) ?? ZERO),
  }));
  return moved
    .filter(({ points }) => points.abs().gt(NOISE))
    .sort((a, b) => b.points.abs().comparedTo(a.points.abs()) || (a.code < b.code ? -1 : 1))
    .map(({ code, name, points }) => ({ code, name, change: exact(points) }));
}

const placeOf = (rubric: Rubric, { rank, score, band, unitClass }: UnitOutcome): WhatIfPlace => ({
  rank,
  total: score?.total ? shown(dec(score.total), rubric.digits) : null,
  band: bandIn(rubric, unitClass, band)?.label ?? null,
});

function rowOf(
  old: Rubric,
  rubric: Rubric,
  before: UnitOutcome,
  after: UnitOutcome,
  causes: WhatIfCause[],
): WhatIfRow {
  const [was, is] = [before.score?.total, after.score?.total];
  return {
    unit: before.unit,
    name: before.name,
    unitClass: before.unitClass,
    before: placeOf(old, before),
    after: placeOf(rubric, after),
    climbed: before.rank === null || after.rank === null ? null : before.rank - after.rank,
    change: was && is ? exact(dec(is).minus(was)) : null,
    causes,
  };
}
