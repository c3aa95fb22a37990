import { describe, expect, it } from 'vitest';
import { type Band, DEFAULT_BANDS, rubricPreset } from '../rubric';
import { rankUnits } from './rank';
import { makeIndicator, makeRubric, makeSheet, makeUnit, points } from './test-builders';
import { scoreUnit } from './unit';
import type { Veto } from './veto';

const rubric = makeRubric([makeIndicator('P1', 100)], { tieBreaks: ['rawMean', 'indicator:P1', 'penalty'] });
const quota = (count: number): Band[] =>
  DEFAULT_BANDS.map((band, at) => (at === 0 ? { ...band, quota: { count } } : band));
const ranksOf = (units: Parameters<typeof rankUnits>[1], by = rubric) =>
  Object.fromEntries(
    rankUnits(by, units).flatMap((group) => group.units.map(({ unitId, rank }) => [unitId, rank])),
  );
const bandsOf = (units: Parameters<typeof rankUnits>[1], by = rubric) =>
  Object.fromEntries(
    rankUnits(by, units).flatMap((group) => group.units.map(({ unitId, band }) => [unitId, band])),
  );
const veto = (effect: 'zero' | 'band', band?: string): Veto => ({
  code: 'V',
  name: '弄虚作假',
  effect,
  ...(band ? { band } : {}),
  sheetIds: ['s'],
  words: { zh: '一票否决', en: 'Veto' },
});

it('gives the band of the published total where that decides', () => {
  const rubric = makeRubric([makeIndicator('P1', 100)], { decidedBy: 'shown' });
  const sheets = [89.99, 90, 90].map((value, at) => makeSheet(`s${at}`, points(value)));
  const unit = { unitId: 'u', unitName: '甲局', unitClass: 'key', result: scoreUnit(rubric, sheets) };
  expect(rankUnits(rubric, [unit])[0]?.units[0]).toMatchObject({ rank: 1, band: 'excellent', total: '90' });
});

describe('ranks', () => {
  it('are 1224', () => {
    expect(
      ranksOf([makeUnit('c', '80'), makeUnit('a', '90'), makeUnit('b', '80'), makeUnit('d', '70')]),
    ).toEqual({ a: 1, b: 2, c: 2, d: 4 });
  });

  it('compare exact totals, not what is shown', () => {
    expect(
      ranksOf([makeUnit('a', '89.996', { shown: '90.00' }), makeUnit('b', '89.997', { shown: '90.00' })]),
    ).toEqual({ b: 1, a: 2 });
  });

  it('are by class', () => {
    expect(ranksOf([makeUnit('a', '80'), makeUnit('b', '90', {}, 'school')])).toEqual({ a: 1, b: 1 });
  });

  it.each([
    ['by the first key', { rawMean: '79' }, { rawMean: '81' }, 'rawMean', 'b'],
    ['by the second', { indicators: { P1: '5' } }, { indicators: { P1: '4' } }, 'indicator:P1', 'a'],
    [
      'a missing figure is worse than any',
      { indicators: { P1: null } },
      { indicators: { P1: '0' } },
      'indicator:P1',
      'b',
    ],
    ['less penalty is better', { penalty: '2' }, { penalty: '1' }, 'penalty', 'b'],
  ])('break a tie %s', (_name, a, b, key, first) => {
    const [group] = rankUnits(rubric, [makeUnit('a', '80', a), makeUnit('b', '80', b)]);
    expect(group?.units.map(({ rank, tieBreak }) => [rank, tieBreak?.key])).toEqual([
      [1, key],
      [2, key],
    ]);
    expect(group?.units[0]?.unitId).toBe(first);
  });

  it('leave units unranked with the reason', () => {
    const three = { ...rubric, minRaters: 3 };
    const units = [
      makeUnit('few', '99', { raters: 2 }),
      makeUnit('enough', '60', { raters: 3 }),
      makeUnit('none', null),
      makeUnit('veto', '95', { vetoes: [veto('band')] }),
    ];
    const [group] = rankUnits(three, units);
    const rows = Object.fromEntries(
      group?.units.map(({ unitId, rank, unranked, band }) => [unitId, [rank, unranked?.reason, band]]) ?? [],
    );
    expect(rows).toEqual({
      few: [null, 'tooFewRaters', null],
      enough: [1, undefined, 'qualified'],
      none: [null, 'noTotal', null],
      veto: [null, 'vetoed', 'unqualified'],
    });
    expect(group?.ranked).toBe(1);
  });
});

