import { describe, expect, it } from 'vitest';
import { instantAt } from '../calendar';
import { type CadenceParty, PLAN_PRESET } from '../programme';
import { earliestDay, toCadenceActivity, type WorkActivity, waitingCells } from './coming-due';

const TODAY = '2022-11-16';
const RULES = PLAN_PRESET.cadenceRules;
const CALENDAR = { focusWeekReading: 'calendarRow' } as const;

const pairing = (over: object = {}): CadenceParty => ({
  id: 'p',
  per: 'pairing',
  unitClass: 'liaison',
  unitId: 'u',
  stationId: 's',
  ...over,
});

const activity = (day: string, state: string, over: Partial<WorkActivity> = {}): WorkActivity => ({
  id: `${day} ${state}`,
  unitId: 'u',
  stationId: 's',
  category: 'care',
  startsAt: instantAt(day, '09:00'),
  state,
  ...over,
});

describe('what an activity counts for', () => {
  it.each([
    ['planned', false, false],
    ['cleared', false, true],
    ['announced', false, true],
    ['held', false, true],
    ['reported', false, true],
    ['returned', false, true],
    ['verified', true, true],
    ['cancelled', false, false],
  ])('%s: verified %s, agreed %s', (state, verified, agreed) => {
    expect(toCadenceActivity(activity(TODAY, state))).toMatchObject({ verified, agreed });
  });
});

describe('the focus week that is running', () => {
  const focus = (...activities: WorkActivity[]) =>
    waitingCells(RULES, CALENDAR, [pairing()], activities, TODAY)
      .filter(({ period }) => period === 'focusWeek')
      .map(({ scheduled, daysLeft }) => ({ scheduled, daysLeft }));

  it.each<[string, WorkActivity[], object[]]>([
    ['nothing in view', [], [{ scheduled: 0, daysLeft: 4 }]],
    ['planned for its last day', [activity('2022-11-20', 'planned')], [{ scheduled: 1, daysLeft: 4 }]],
    ['held, not verified yet', [activity('2022-11-15', 'held')], [{ scheduled: 1, daysLeft: 4 }]],
    ['verified: nothing is owed', [activity('2022-11-14', 'verified')], []],
    ['cancelled counts for nothing', [activity('2022-11-17', 'cancelled')], [{ scheduled: 0, daysLeft: 4 }]],
    ['the day after it', [activity('2022-11-21', 'planned')], [{ scheduled: 0, daysLeft: 4 }]],
    [
      'at another site',
      [activity('2022-11-17', 'planned', { stationId: 'x' })],
      [{ scheduled: 0, daysLeft: 4 }],
    ],
    [
      'of another unit',
      [activity('2022-11-17', 'planned', { unitId: 'x' })],
      [{ scheduled: 0, daysLeft: 4 }],
    ],
    [
      'of another unit, with which it takes part',
      [activity('2022-11-17', 'planned', { unitId: 'x', alsoUnitIds: ['u'] })],
      [{ scheduled: 1, daysLeft: 4 }],
    ],
  ])('%s', (_, activities, expected) => {
    expect(focus(...activities)).toEqual(expected);
  });

  it('is joined by no week whose content is agreed', () => {
    const agreed = [{ id: 'c', unitId: 'u', stationId: 's', week: '2022-11-14' }];
    const weeks = (contents: typeof agreed) =>
      waitingCells(RULES, CALENDAR, [pairing()], [], TODAY, [], contents)
        .filter(({ period }) => period === 'week')
        .map(({ window }) => window.from);
    expect(weeks([])).toEqual(['2022-11-14', '2022-11-21']);
    expect(weeks(agreed)).toEqual(['2022-11-21']);
  });

  it('asks nothing of a school: the rule is for liaison units', () => {
    expect(waitingCells(RULES, CALENDAR, [pairing({ unitClass: 'school' })], [], TODAY)).toEqual([]);
  });
});

describe('from when activities matter', () => {
  it('is the first day of a window that ends within the look-ahead', () => {
    expect(earliestDay(RULES, CALENDAR, TODAY)).toBe('2022-11-14');
  });

  it('reaches back to the beginning when “once” is due', () => {
    expect(earliestDay(RULES, CALENDAR, '2023-02-14')).toBe('2022-07-01');
    expect(earliestDay(RULES, CALENDAR, '2023-02-13')).toBe('2023-02-13');
  });

  it('is nothing when all rules are over', () => {
    expect(earliestDay(RULES, CALENDAR, '2023-03-01')).toBeNull();
  });
});
