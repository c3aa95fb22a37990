import { describe, expect, it } from 'vitest';
import { holidaysWithin, isWorkday } from './public-holidays';

describe('the public holidays', () => {
  it('are those that the State Council has set for the time of the plan', () => {
    // 国办发明电〔2021〕11号 and 〔2022〕16号.
    expect(holidaysWithin('2022-07-01', '2023-02-28')).toEqual([
      { reason: '中秋', startsOn: '2022-09-10', endsOn: '2022-09-12' },
      { reason: '国庆节', startsOn: '2022-10-01', endsOn: '2022-10-07' },
      { reason: '元旦', startsOn: '2022-12-31', endsOn: '2023-01-02' },
      { reason: '春节', startsOn: '2023-01-21', endsOn: '2023-01-27' },
    ]);
  });

  it('begin and end with the days asked for', () => {
    expect(holidaysWithin('2022-10-03', '2022-10-04')).toEqual([
      { reason: '国庆节', startsOn: '2022-10-03', endsOn: '2022-10-04' },
    ]);
    expect(holidaysWithin('2022-10-08', '2022-10-31')).toEqual([]);
  });
});

describe('a working day', () => {
  it.each([
    ['2022-09-30', true, 'a Friday'],
    ['2022-10-01', false, 'National Day'],
    ['2022-10-08', true, 'a Saturday on which work is made up'],
    ['2022-10-15', false, 'a Saturday'],
    ['2023-01-28', true, 'made up after the Spring Festival'],
  ])('%s: %s (%s)', (day, worked) => {
    expect(isWorkday(day)).toBe(worked);
  });
});
