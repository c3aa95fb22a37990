import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemSchema, type RubricInput } from '../rubric';
import type { Entry } from './entries';
import { sheetPoints } from './sheet-points';
import { sheetPointsReader } from './sheet-points-reader';
import { makeIndicator, makeRubric, makeSheet } from './test-builders';

const item = (value: unknown) => itemSchema.parse(value);

const dimensions: RubricInput['dimensions'] = [
  {
    code: 'A',
    name: '甲',
    indicators: [
      makeIndicator('P1', 30),
      makeIndicator('P2', 0.1),
      makeIndicator('T', 5, { kind: 'points' }, { sources: ['town'] }),
      makeIndicator('R', 10, item({ kind: 'ratio', steps: [{ at: 70, points: 10 }] })),
    ],
  },
  {
    code: 'B',
    name: '乙',
    base: 3,
    indicators: [
      makeIndicator(
        'K1',
        20,
        item({ kind: 'deduct', from: 'dimension', rule: { mode: 'judged', min: 1, max: 5 } }),
      ),
      makeIndicator(
        'K2',
        20,
        item({ kind: 'deduct', from: 'dimension', rule: { mode: 'perMissing', each: 1 } }),
      ),
    ],
  },
  {
    code: 'C',
    name: '丙',
    indicators: [
      makeIndicator(
        'L',
        20,
        item({
          kind: 'level',
          levels: [
            { code: 'A', percent: 100 },
            { code: 'B', percent: 66 },
          ],
        }),
      ),
      makeIndicator('O', 6, item({ kind: 'bonus', options: [{ code: 'city', points: 1 }] })),
      makeIndicator('V', 0, item({ kind: 'veto', effect: 'zero' })),
    ],
  },
  {
    code: 'E',
    name: '丁',
    indicators: [
      makeIndicator(
        'N',
        20,
        item({ kind: 'deduct', from: 'total', rule: { mode: 'judged', min: 1, max: 10 } }),
      ),
    ],
  },
];
const RUBRIC = makeRubric([], { dimensions });

const missing = fc.constantFrom<Entry>({ missing: 'lost' }, { missing: 'notApplicable' }, {});
const some = (entry: fc.Arbitrary<Entry>) =>
  fc.option(fc.oneof({ weight: 9, arbitrary: entry }, { weight: 1, arbitrary: missing }), { freq: 15 });
const points = (max: number) =>
  fc
    .oneof(
      fc.integer({ min: 0, max: 100 }).map((n) => (n / 100) * max),
      fc.double({ min: 0, max, noNaN: true }),
    )
    .map((value): Entry => ({ points: value }));
const entries = fc.record({
  P1: some(points(30)),
  P2: some(points(0.1)),
  R: some(
    fc
      .record({ numerator: fc.nat(9), denominator: fc.integer({ min: 1, max: 9 }) })
      .map((entry): Entry => entry),
  ),
  K1: some(
    fc
      .array(fc.record({ points: fc.constantFrom(1, 1.5, 5), reason: fc.constantFrom('甲', '乙') }), {
        maxLength: 3,
      })
      .map((deductions): Entry => ({ deductions })),
  ),
  K2: some(fc.nat(3).map((count): Entry => ({ count }))),
  L: some(fc.constantFrom<Entry>({ level: 'A' }, { level: 'B', comment: '意见' })),
  O: some(fc.nat(3).map((count): Entry => ({ uses: [{ option: 'city', count }] }))),
  V: some(fc.boolean().map((triggered): Entry => ({ triggered }))),
  N: some(fc.constantFrom<Entry>({ deducted: 2 }, { deductions: [] })),
});

const present = (all: Record<string, Entry | null>) =>
  Object.fromEntries(Object.entries(all).flatMap(([code, entry]) => (entry ? [[code, entry]] : [])));

describe('reading the points of many sheets', () => {
  it('gives to the last bit what each sheet by itself gives', () => {
    const read = sheetPointsReader(RUBRIC);
    fc.assert(
      fc.property(entries, fc.constantFrom('district' as const, 'town' as const), (all, source) => {
        const sheet = makeSheet('s', present(all), { source });
        expect(read(sheet)).toEqual(sheetPoints(RUBRIC, sheet));
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['a whole sheet', { P1: { points: 12.5 }, P2: { points: 0.1 }, R: { numerator: 7, denominator: 9 } }, {}],
    ['a third', { P1: { points: 10 / 3 } }, {}],
    ['a recused sheet', { P1: { points: 10 } }, { missing: 'recused' as const }],
    ['nothing at all', {}, {}],
  ])('%s', (_, own, more) => {
    const sheet = makeSheet('s', own, more);
    expect(sheetPointsReader(RUBRIC)(sheet)).toEqual(sheetPoints(RUBRIC, sheet));
  });

  it('does not round away what has more places than it adds up', () => {
    const rubric = makeRubric([makeIndicator('P1', 10)]);
    const sheet = makeSheet('s', { P1: { points: 1.7670000000000001 } });
    expect(sheetPointsReader(rubric)(sheet)).toEqual(sheetPoints(rubric, sheet));
  });

  it('does not take what one indicator was given for another', () => {
    const rubric = makeRubric([makeIndicator('P1', 10), makeIndicator('P2', 5)]);
    const read = sheetPointsReader(rubric);
    const sheets = [8, 3, 8].map((value) =>
      makeSheet('s', { P1: { points: value }, P2: { points: 8 - value } }),
    );
    expect(sheets.map((sheet) => read(sheet).total)).toEqual(
      sheets.map((sheet) => sheetPoints(rubric, sheet).total),
    );
  });
});
