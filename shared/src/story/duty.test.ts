import { describe, expect, it } from 'vitest';
import { ROLES } from '../access';
import { DEFAULT_STORY_DUTIES, type StoryDuty, storyDutiesSchema } from '../programme';
import { begunWindows, dutiesFor, judgeDuty, seesDuties } from './duty';

describe('judgeDuty', () => {
  it.each([
    // done, minimum, today → state, days, why
    [1, 1, '2022-09-01', 'met', null, 'enough'],
    [2, 1, '2022-12-01', 'met', null, 'more than enough, long over'],
    [0, 1, '2022-09-29', 'open', 1, 'a day is left'],
    [0, 1, '2022-09-30', 'open', 0, 'the last day'],
    [1, 2, '2022-09-30', 'open', 0, 'one is missing'],
    [0, 1, '2022-10-01', 'missed', 1, 'the day after'],
    [1, 2, '2022-10-05', 'missed', 5, 'one was missing'],
  ] as const)('%i of %i on %s → %s, %s (%s)', (done, minimum, today, state, days, _why) =>
    expect(judgeDuty({ done, minimum, to: '2022-09-30' }, today)).toEqual({ state, days }),
  );
});

const QUARTERLY = DEFAULT_STORY_DUTIES[0] as StoryDuty;
const keysOn = (duty: StoryDuty, today: string) => begunWindows(duty, today).map(({ key }) => key);

describe('begunWindows', () => {
  it.each([
    ['2022-06-30', []],
    ['2022-07-01', ['2022-07/2022-09']],
    ['2022-10-01', ['2022-07/2022-09', '2022-10/2022-12']],
    // The last quarter lacks a month and is owed all the same.
    ['2023-06-01', ['2022-07/2022-09', '2022-10/2022-12', '2023-01/2023-03']],
  ])('on %s: %j', (today, expected) => expect(keysOn(QUARTERLY, today)).toEqual(expected));

  it('counts months, and the whole stretch once', () => {
    expect(keysOn({ ...QUARTERLY, period: 'month' }, '2022-08-01')).toEqual(['2022-07', '2022-08']);
    expect(keysOn({ ...QUARTERLY, period: 'once' }, '2022-08-01')).toEqual(['once']);
  });
});

describe('the default duties', () => {
  it('fit the schema, and every class of units has one', () => {
    expect(storyDutiesSchema.safeParse(DEFAULT_STORY_DUTIES).success).toBe(true);
    for (const unitClass of ['liaison', 'key', 'school'] as const)
      expect(dutiesFor(DEFAULT_STORY_DUTIES, unitClass)).toHaveLength(1);
  });

  it.each([
    [{ to: '2022-06-30' }, 'it ends before it begins'],
    [{ minimum: 0 }, 'nothing is asked'],
    [{ unitClasses: [] }, 'nobody is asked'],
    [{ period: 'week' }, 'no such period'],
  ])('refuses %j: %s', (wrong, _why) =>
    expect(storyDutiesSchema.safeParse([{ ...QUARTERLY, ...wrong }]).success).toBe(false),
  );

  it('refuses a code twice', () => {
    expect(storyDutiesSchema.safeParse([QUARTERLY, QUARTERLY]).success).toBe(false);
  });
});

it('duties are judged for those who see all stories of a unit', () => {
  expect(ROLES.filter(seesDuties).sort()).toEqual(
    ['civilityOffice', 'districtOffice', 'leadDepartment', 'publicity', 'unit'].sort(),
  );
});
