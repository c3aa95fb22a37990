import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, instantAt } from '../calendar';
import {
  type CadenceActivity,
  type CadenceCell,
  type CadenceException,
  type CadenceParty,
  type CadenceRule,
  cadenceCells,
  comingDue,
  PLAN_PRESET,
} from '.';

const PROGRAMME = { focusWeekReading: 'calendarRow' } as const;

const makeRule = (overrides: Partial<CadenceRule> = {}): CadenceRule => ({
  code: 'test.rule',
  words: { zh: '示例规则', en: 'Example rule' },
  who: { per: 'pairing', unitClasses: ['liaison'] },
  what: 'any',
  period: 'focusWeek',
  minimum: 1,
  evidence: 'verified',
  from: '2022-07-01',
  to: '2022-08-31',
  source: '示例',
  ...overrides,
});

const pairing = (overrides: object = {}): CadenceParty => ({
  id: 'p1',
  per: 'pairing',
  unitClass: 'liaison',
  unitId: 'u1',
  stationId: 's1',
  ...overrides,
});

let made = 0;
const activity = (day: string, overrides: Partial<CadenceActivity> = {}): CadenceActivity => ({
  id: `a${++made}`,
  unitId: 'u1',
  stationId: 's1',
  category: 'care',
  startsAt: instantAt(day, '09:00'),
  verified: true,
  agreed: true,
  ...overrides,
});

const states = (rule: CadenceRule, parties: CadenceParty[], activities: CadenceActivity[], today: string) =>
  cadenceCells(rule, PROGRAMME, parties, activities, today).map((cell) => cell.state);

