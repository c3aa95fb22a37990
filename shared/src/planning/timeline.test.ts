import { describe, expect, it } from 'vitest';
import { PLAN_DEPARTMENTS, PLAN_PRESET } from '../programme';
import { coverageSeenBy, DEPARTMENTS_WITHOUT_PLAN } from './coverage';
import { timelineOf } from './timeline';

describe('the timeline of the plan', () => {
  const { span, entries } = timelineOf(PLAN_PRESET, '2022-11-16');
  const of = (kind: string) => entries.filter((entry) => entry.kind === kind);

  it('reaches over phases, focus weeks and deadlines, in order', () => {
    expect(span).toEqual({ from: '2022-06-01', to: '2023-03-31' });
    expect(entries.map(({ from }) => from)).toEqual(entries.map(({ from }) => from).sort());
    expect(of('phase').map(({ key, when }) => [key, when])).toEqual([
      ['deployment', 'past'],
      ['progress', 'now'],
      ['conclusion', 'ahead'],
    ]);
    expect(of('deadline').map(({ from, when }) => [from, when])).toEqual([
      ['2022-10-20', 'past'],
      ['2023-02-20', 'ahead'],
    ]);
    expect(of('focusWeek').map(({ from, to }) => `${from}/${to}`)).toContain('2022-11-14/2022-11-20');
    expect(of('focusWeek')).toHaveLength(9);
  });

  it.each([
    ['2022-11-13', 'ahead'],
    ['2022-11-14', 'now'],
    ['2022-11-20', 'now'],
    ['2022-11-21', 'past'],
  ])('on %s the focus week of November is %s', (today, when) => {
    const week = timelineOf(PLAN_PRESET, today).entries.find(({ key }) => key === '2022-11');
    expect(week?.when).toBe(when);
  });

  it('ends a deadline that does not include its day on the day before', () => {
    const deadlines = PLAN_PRESET.deadlines.map((deadline) => ({ ...deadline, dayIncluded: false }));
    const days = timelineOf({ ...PLAN_PRESET, deadlines }, '2022-11-16').entries;
    expect(days.filter(({ kind }) => kind === 'deadline').map(({ to }) => to)).toEqual([
      '2022-10-19',
      '2023-02-19',
    ]);
  });
});

describe('who makes a plan', () => {
  it('is every department of which the plan asks one', () => {
    for (const { name, detailedPlan } of PLAN_DEPARTMENTS)
      expect(DEPARTMENTS_WITHOUT_PLAN.includes(name), name).toBe(!detailedPlan);
  });
  it.each([
    ['districtOffice', ['unit', 'station', 'department']],
    ['leadDepartment', ['unit']],
    ['town', ['station']],
    ['unit', []],
  ] as const)('%s sees the coverage of %j', (role, kinds) => {
    expect(coverageSeenBy(role)).toEqual(kinds);
  });
});
