import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Aggregation, itemSchema, type RubricInput, rubricMax } from '../rubric';
import type { Entries, Entry, Sheet } from './entries';
import { scoreSheet } from './sheet';
import { makeIndicator, makeRubric, makeSheet } from './test-builders';
import { scoreUnit } from './unit';

const item = (value: unknown) => itemSchema.parse(value);
const dimensions: RubricInput['dimensions'] = [
  {
    code: 'A',
    name: '甲',
    indicators: [
      makeIndicator('P1', 30),
      makeIndicator('P2', 15),
      makeIndicator('P3', 5, { kind: 'points' }, { sources: ['district'] }),
    ],
  },
  {
    code: 'B',
    name: '乙',
    base: 30,
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
            { code: 'C#', percent: 0 },
          ],
        }),
      ),
      makeIndicator('B', 6, item({ kind: 'bonus', options: [{ code: 'city', points: 1 }] })),
      makeIndicator(
        'N',
        20,
        item({ kind: 'deduct', from: 'total', rule: { mode: 'judged', min: 1, max: 10 } }),
      ),
      makeIndicator('V', 0, item({ kind: 'veto', effect: 'zero' })),
    ],
  },
];
const sources: RubricInput['sources'] = [
  { code: 'town', weight: 35 },
  { code: 'district', weight: 65 },
];
const policies: Aggregation[] = [
  { policy: 'mean' },
  { policy: 'dropHighLow', from: 3 },
  { policy: 'trimmed', proportion: 0.3 },
];

const hundredths = (max: number) => fc.integer({ min: 0, max: max * 100 }).map((value) => value / 100);
const missing = fc
  .constantFrom('notScored', 'notApplicable', 'recused', 'lost')
  .map((state): Entry => ({ missing: state as 'lost' }));
const maybe = (entry: fc.Arbitrary<Entry>) =>
  fc.oneof({ weight: 5, arbitrary: entry }, { weight: 1, arbitrary: missing });
const entriesArb: fc.Arbitrary<Entries> = fc.record(
  {
    P1: maybe(hundredths(30).map((points) => ({ points }))),
    P2: maybe(hundredths(15).map((points) => ({ points }))),
    P3: maybe(hundredths(5).map((points) => ({ points }))),
    K1: maybe(hundredths(20).map((deducted) => ({ deducted }))),
    K2: maybe(fc.nat(25).map((count) => ({ count }))),
    L: maybe(fc.constantFrom('A', 'B', 'C#').map((level) => ({ level }))),
    B: maybe(fc.nat(8).map((count) => ({ uses: [{ option: 'city', count }] }))),
    N: maybe(hundredths(20).map((deducted) => ({ deducted }))),
    V: maybe(fc.constant({ triggered: false })),
  },
  { requiredKeys: [] },
);
const sheetsArb: fc.Arbitrary<Sheet[]> = fc
  .array(fc.record({ entries: entriesArb, source: fc.constantFrom('town' as const, 'district' as const) }), {
    minLength: 1,
    maxLength: 7,
  })
  .map((list) => list.map(({ entries, source }, at) => makeSheet(`s${at}`, entries, { source })));
const rubricArb = fc
  .record({
    aggregation: fc.constantFrom(...policies),
    cap: fc.constantFrom(undefined, 100),
    bonusCap: fc.constantFrom(0, 5, 10),
  })
  .map((more) => makeRubric([], { dimensions, sources, ...more }));

const check = <T>(property: fc.IProperty<T>) => fc.assert(property, { numRuns: 200 });