describe('cadenceCells', () => {
  // July's focus week is 11–17, August's 15–21.
  it.each([
    ['2022-07-10', [], ['notYet', 'notYet'], 'before the window'],
    ['2022-07-17', [], ['notYet', 'notYet'], 'on its last day'],
    ['2022-07-18', [], ['missed', 'notYet'], 'the day after'],
    ['2022-08-22', [], ['missed', 'missed'], 'both over'],
    ['2022-08-22', [activity('2022-07-10')], ['missed', 'missed'], 'a day early'],
    ['2022-08-22', [activity('2022-07-11')], ['met', 'missed'], 'first day'],
    ['2022-08-22', [activity('2022-07-17')], ['met', 'missed'], 'last day'],
    ['2022-08-22', [activity('2022-07-18')], ['missed', 'missed'], 'a day late'],
    ['2022-07-12', [activity('2022-07-11')], ['met', 'notYet'], 'met as soon as it is'],
    ['2022-08-22', [activity('2022-07-11', { verified: false })], ['missed', 'missed'], 'not verified'],
    ['2022-08-22', [activity('2022-07-11', { stationId: 's2' })], ['missed', 'missed'], 'at another site'],
    ['2022-08-22', [activity('2022-07-11', { unitId: 'u2' })], ['missed', 'missed'], 'by another unit'],
  ])('on %s with %j → %j (%s)', (today, activities, expected) => {
    expect(states(makeRule(), [pairing()], activities, today)).toEqual(expected);
  });

  it('counts an activity on the day of its start in Shanghai', () => {
    const lastMoment = activity('2022-07-17', { startsAt: '2022-07-17T15:59:59.999Z' });
    const nextMoment = activity('2022-07-17', { startsAt: '2022-07-17T16:00:00.000Z' });
    expect(states(makeRule(), [pairing()], [lastMoment], '2022-07-20')[0]).toBe('met');
    expect(states(makeRule(), [pairing()], [nextMoment], '2022-07-20')[0]).toBe('missed');
  });

  it('names what it counted and the window that it judged', () => {
    const [cell] = cadenceCells(
      makeRule(),
      PROGRAMME,
      [pairing()],
      [activity('2022-07-12', { id: 'x' })],
      '2022-07-20',
    );
    expect(cell).toEqual({
      rule: 'test.rule',
      party: 'p1',
      window: { key: '2022-07', from: '2022-07-11', to: '2022-07-17' },
      minimum: 1,
      activities: ['x'],
      late: [],
      state: 'met',
    });
  });

  it.each([
    [3, 'missed'],
    [4, 'met'],
    [5, 'met'],
  ])('%i activities of a minimum of four: %s', (number, expected) => {
    const rule = makeRule({ period: 'month', minimum: 4, to: '2022-07-31' });
    const activities = Array.from({ length: number }, (_, index) => activity(`2022-07-0${index + 1}`));
    expect(states(rule, [pairing()], activities, '2022-08-01')).toEqual([expected]);
  });

  it('counts only the categories of the rule', () => {
    const rule = makeRule({ what: ['partyLecture', 'citizenTalks'], period: 'once' });
    const today = '2022-09-01';
    expect(states(rule, [pairing()], [activity('2022-07-05')], today)).toEqual(['missed']);
    expect(states(rule, [pairing()], [activity('2022-07-05', { category: 'citizenTalks' })], today)).toEqual([
      'met',
    ]);
  });

  it.each([
    [{ verified: false, agreed: true }, 'agreed', 'met'],
    [{ verified: true, agreed: false }, 'agreed', 'met'],
    [{ verified: false, agreed: false }, 'agreed', 'missed'],
    [{ verified: false, agreed: true }, 'verified', 'missed'],
  ] as const)('%j as evidence %s: %s', (proof, evidence, expected) => {
    const rule = makeRule({ period: 'once', evidence });
    expect(states(rule, [pairing()], [activity('2022-07-05', proof)], '2022-09-01')).toEqual([expected]);
  });

  // July's window ends on the 17th: with five days for the report the cut-off is the 22nd.
  it.each<[number | null, string | null, CadenceCell['state'], string]>([
    [5, '2022-07-22', 'met', 'reported on the last day'],
    [5, '2022-07-23', 'metLate', 'a day late'],
    [0, '2022-07-17', 'met', 'reported on the last day of the window'],
    [0, '2022-07-18', 'metLate', 'the day after the window'],
    [null, '2022-12-31', 'met', 'no cut-off, never late'],
    [5, null, 'met', 'not reported: only agreed, which is not late'],
  ])('with %j days for the report, reported on %j: %s (%s)', (reportWithinDays, day, expected) => {
    const reportedAt = day && instantAt(day, '23:59');
    const rule = makeRule({ reportWithinDays, to: '2022-07-31' });
    const [cell] = cadenceCells(
      rule,
      PROGRAMME,
      [pairing()],
      [activity('2022-07-11', { reportedAt })],
      '2022-08-01',
    );
    expect(cell?.state).toBe(expected);
    expect(cell?.late).toHaveLength(expected === 'metLate' ? 1 : 0);
  });

  it('is met in time as long as enough was, whatever came late besides', () => {
    const rule = makeRule({ reportWithinDays: 5, minimum: 2, to: '2022-07-31' });
    const inTime = () => activity('2022-07-11', { reportedAt: instantAt('2022-07-12', '09:00') });
    const late = () => activity('2022-07-11', { reportedAt: instantAt('2022-08-12', '09:00') });
    expect(states(rule, [pairing()], [inTime(), inTime(), late()], '2022-09-01')).toEqual(['met']);
    expect(states(rule, [pairing()], [inTime(), late()], '2022-09-01')).toEqual(['metLate']);
    expect(states(rule, [pairing()], [late()], '2022-09-01')).toEqual(['missed']);
  });

  it('counts an activity for every pairing that took part, and once for the site', () => {
    const together = activity('2022-07-12', { alsoUnitIds: ['u2'] });
    const other = pairing({ id: 'p2', unitId: 'u2' });
    const elsewhere = pairing({ id: 'p3', unitId: 'u2', stationId: 's2' });
    const rule = makeRule({ to: '2022-07-31' });
    expect(states(rule, [pairing(), other, elsewhere], [together], '2022-08-01')).toEqual([
      'met',
      'met',
      'missed',
    ]);
    const siteRule = makeRule({ who: { per: 'station', levels: ['station'] }, period: 'once' });
    const site: CadenceParty = { id: 's', per: 'station', level: 'station', stationId: 's1' };
    const [cell] = cadenceCells(siteRule, PROGRAMME, [site], [together], '2022-08-01');
    expect(cell?.activities).toEqual([together.id]);
  });

  // The window has seven days: four that do not count leave three, less than half.
  it.each<[Partial<CadenceException>[], CadenceCell['state'], string]>([
    [[{ from: '2022-07-11', to: '2022-07-17' }], 'excused', 'the whole window'],
    [[{ from: '2022-07-01', to: '2022-07-14' }], 'excused', 'four of its days'],
    [[{ from: '2022-07-01', to: '2022-07-13' }], 'missed', 'three of its days'],
    [
      [
        { from: '2022-07-11', to: '2022-07-12' },
        { from: '2022-07-16', to: '2022-07-17' },
      ],
      'excused',
      'two and two',
    ],
    [
      [
        { from: '2022-07-11', to: '2022-07-13' },
        { from: '2022-07-12', to: '2022-07-13' },
      ],
      'missed',
      'the same days twice',
    ],
    [
      [
        { from: '2022-07-11', to: '2022-07-17' },
        { from: '2022-07-12', to: '2022-07-13' },
      ],
      'excused',
      'one within the other',
    ],
    [[{ from: '2022-07-18', to: '2022-07-31' }], 'missed', 'beside it'],
    [[{ from: '2022-07-11', to: '2022-07-17', rules: ['test.rule'] }], 'excused', 'of this rule'],
    [[{ from: '2022-07-11', to: '2022-07-17', rules: ['other'] }], 'missed', 'of another rule'],
    [[{ from: '2022-07-11', to: '2022-07-17', unitId: 'u1' }], 'excused', 'for this unit'],
    [[{ from: '2022-07-11', to: '2022-07-17', unitId: 'u2' }], 'missed', 'for another unit'],
    [
      [{ from: '2022-07-11', to: '2022-07-17', unitId: 'u1', stationId: 's2' }],
      'missed',
      'for the unit elsewhere',
    ],
    [[{ from: '2022-07-11', to: '2022-07-17', townId: 't1' }], 'excused', 'for the town'],
    [[{ from: '2022-07-11', to: '2022-07-17', townId: 't2' }], 'missed', 'for another town'],
  ])('%j: %s (%s)', (given, expected) => {
    const exceptions = given.map((exception) => ({ rules: [], ...exception }) as CadenceException);
    const rule = makeRule({ to: '2022-07-31' });
    const judge = (activities: CadenceActivity[]) =>
      cadenceCells(rule, PROGRAMME, [pairing({ townId: 't1' })], activities, '2022-08-01', exceptions)[0]
        ?.state;
    expect(judge([])).toBe(expected);
    expect(judge([activity('2022-07-11')])).toBe('met');
  });

  it('binds only who it names', () => {
    const parties: CadenceParty[] = [
      pairing({ id: 'liaison' }),
      pairing({ id: 'school', unitClass: 'school' }),
      { id: 'unit', per: 'unit', unitClass: 'liaison', unitId: 'u1' },
      { id: 'institute', per: 'station', level: 'institute', stationId: 's1' },
      { id: 'station', per: 'station', level: 'station', stationId: 's2' },
    ];
    const bound = (who: CadenceRule['who']) =>
      cadenceCells(makeRule({ who, period: 'once' }), PROGRAMME, parties, [], '2022-07-01').map(
        (cell) => cell.party,
      );
    expect(bound({ per: 'pairing', unitClasses: ['liaison'] })).toEqual(['liaison']);
    expect(bound({ per: 'pairing', unitClasses: ['liaison', 'school'] })).toEqual(['liaison', 'school']);
    expect(bound({ per: 'unit', unitClasses: ['liaison'] })).toEqual(['unit']);
    expect(bound({ per: 'station', levels: ['institute'] })).toEqual(['institute']);
    expect(bound({ per: 'station', levels: ['center'] })).toEqual([]);
  });

  it('counts a unit anywhere and a site by anybody', () => {
    const elsewhere = activity('2022-07-05', { stationId: 's2' });
    const byOther = activity('2022-07-05', { unitId: 'u2' });
    const unitRule = makeRule({ who: { per: 'unit', unitClasses: ['key'] }, period: 'once' });
    const siteRule = makeRule({ who: { per: 'station', levels: ['station'] }, period: 'once' });
    const unit: CadenceParty = { id: 'u', per: 'unit', unitClass: 'key', unitId: 'u1' };
    const site: CadenceParty = { id: 's', per: 'station', level: 'station', stationId: 's1' };
    const cells = [
      ...cadenceCells(unitRule, PROGRAMME, [unit], [elsewhere, byOther], '2022-07-06'),
      ...cadenceCells(siteRule, PROGRAMME, [site], [elsewhere, byOther], '2022-07-06'),
    ];
    expect(cells.map((cell) => cell.activities)).toEqual([[elsewhere.id], [byOther.id]]);
  });

  it('asks nothing of a pairing before it began or after it ended', () => {
    const keys = (overrides: object) =>
      cadenceCells(makeRule(), PROGRAMME, [pairing(overrides)], [], '2022-07-01').map(
        (cell) => cell.window.key,
      );
    expect(keys({ from: '2022-08-01' })).toEqual(['2022-08']);
    expect(keys({ to: '2022-07-31' })).toEqual(['2022-07']);
    expect(keys({ from: '2021-01-01', to: '2030-01-01' })).toEqual(['2022-07', '2022-08']);
    expect(keys({ from: '2022-09-01' })).toEqual([]);
  });

  const anyActivities = fc.array(
    fc.record({ offset: fc.nat(70), verified: fc.boolean() }).map(({ offset, verified }) => ({
      ...activity(addDays('2022-06-28', offset)),
      verified,
    })),
    { maxLength: 20 },
  );

  it('does not depend on the order of activities, and more of them never unmeet a cell', () => {
    fc.assert(
      fc.property(anyActivities, anyActivities, fc.nat(80), (some, more, offset) => {
        const today = addDays('2022-06-28', offset);
        const before = states(makeRule({ period: 'week' }), [pairing()], some, today);
        const after = states(makeRule({ period: 'week' }), [pairing()], [...more, ...some], today);
        expect(states(makeRule({ period: 'week' }), [pairing()], [...some].reverse(), today)).toEqual(before);
        before.forEach((state, index) => {
          if (state === 'met') expect(after[index]).toBe('met');
        });
      }),
    );
  });

  it('never goes back from missed as days pass', () => {
    fc.assert(
      fc.property(anyActivities, fc.nat(80), fc.nat(30), (some, offset, later) => {
        const today = addDays('2022-06-28', offset);
        const before = states(makeRule({ period: 'week' }), [pairing()], some, today);
        const after = states(makeRule({ period: 'week' }), [pairing()], some, addDays(today, later));
        before.forEach((state, index) => {
          if (state !== 'notYet') expect(after[index]).toBe(state);
        });
      }),
    );
  });
});

