import { describe, expect, it } from 'vitest';
import { isPartyOf, rolesOfSource } from './sources';
import { outsideWindow, readWindows, windowOf, windowProblems } from './windows';

const ROUND = { opensOn: '2022-11-01', closesOn: '2022-11-30' };
const self = (opensOn: string, closesOn: string) => ({ self: { opensOn, closesOn } });

describe('who judges for a source', () => {
  const unit = { unit: 1, towns: new Set([7]) };
  const of = (role: 'unit' | 'town' | 'evaluator', anchors: object = {}) => ({
    role,
    unit: null,
    town: null,
    ...anchors,
  });
  it.each([
    ['self', of('unit', { unit: 1 }), true, 'the unit itself'],
    ['self', of('unit', { unit: 2 }), false, 'another unit'],
    ['self', of('town', { town: 7 }), null, 'no party of this source'],
    ['town', of('town', { town: 7 }), true, 'the town of a paired site'],
    ['town', of('town', { town: 8 }), false, 'another town'],
    ['town', of('town'), false, 'a town account of no town'],
    ['district', of('evaluator', { unit: 1 }), null, 'recusal decides'],
  ] as const)('%s by %j: %s (%s)', (source, account, expected, _why) => {
    expect(isPartyOf(source, account, unit)).toBe(expected);
  });
  it('is an evaluator, or the party', () => {
    expect(rolesOfSource('self')).toEqual(['evaluator', 'unit']);
    expect(rolesOfSource('district')).toEqual(['evaluator']);
  });
});

describe('the windows of sources', () => {
  it('are read, or are none', () => {
    expect(readWindows(null)).toEqual({});
    expect(readWindows(self('2022-11-01', '2022-11-05'))).toEqual(self('2022-11-01', '2022-11-05'));
    for (const wrong of [[], 'x', { self: {} }, { nobody: ROUND }, self('1.11.', '5.11.')])
      expect(readWindows(wrong), JSON.stringify(wrong)).toBeNull();
  });
  it.each([
    [self('2022-11-01', '2022-11-30'), 0, 'the whole round'],
    [self('2022-11-05', '2022-11-05'), 0, 'one day'],
    [self('2022-11-05', '2022-11-04'), 1, 'ends before it begins'],
    [self('2022-10-31', '2022-11-05'), 1, 'begins before the round'],
    [self('2022-11-05', '2022-12-01'), 1, 'ends after it'],
  ])('%j: %i problems (%s)', (windows, count) => {
    expect(windowProblems(windows, ROUND)).toHaveLength(count);
  });
  it('default to the round’s days', () => {
    expect(windowOf({}, 'self', ROUND)).toEqual(ROUND);
  });
  it.each([
    ['2022-11-04', 'draft', '尚未开始'],
    ['2022-11-05', 'draft', null],
    ['2022-11-09', 'draft', null],
    ['2022-11-10', 'draft', '已经结束'],
    ['2022-11-10', 'returned', null],
  ])('on %s a %s sheet: %s', (today, state, said) => {
    const words = outsideWindow(self('2022-11-05', '2022-11-09'), 'self', state, today);
    if (said === null) expect(words).toBeNull();
    else expect(words?.zh).toContain(said);
    expect(outsideWindow(self('2022-11-05', '2022-11-09'), 'district', state, today)).toBeNull();
  });
});