describe('scoring', () => {
  it('does not depend on the order of sheets or of their entries', () => {
    check(
      fc.property(rubricArb, sheetsArb, fc.infiniteStream(fc.nat()), (rubric, sheets, order) => {
        const keyed = sheets.map((sheet) => ({ sheet: reversed(sheet), key: order.next().value ?? 0 }));
        const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ sheet }) => sheet);
        expect(scoreUnit(rubric, shuffled)).toEqual(scoreUnit(rubric, sheets));
      }),
    );
  });

  it('does not depend on the ids of sheets', () => {
    check(
      fc.property(rubricArb, sheetsArb, (rubric, sheets) => {
        const renamed = sheets.map((sheet, at) => ({ ...sheet, id: `x${sheets.length - at}` }));
        const numbers = ({ explanation: _tree, vetoes: _vetoes, ...rest }: ReturnType<typeof scoreUnit>) =>
          rest;
        expect(numbers(scoreUnit(rubric, renamed))).toEqual(numbers(scoreUnit(rubric, sheets)));
      }),
    );
  });

  it('never lowers a total for more points', () => {
    check(
      fc.property(
        rubricArb,
        sheetsArb,
        fc.nat(6),
        fc.constantFrom('P1', 'P2', 'L', 'K1', 'K2', 'B', 'N'),
        (rubric, sheets, at, code) => {
          const which = at % sheets.length;
          const better = sheets.map((sheet, index) => (index === which ? improved(sheet, code) : sheet));
          const before = scoreUnit(rubric, sheets).total;
          const after = scoreUnit(rubric, better).total;
          if (before !== null) expect(Number(after)).toBeGreaterThanOrEqual(Number(before) - 1e-12);
        },
      ),
    );
  });

  it('keeps the maximum when it re-weights: full marks on what is there are full marks', () => {
    const best: Entries = {
      P1: { points: 30 },
      P2: { points: 15 },
      P3: { points: 5 },
      K1: { deducted: 0 },
      K2: { count: 0 },
      L: { level: 'A' },
    };
    check(
      fc.property(
        fc.subarray(Object.keys(best), { minLength: 1 }),
        fc.constantFrom('town' as const, 'district' as const),
        (codes, source) => {
          fc.pre(source === 'district' || codes.some((code) => code !== 'P3'));
          const rubric = makeRubric([], { dimensions, sources });
          const sheet = makeSheet('s', Object.fromEntries(codes.map((code) => [code, best[code] ?? {}])), {
            source,
          });
          const score = scoreSheet(rubric, sheet);
          expect(score.total).toBe(score.max);
          expect(scoreUnit(rubric, [sheet]).total).toBe('100');
        },
      ),
    );
  });

  it('stays within its bounds, coverage too', () => {
    check(
      fc.property(rubricArb, sheetsArb, (rubric, sheets) => {
        const { total, composite, coverage } = scoreUnit(rubric, sheets);
        const max = rubricMax(rubric).toNumber();
        expect(Number(composite ?? 0)).toBeGreaterThanOrEqual(0);
        expect(Number(composite ?? 0)).toBeLessThanOrEqual(max);
        expect(Number(total ?? 0)).toBeLessThanOrEqual(
          Math.min(max + rubric.bonusCap, rubric.cap ?? Number.POSITIVE_INFINITY),
        );
        expect(Number(total ?? 0)).toBeGreaterThanOrEqual(0);
        expect(Number(coverage.percent ?? 0)).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('lets a veto dominate', () => {
    check(
      fc.property(rubricArb, sheetsArb, fc.nat(6), (rubric, sheets, at) => {
        const which = at % sheets.length;
        const vetoed = sheets.map((sheet, index) =>
          index === which ? { ...sheet, entries: { ...sheet.entries, V: { triggered: true } } } : sheet,
        );
        const result = scoreUnit(rubric, vetoed);
        expect(result.total === null ? null : Number(result.total)).toBe(
          result.composite === null ? null : 0,
        );
        expect(result.vetoes.map(({ code }) => code)).toEqual(['V']);
      }),
    );
  });
});

function reversed(sheet: Sheet): Sheet {
  return { ...sheet, entries: Object.fromEntries(Object.entries(sheet.entries).reverse()) };
}

/** The same sheet with the best answer in one place where there already was an answer. */
function improved(sheet: Sheet, code: string): Sheet {
  const best: Entries = {
    P1: { points: 30 },
    P2: { points: 15 },
    L: { level: 'A' },
    K1: { deducted: 0 },
    K2: { count: 0 },
    B: { uses: [{ option: 'city', count: 9 }] },
    N: { deducted: 0 },
  };
  const old = sheet.entries[code];
  if (!old || old.missing) return sheet;
  return { ...sheet, entries: { ...sheet.entries, [code]: best[code] ?? old } };
}
