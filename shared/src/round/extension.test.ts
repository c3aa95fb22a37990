import { describe, expect, it } from 'vitest';
import { extended, extendedFrom, extensionProblem, sourcesExtended } from './windows';

const ROUND = { opensOn: '2022-11-01', closesOn: '2022-11-30' };
const WINDOWS = { self: { opensOn: '2022-11-01', closesOn: '2022-11-10' } };
const TODAY = '2022-11-16';

describe('more time for a source', () => {
  it.each([
    ['self', '2022-11-16', true, 'today, after the days of the source are over'],
    ['self', '2022-11-15', false, 'later than before, but past'],
    ['self', '2022-11-10', false, 'the same day'],
    ['self', '2022-11-09', false, 'shorter'],
    ['self', '2022-12-05', true, 'beyond the round'],
    ['district', '2022-11-30', false, 'no days of its own: those of the round'],
    ['district', '2022-12-01', true, 'and a day more'],
    [null, '2022-11-29', false, 'the round, shorter'],
    [null, '2022-12-01', true, 'the round, longer'],
  ] as const)('%s until %s: %j (%s)', (source, closesOn, allowed, _why) => {
    expect(extensionProblem(WINDOWS, ROUND, { source, closesOn }, TODAY) === null).toBe(allowed);
  });

  it.each([
    ['self', '2022-11-20', '2022-11-20', '2022-11-30', 'within the round'],
    ['self', '2022-12-05', '2022-12-05', '2022-12-05', 'the round goes along'],
    [null, '2022-12-05', '2022-11-10', '2022-12-05', 'days of its own stay'],
    ['district', '2022-12-05', '2022-11-10', '2022-12-05', 'no days of its own: the round'],
  ] as const)(
    '%s until %s: self until %s, the round until %s (%s)',
    (source, closesOn, self, round, _why) => {
      const after = extended(WINDOWS, ROUND, { source, closesOn });
      expect([after.windows.self?.closesOn, after.closesOn]).toEqual([self, round]);
      expect(after.windows.self?.opensOn).toBe('2022-11-01');
    },
  );

  it('concerns the source, or all that go by the round', () => {
    expect(sourcesExtended(WINDOWS, 'self')).toEqual(['self']);
    expect(sourcesExtended(WINDOWS, null)).toEqual(['town', 'district', 'inspection', 'public']);
    expect(sourcesExtended(WINDOWS, 'town')).toEqual(['town', 'district', 'inspection', 'public']);
    expect([extendedFrom(WINDOWS, ROUND, 'self'), extendedFrom(WINDOWS, ROUND, null)]).toEqual([
      '2022-11-10',
      '2022-11-30',
    ]);
  });
});