describe('comingDue', () => {
  const focus = makeRule({ code: 'test.focus' });
  const once = makeRule({ code: 'test.once', period: 'once', to: '2022-07-12' });
  const due = (today: string, activities: CadenceActivity[] = [], days?: number) =>
    comingDue([focus, once], PROGRAMME, [pairing()], activities, today, days).map(
      (c) => `${c.rule} ${c.daysLeft}`,
    );

  it.each([
    ['2022-06-27', []],
    ['2022-06-28', ['test.once 14']],
    ['2022-07-03', ['test.once 9', 'test.focus 14']],
    ['2022-07-12', ['test.once 0', 'test.focus 5']],
    ['2022-07-13', ['test.focus 4']],
    ['2022-07-17', ['test.focus 0']],
    ['2022-07-18', []],
    ['2022-08-07', ['test.focus 14']],
  ])('on %s: %j', (today, expected) => expect(due(today)).toEqual(expected));

  it('leaves out what is met', () => {
    expect(due('2022-07-12', [activity('2022-07-11')])).toEqual([]);
  });

  it('takes another horizon', () => {
    expect(due('2022-07-03', [], 9)).toEqual(['test.once 9']);
    expect(due('2022-07-03', [], 8)).toEqual([]);
  });
});

// Counted by hand on the calendars of 2022 and 2023: what a liaison unit did, and what the plan says of it.
describe('the plan’s own cadence over its year', () => {
  const done = [
    activity('2022-07-13'), // Wednesday of July's focus week, 11–17
    activity('2022-08-22', { category: 'partyLecture' }), // the Monday after August's, 15–21
    activity('2022-09-12'), // the first day of September's, 12–18
    activity('2022-10-16'), // the last day of October's, 10–16
    activity('2022-11-15', { verified: false }), // within November's, 14–20, not verified
    activity('2023-01-10'), // January's, 9–15
    activity('2023-02-20'), // the day after February's, 13–19
  ];
  const of = (code: string) => {
    const rules = PLAN_PRESET.cadenceRules.filter((rule) => rule.code === code);
    return rules.flatMap((rule) => cadenceCells(rule, PROGRAMME, [pairing()], done, '2023-01-31'));
  };

  it('the focus week of every month', () => {
    expect(of('plan.focusWeek').map(({ window, state }) => [window.from, state])).toEqual([
      ['2022-07-11', 'met'],
      ['2022-08-15', 'missed'],
      ['2022-09-12', 'met'],
      ['2022-10-10', 'met'],
      ['2022-11-14', 'missed'],
      ['2022-12-12', 'missed'],
      ['2023-01-09', 'met'],
      ['2023-02-13', 'notYet'],
    ]);
  });

  it('one Party lecture at the site', () => {
    expect(of('plan.partyLecture').map(({ window, state }) => [window.key, state])).toEqual([
      ['once', 'met'],
    ]);
  });

  it('content agreed for every week: 34 weeks from 4 July, of which seven have an activity', () => {
    const weeks = of('plan.weeklyContent');
    expect(weeks).toHaveLength(34);
    expect(weeks.filter(({ state }) => state === 'met').map(({ window }) => window.key)).toEqual([
      '2022-07-11',
      '2022-08-22',
      '2022-09-12',
      '2022-10-10',
      '2022-11-14',
      '2023-01-09',
      '2023-02-20',
    ]);
    expect(weeks.filter(({ state }) => state === 'notYet').map(({ window }) => window.key)).toEqual([
      '2023-01-30',
      '2023-02-06',
      '2023-02-13',
    ]);
  });
});
