import { describe, expect, it } from 'vitest';
import { machineOf } from '../workflow';
import {
  type ActivityFacts,
  ANNEX1_RULES,
  announcesAnew,
  leavesNoNotice,
  moveProblems,
  VENUE_KINDS,
} from '.';

const NOW = '2022-11-16T02:00:00.000Z';
const START = '2022-11-20T01:00:00.000Z';

const makeActivity = (overrides: Partial<ActivityFacts & { state: string }> = {}) => ({
  startsAt: START,
  endsAt: '2022-11-20T03:00:00.000Z',
  expectedPeople: 80,
  venueKind: 'site',
  routine: true,
  guides: '示例人员',
  firstAidOfficer: '示例人员',
  ivolunteerNumber: 'SL-0001',
  hasPublicSecurityApproval: false,
  hasUrbanManagementApproval: false,
  materialsReviewed: true,
  state: 'planned',
  ...overrides,
});

const options = { now: NOW, rules: ANNEX1_RULES, venueKinds: VENUE_KINDS, noticeDays: 2 };
const at = (startsAt: string, endsAt = '2022-12-31T00:00:00.000Z') => ({ startsAt, endsAt });

describe('moving what is announced', () => {
  it.each([
    ['announced', START, false, false, 'not moved'],
    ['announced', '2022-11-20T09:00:00+08:00', false, false, 'the same moment, written otherwise'],
    ['announced', '2022-11-20T01:00:00.001Z', true, false, 'later by the least'],
    ['announced', '2022-11-16T02:00:00.001Z', true, false, 'earlier, just after now'],
    ['announced', NOW, true, true, 'to this moment: nobody can be told'],
    ['announced', '2022-11-15T01:00:00.000Z', true, true, 'into the past'],
    ['planned', '2022-11-15T01:00:00.000Z', false, false, 'not announced'],
    ['cleared', NOW, false, false, 'not announced'],
    ['held', '2022-11-15T01:00:00.000Z', false, false, 'a correction after the event'],
    ['returned', '2022-11-15T01:00:00.000Z', false, false, 'a correction after the event'],
  ])('%s, to %s: anew %s, refused %s (%s)', (state, startsAt, anew, refused) => {
    const before = { startsAt: START, state };
    expect(announcesAnew(before, { startsAt })).toBe(anew);
    expect(leavesNoNotice(before, { startsAt }, NOW)).toBe(refused);
  });

  it('says what it entails, or why it cannot be', () => {
    const activity = makeActivity({ state: 'announced' });
    expect(moveProblems(activity, at('2022-11-21T01:00:00.000Z'), options)).toMatchObject([
      { refused: null, words: { zh: expect.stringContaining('公开发布时间') } },
    ]);
    const told = (startsAt: string) =>
      moveProblems(activity, at(startsAt), options).filter(({ words }) => words.zh.includes('提前不足'));
    expect(told('2022-11-17T23:00:00+08:00')).toHaveLength(1);
    expect(told('2022-11-18T00:00:00+08:00')).toEqual([]);
    expect(moveProblems(activity, at(NOW), options)).toMatchObject([{ refused: 'MOVED_WITHOUT_NOTICE' }]);
    expect(moveProblems(activity, at(START, '2022-11-20T05:00:00.000Z'), options)).toEqual([]);
  });
});

describe('moving by the state', () => {
  it('is refused where the record cannot be edited, and there alone', () => {
    const machine = machineOf('activity');
    const refused = (machine?.states ?? []).filter((state) =>
      moveProblems(makeActivity({ state }), at('2022-11-21T01:00:00.000Z'), options).some(
        (problem) => problem.refused === 'STATE_LOCKED',
      ),
    );
    expect(refused).toEqual(['reported', 'verified', 'cancelled']);
  });
});

describe('moving towards what is still open', () => {
  const open = { materialsReviewed: false };
  it.each<[state: string, startsAt: string, facts: Partial<ActivityFacts>, count: number, why: string]>([
    ['planned', '2022-11-17T01:00:00.000Z', open, 0, 'due on this day'],
    ['planned', '2022-11-16T05:00:00.000Z', open, 1, 'was due yesterday'],
    ['cleared', '2022-11-16T05:00:00.000Z', open, 1, 'cleared, and still open'],
    ['planned', '2022-11-16T05:00:00.000Z', {}, 0, 'nothing is open'],
    [
      'planned',
      '2022-11-16T05:00:00.000Z',
      { ...open, startsAt: '2022-11-16T04:00:00.000Z' },
      0,
      'overdue before',
    ],
    ['announced', '2022-11-16T05:00:00.000Z', open, 0, 'announcing has asked already'],
  ])('%s, to %s, with %j: told of %i (%s)', (state, startsAt, facts, count, _why) => {
    const problems = moveProblems(makeActivity({ state, ...facts }), at(startsAt), options);
    const told = problems.filter(({ words }) => words.zh.includes('尚未办妥'));
    expect(told).toHaveLength(count);
    expect(problems.every(({ refused }) => refused === null)).toBe(true);
  });
});