describe('bands', () => {
  it.each([
    ['100', 'excellent'],
    ['90', 'excellent'],
    ['89.99999999999999999999', 'good'],
    ['80', 'good'],
    ['79.99', 'qualified'],
    ['60', 'qualified'],
    ['59.99', 'unqualified'],
    ['0', 'unqualified'],
  ])('%s is %s', (total, band) => {
    expect(bandsOf([makeUnit('a', total)])).toEqual({ a: band });
  });

  it.each<[string, Veto, string]>([
    ['95', veto('zero'), 'excellent'],
    ['0', veto('zero'), 'unqualified'],
    ['95', veto('band', 'good'), 'good'],
    ['61', veto('band', 'good'), 'qualified'],
    ['95', veto('band'), 'unqualified'],
  ])('a vetoed total of %s', (total, one, band) => {
    expect(bandsOf([makeUnit('a', total, { vetoes: [one] })])).toEqual({ a: band });
  });

  it('gives a vetoed unit no place of a quota', () => {
    const limited = { ...rubric, bands: quota(1) };
    const units = [makeUnit('v', '99', { vetoes: [veto('band', 'excellent')] }), makeUnit('a', '95')];
    expect(bandsOf(units, limited)).toEqual({ v: 'good', a: 'excellent' });
  });
});

describe('quotas', () => {
  const units = [makeUnit('a', '98'), makeUnit('b', '96'), makeUnit('c', '94'), makeUnit('d', '85')];
  it.each([
    [0, ['good', 'good', 'good', 'good']],
    [1, ['excellent', 'good', 'good', 'good']],
    [2, ['excellent', 'excellent', 'good', 'good']],
    [3, ['excellent', 'excellent', 'excellent', 'good']],
    [4, ['excellent', 'excellent', 'excellent', 'good']],
  ])('%d places', (count, bands) => {
    expect(Object.values(bandsOf(units, { ...rubric, bands: quota(count) }))).toEqual(bands);
  });

  it('move a tie that does not fit as a whole, and nobody behind it overtakes', () => {
    const tied = [makeUnit('a', '98'), makeUnit('b', '96'), makeUnit('c', '96'), makeUnit('d', '94')];
    const limited = { ...rubric, bands: quota(2) };
    expect(bandsOf(tied, limited)).toEqual({ a: 'excellent', b: 'good', c: 'good', d: 'good' });
    const moved = rankUnits(limited, tied)[0]?.units.find(({ unitId }) => unitId === 'b')?.moved;
    expect(moved?.[0]).toMatchObject({ from: 'excellent', to: 'good' });
    expect(moved?.[0]?.words.zh).toBe('优秀名额 2 个，剩 1 个，2 家并列无法区分，均列为良好');
  });

  it('cascade, the better rank first', () => {
    const bands = DEFAULT_BANDS.map((band, at) => (at < 2 ? { ...band, quota: { count: 1 } } : band));
    const result = rankUnits({ ...rubric, bands }, units)[0]?.units ?? [];
    expect(result.map(({ band }) => band)).toEqual(['excellent', 'good', 'qualified', 'qualified']);
    expect(result.map(({ moved }) => moved.length)).toEqual([0, 1, 2, 1]);
    expect(result[3]?.naturalBand).toBe('good');
  });

  it('round a share down', () => {
    const bands = DEFAULT_BANDS.map((band, at) => (at === 0 ? { ...band, quota: { share: 0.3 } } : band));
    expect(
      Object.values(bandsOf(units, { ...rubric, bands })).filter((band) => band === 'excellent'),
    ).toHaveLength(1);
    expect(bandsOf(units.slice(0, 3), { ...rubric, bands })).toEqual({ a: 'good', b: 'good', c: 'good' });
  });

  it('are those of the class: one 5-star institute, two 5-star stations', () => {
    const stars = rubricPreset('starQuotas');
    const four = (level: string) =>
      ['1', '2', '3'].map((id, at) => makeUnit(`${level}${id}`, String(99 - at), {}, level));
    const fives = Object.entries(bandsOf([...four('institute'), ...four('station')], stars)).filter(
      ([, band]) => band === 'star5',
    );
    expect(fives.map(([id]) => id)).toEqual(['institute1', 'station1', 'station2']);
  });
});
