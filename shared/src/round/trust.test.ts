import { describe, expect, it } from 'vitest';
import { runToEnd } from '../reliability';
import type { Rubric } from '../rubric';
import { makeIndicator, makeRubric, makeSheet } from '../scoring/test-builders';
import { type AskedSheet, type TrustOptions, trustOf } from './trust';

const RUBRIC = makeRubric([makeIndicator('P1', 10), makeIndicator('P2', 10)]);

const asked = (unit: string, rater: string, ...values: (number | 'lost' | null)[]): AskedSheet => {
  const entries = Object.fromEntries(
    values.flatMap((value, at) => {
      if (value === null) return [];
      return [[`P${at + 1}`, value === 'lost' ? { missing: 'lost' as const } : { points: value }]];
    }),
  );
  return { unit, rater, sheet: values.length === 0 ? null : makeSheet(`${unit}${rater}`, entries) };
};

const trust = (sheets: AskedSheet[], options: Partial<TrustOptions> = {}, rubric: Rubric = RUBRIC) =>
  runToEnd(trustOf(rubric, sheets, { seed: '1', resamples: 400, ...options }));

/** Every rater gives what a unit is worth less the own severity. */
function additive(units: number, severities: readonly number[]): AskedSheet[] {
  return Array.from({ length: units }, (_, unit) =>
    severities.map((severity, rater) => asked(`u${unit}`, `r${rater}`, 3 + (unit % 7) - severity, 5)),
  ).flat();
}

describe('the trust panel', () => {
  it('finds the severities of a round without chance, and ranks that cannot be other', () => {
    const { severity, ranks, icc, generalizability, total } = trust(additive(10, [-1, 0, 1]));
    expect(severity.fit?.raters.map(({ fitted }) => Number(fitted.toFixed(9)) + 0)).toEqual([-1, 0, 1]);
    expect(ranks.ranks?.units.every(({ rank, best, worst }) => best === rank && worst === rank)).toBe(true);
    expect(icc.icc?.icc3k).toBeCloseTo(1, 9);
    expect(generalizability).toBeNull();
    expect(total.verdict?.verdict).toBeDefined();
  });

  it('counts what is missing and never takes it for nothing', () => {
    const sheets = [
      asked('a', 'x', 10, 'lost'),
      asked('a', 'y', 10, 5),
      asked('b', 'x'),
      asked('b', 'y', 2, 5),
    ];
    const { coverage, severity, units, raters } = trust(sheets);
    expect(coverage.total).toMatchObject({ scored: 5, missing: { lost: 1, notScored: 2 } });
    expect({ units, raters }).toEqual({ units: 2, raters: 2 });
    // Re-weighted: ten of ten counts as twenty of twenty.
    expect(severity.fit?.units.find(({ unit }) => unit === 'a')?.raw).toBeCloseTo((20 + 15) / 2, 9);
  });

  it('lists who is apart by more than the threshold, by dimension and in total', () => {
    const sheets = [
      asked('a', 'x', 10, 10),
      asked('a', 'y', 4, 10),
      asked('b', 'x', 5, 5),
      asked('b', 'y', 5, 6),
    ];
    const { disagreements } = trust(sheets);
    expect(disagreements.map(({ unit, dimension, percent }) => [unit, dimension, percent])).toEqual([
      ['a', null, 30],
      ['a', 'D', 30],
    ]);
    expect(trust(sheets, { threshold: 30 }).disagreements).toEqual([]);
  });

  it('tells what talks changed, with the agreement before them', () => {
    const plain = additive(10, [-1, 0, 1]);
    expect(trust(plain).moderated).toBeNull();
    const [first, ...others] = plain as [AskedSheet, ...AskedSheet[]];
    const former = first.sheet?.entries.P2 ?? null;
    const entries = { ...first.sheet?.entries, P2: { points: 10 } };
    const moderated = { P2: { former, reason: '核对' } };
    const changed = { ...first, sheet: first.sheet && { ...first.sheet, entries, moderated } };
    const panel = trust([changed, ...others]);
    expect(panel.moderated).toMatchObject({ sheets: 1, entries: 1 });
    expect(panel.moderated?.before.total).toEqual(trust(plain).total);
    expect(panel.total).not.toEqual(trust(plain).total);
  });

  it('is the same whatever the order of the sheets, and for the same seed', () => {
    const sheets = additive(12, [-0.5, 0.25, 0.25]).map((one, at) =>
      asked(one.unit, one.rater, 3 + (at % 5), 5 + (at % 3)),
    );
    const plain = trust(sheets);
    expect(trust([...sheets].reverse())).toEqual(plain);
    expect(trust(sheets, { seed: '2' }).ranks).not.toEqual(plain.ranks);
  });

  it('says why where there is nothing yet', () => {
    const none = trust([asked('a', 'x'), asked('b', 'x')]);
    expect(none.total).toMatchObject({ verdict: null, alpha: { alpha: null, reason: 'nothingPairable' } });
    expect(none.severity).toMatchObject({ fit: null, reason: 'noScores' });
    expect(none.ranks).toMatchObject({ ranks: null, reason: 'noScores' });
  });

  it('tells its progress', () => {
    const steps = [...trustOf(RUBRIC, additive(10, [0, 1, -1]), { seed: '1', resamples: 400 })];
    expect(steps[0]).toEqual({ done: 0, of: 430 });
    expect(steps.at(-1)).toEqual({ done: 430, of: 430 });
  });
});
