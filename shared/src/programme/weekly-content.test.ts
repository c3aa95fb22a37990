import { describe, expect, it } from 'vitest';
import { agreedContent, type CadenceParty, type CadenceRule, cadenceCells, countsContents } from '.';

const weekly: CadenceRule = {
  code: 'weekly',
  words: { zh: '每周内容', en: 'Weekly content' },
  who: { per: 'pairing', unitClasses: ['liaison'] },
  what: 'any',
  period: 'week',
  minimum: 1,
  evidence: 'agreed',
  from: '2022-11-01',
  to: '2022-11-30',
  source: '示例',
};

const pairing = (over: object = {}): CadenceParty => ({
  ...{ id: 'p', per: 'pairing', unitClass: 'liaison', unitId: 'u', stationId: 's' },
  ...over,
});

const content = (week: string, over: object = {}) =>
  agreedContent({ id: week, unitId: 'u', stationId: 's', week, ...over });

const cellsWith = (rule: CadenceRule, week: string, over = {}) =>
  cadenceCells(rule, { focusWeekReading: 'calendarRow' }, [pairing()], [content(week, over)], '2023-01-01')
    .filter(({ activities }) => activities.length > 0)
    .map(({ window }) => window.key);

describe('the agreed content of a week', () => {
  it.each<[string, CadenceRule, string, object, string[]]>([
    ['counts in its week', weekly, '2022-11-14', {}, ['2022-11-14']],
    [
      'counts in the month that holds its Thursday',
      { ...weekly, period: 'month' },
      '2022-10-31',
      {},
      ['2022-11'],
    ],
    ['not in the month before', { ...weekly, period: 'month' }, '2022-11-28', {}, []],
    ['not at another site', weekly, '2022-11-14', { stationId: 'x' }, []],
    ['not for another unit', weekly, '2022-11-14', { unitId: 'x' }, []],
    ['not where only what was verified counts', { ...weekly, evidence: 'verified' }, '2022-11-14', {}, []],
    ['not for a rule about categories', { ...weekly, what: ['care'] }, '2022-11-14', {}, []],
  ])('%s', (_, rule, week, over, keys) => {
    expect(cellsWith(rule, week, over)).toEqual(keys);
  });

  it('is asked for only by a rule that takes what is agreed, of whatever category', () => {
    expect(countsContents(weekly)).toBe(true);
    expect(countsContents({ ...weekly, what: ['care'] })).toBe(false);
    expect(countsContents({ ...weekly, evidence: 'verified' })).toBe(false);
  });
});
