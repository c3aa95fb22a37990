import { describe, expect, it } from 'vitest';
import { type ClashFacts, clashes, clashReasons } from '.';

const facts = (more: Partial<ClashFacts> = {}): ClashFacts => ({
  startsAt: '2022-11-18T01:00:00.000Z',
  endsAt: '2022-11-18T03:00:00.000Z',
  unit: 'u1',
  station: 's1',
  ...more,
});
const all = { venue: '二楼会议室', unitContact: '张三', stationContact: '李四', firstAidOfficer: '王急救' };
const other = { unit: 'u2', station: 's2' };

describe('two activities at one time', () => {
  it.each<[a: Partial<ClashFacts>, b: Partial<ClashFacts>, reasons: string[], why: string]>([
    [all, all, ['venue', 'unitContact', 'stationContact', 'firstAidOfficer'], 'everything is shared'],
    [all, { ...all, ...other }, [], 'the same names elsewhere are other people and rooms'],
    [all, { ...all, unit: 'u2' }, ['venue', 'stationContact', 'firstAidOfficer'], 'another unit at the site'],
    [all, { ...all, station: 's2' }, ['unitContact', 'firstAidOfficer'], 'the unit at another site'],
    [{}, {}, [], 'nothing is named'],
    [{ venue: '' }, { venue: ' ' }, [], 'blank is no name'],
    [{ venue: null }, { venue: undefined }, [], 'none is no name'],
    [{ venue: '二楼 会议室(A)' }, { venue: '二楼会议室（a）' }, ['venue'], 'written otherwise'],
    [{ venue: '二楼会议室' }, { venue: '三楼会议室' }, [], 'another room'],
    [all, { ...all, state: 'cancelled' }, [], 'one is called off'],
    [{ ...all, state: 'cancelled' }, all, [], 'one is called off'],
  ])('%j and %j share %j (%s)', (a, b, reasons, _why) => {
    expect(clashReasons(facts(a), facts(b))).toEqual(reasons);
    expect(clashReasons(facts(b), facts(a))).toEqual(reasons);
  });

  it.each([
    ['2022-11-18T03:00:00.000Z', '2022-11-18T04:00:00.000Z', false, 'begins as the other ends'],
    ['2022-11-18T02:59:59.999Z', '2022-11-18T04:00:00.000Z', true, 'begins just before it ends'],
    ['2022-11-18T00:00:00.000Z', '2022-11-18T01:00:00.000Z', false, 'ends as the other begins'],
    ['2022-11-18T00:00:00.000Z', '2022-11-18T01:00:00.001Z', true, 'ends just after it begins'],
  ])('from %s to %s: %s (%s)', (startsAt, endsAt, meets, _why) => {
    expect(clashReasons(facts(all), facts({ ...all, startsAt, endsAt })).length > 0).toBe(meets);
  });

  it('are found among many', () => {
    const room = facts({ venue: '礼堂', unit: 'u2' });
    expect(clashes(facts({ venue: '礼堂' }), [facts({ venue: '操场' }), room])).toEqual([
      { other: room, reasons: ['venue'] },
    ]);
  });
});
