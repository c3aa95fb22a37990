import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dec, sum } from '../decimal';
import { runToEnd } from '../reliability';
import { type RubricInput, rubricSchema } from '../rubric';
import type { Sheet } from '../scoring';
import type { UnitInputs } from './outcome';
import { whatIf } from './what-if';

const rubricOf = (a: number, b: number, more: Partial<RubricInput> = {}) =>
  rubricSchema.parse({
    name: '示例',
    minRaters: 1,
    dimensions: [
      {
        code: 'D',
        name: '维度',
        indicators: [
          { code: 'a', name: '甲项', maxPoints: a, item: { kind: 'points' } },
          {
            code: 'b',
            name: '乙项',
            maxPoints: b,
            item: {
              kind: 'level',
              levels: [
                { code: 'A', percent: 100 },
                { code: 'C', percent: 0 },
              ],
            },
          },
          {
            code: 'x',
            name: '加分项',
            maxPoints: 5,
            item: { kind: 'bonus', options: [{ code: 'o', points: 2 }] },
          },
        ],
      },
    ],
    ...more,
  });

const inputs = (
  points: number,
  level: string,
  uses = 0,
  source: Sheet['source'] = 'district',
): UnitInputs => ({
  sheets: [
    {
      id: '1',
      evaluatorId: 'e',
      source,
      entries: { a: { points }, b: { level }, x: { uses: [{ option: 'o', count: uses }] } },
    },
  ],
  metrics: {},
});

const roster = (units: string[]) =>
  units.map((documentId) => ({ documentId, name: documentId, unitClass: 'key' }));

function run(units: Record<string, UnitInputs>, old = rubricOf(50, 50), next = old) {
  const frozen = { rubric: old, roster: roster(Object.keys(units)) };
  return runToEnd(whatIf(frozen, new Map(Object.entries(units)), next));
}

describe('a round by another rubric', () => {
  const units = { p: inputs(40, 'A'), q: inputs(50, 'C') };

  it('moves nobody by the same rubric', () => {
    for (const row of run(units)) expect(row).toMatchObject({ climbed: 0, change: '0', causes: [] });
  });

  it('says who moves, by how much and because of which indicator', () => {
    const found = run(units, rubricOf(50, 50), rubricOf(90, 10));
    expect(found).toEqual([
      {
        unit: 'p',
        name: 'p',
        unitClass: 'key',
        before: { rank: 1, total: '90.00', band: { zh: '优秀', en: 'Excellent' } },
        after: { rank: 1, total: '50.00', band: { zh: '不合格', en: 'Unqualified' } },
        climbed: 0,
        change: '-40',
        causes: [{ code: 'b', name: '乙项', change: '-40' }],
      },
      expect.objectContaining({ unit: 'q', climbed: 1, change: '0', causes: [] }),
    ]);
  });

  it('counts what the other rubric does not ask, and what it asks that nobody was asked', () => {
    const other = rubricOf(50, 50);
    const [dimension] = other.dimensions;
    if (!dimension) throw new Error('No dimension');
    dimension.indicators = [
      ...dimension.indicators.filter(({ code }) => code !== 'b'),
      { code: 'c', name: '丙项', maxPoints: 50, item: { kind: 'points' } },
    ];
    const [row] = run({ p: inputs(40, 'A') }, rubricOf(50, 50), other);
    // Nobody scored “c”: re-weighted, 40 of 50 are 80 of 100.
    expect(row?.after.total).toBe('80.00');
    expect(row?.causes.map(({ code }) => code).sort()).toEqual(['a', 'b']);
  });

  it('has rows for units without a sheet', () => {
    expect(run({ p: { sheets: [], metrics: {} } })).toMatchObject([
      { before: { rank: null, total: null, band: null }, climbed: null, change: null, causes: [] },
    ]);
  });

  it('explains the whole change of every total by its indicators', () => {
    const unit = fc.record({
      points: fc.integer({ min: 0, max: 10 }),
      level: fc.constantFrom('A', 'C'),
      uses: fc.integer({ min: 0, max: 2 }),
    });
    const weight = fc.integer({ min: 10, max: 90 });
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 5 }), weight, weight, (all, one, other) => {
        const made = Object.fromEntries(
          all.map(({ points, level, uses }, at) => [`u${at}`, inputs(points, level, uses)]),
        );
        for (const { change, causes } of run(made, rubricOf(one, 100 - one), rubricOf(other, 100 - other))) {
          const explained = sum(causes.map((cause) => dec(cause.change)));
          expect(
            explained
              .minus(change ?? 0)
              .abs()
              .lt('0.00001'),
          ).toBe(true);
        }
      }),
    );
  });
});
