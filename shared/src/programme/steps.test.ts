import { describe, expect, it } from 'vitest';
import { type Deadline, dueInstant, dueState, lastDay, phaseOn } from '.';
import { phasesAreInOrder } from './phase';
import { PLAN_DEADLINES, PLAN_PHASES } from './plan-steps';

describe('phaseOn', () => {
  it.each<[string, string | undefined, string]>([
    ['2022-05-01', 'deployment', 'since the plan was issued'],
    ['2022-06-30', 'deployment', 'last day'],
    ['2022-07-01', 'progress', 'first day'],
    ['2022-11-16', 'progress', 'in the middle'],
    ['2023-02-28', 'progress', 'last day'],
    ['2023-03-01', 'conclusion', 'first day'],
    ['2023-03-31', 'conclusion', 'last day'],
    ['2023-04-01', undefined, 'over'],
  ])('%s → %s (%s)', (day, expected) => expect(phaseOn(PLAN_PHASES, day)?.code).toBe(expected));

  it('is null in a gap', () => {
    const gap = PLAN_PHASES.filter((phase) => phase.code !== 'progress');
    expect(phaseOn(gap, '2022-11-16')).toBeNull();
  });
});

describe('phasesAreInOrder', () => {
  const [deployment, progress, conclusion] = PLAN_PHASES;
  if (!deployment || !progress || !conclusion) throw new Error('the plan has three phases');

  it.each([
    [[deployment, progress, conclusion], true, 'the plan'],
    [[progress, deployment], false, 'turned round'],
    [[deployment, { ...progress, from: '2022-06-30' }], false, 'a day shared'],
    [[{ ...progress, to: '2022-06-30' }], false, 'ends before it begins'],
    [[deployment, { ...progress, from: null }], false, 'only the first may lack a beginning'],
    [[], true, 'none'],
  ])('%j → %s (%s)', (phases, expected) => expect(phasesAreInOrder(phases)).toBe(expected));
});

const makeDeadline = (overrides: Partial<Deadline> = {}): Deadline => ({
  code: 'interimSummary',
  words: { zh: '工作小结', en: 'Interim summary' },
  dueOn: '2022-10-20',
  dayIncluded: true,
  dataCutoff: '2022-10-20',
  addendumAllowed: true,
  source: '示例',
  ...overrides,
});

describe('dueState', () => {
  it.each([
    ['2022-10-05', 'upcoming', 15],
    ['2022-10-06', 'dueSoon', 14],
    ['2022-10-19', 'dueSoon', 1],
    ['2022-10-20', 'dueSoon', 0],
    ['2022-10-21', 'overdue', 1],
    ['2022-11-16', 'overdue', 27],
  ])('not submitted, on %s: %s %i', (today, state, days) => {
    expect(dueState(makeDeadline(), today)).toEqual({ state, days });
    expect(dueState(makeDeadline(), today, null)).toEqual({ state, days });
  });

  it.each([
    ['2022-10-18T02:00:00.000Z', 'done', 2],
    ['2022-10-20T15:59:59.999Z', 'done', 0],
    ['2022-10-20T16:00:00.000Z', 'late', 1],
    ['2022-10-25T02:00:00.000Z', 'late', 5],
  ])('submitted at %s: %s %i, whatever today is', (submittedAt, state, days) => {
    expect(dueState(makeDeadline(), '2022-10-01', submittedAt)).toEqual({ state, days });
    expect(dueState(makeDeadline(), '2023-10-01', submittedAt)).toEqual({ state, days });
  });

  it('ends a day earlier where the programme says that 前 leaves the day out', () => {
    const deadline = makeDeadline({ dayIncluded: false });
    expect(lastDay(deadline)).toBe('2022-10-19');
    expect(dueInstant(deadline)).toBe('2022-10-19T15:59:59.999Z');
    expect(dueState(deadline, '2022-10-20')).toEqual({ state: 'overdue', days: 1 });
    expect(dueState(deadline, '2022-10-20', '2022-10-19T16:00:00.000Z')).toEqual({ state: 'late', days: 1 });
  });

  it('takes another notion of soon', () => {
    expect(dueState(makeDeadline(), '2022-10-17', null, 2).state).toBe('upcoming');
    expect(dueState(makeDeadline(), '2022-10-18', null, 2).state).toBe('dueSoon');
  });

  it('knows the two reports of the plan', () => {
    expect(PLAN_DEADLINES.map(dueInstant)).toEqual(['2022-10-20T15:59:59.999Z', '2023-02-20T15:59:59.999Z']);
  });
});
