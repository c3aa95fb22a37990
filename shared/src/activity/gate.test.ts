import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ACTIVITY_STEPS,
  type ActivityFacts,
  type ActivityMaterial,
  type ActivityStep,
  ANNEX1_RULES,
  checkRules,
  gate,
  LEGAL_EXTRA_RULES,
  MINORS_RULES,
} from '.';

/** An activity that meets every rule of Annex 1 before the event. */
const makeActivity = (overrides: Partial<ActivityFacts> = {}): ActivityFacts => ({
  startsAt: '2022-11-20T01:00:00.000Z',
  endsAt: '2022-11-20T03:00:00.000Z',
  expectedPeople: 80,
  venueKind: 'site',
  routine: false,
  firstAidOfficer: '示例人员',
  guides: '示例志愿者',
  ivolunteerNumber: 'SL-0001',
  hasPublicSecurityApproval: false,
  hasUrbanManagementApproval: false,
  materialsReviewed: true,
  ...overrides,
});

/** A banner that shows everything and was reviewed. */
const makeMaterial = (overrides: Partial<ActivityMaterial> = {}): ActivityMaterial => ({
  kind: 'banner',
  showsTheme: true,
  showsHost: true,
  showsTime: true,
  reviewed: true,
  ...overrides,
});

const today = '2022-11-16';
const unmet = (activity: ActivityFacts, step: ActivityStep, rules = ANNEX1_RULES) =>
  gate(activity, rules, step, { today }).map((rule) => rule.rule);

describe('approvals before announcing', () => {
  const no = { hasPublicSecurityApproval: false, hasUrbanManagementApproval: false };
  const police = { ...no, hasPublicSecurityApproval: true };
  const urban = { ...no, hasUrbanManagementApproval: true };

  it.each([
    [999, 'site', no, [], 'one below the number'],
    [1000, 'site', no, ['annex1.1a'], '以上 includes the number'],
    [1001, 'site', no, ['annex1.1a'], 'one above'],
    [1000, 'site', police, [], 'approved'],
    [1000, 'site', urban, ['annex1.1a'], 'the other approval does not help'],
    [10, 'park', no, ['annex1.1b'], 'a public place, however few people'],
    [10, 'square', no, ['annex1.1b'], 'named in the annex'],
    [10, 'mallForecourt', no, ['annex1.1b'], 'named in the annex'],
    [10, 'otherPublic', no, ['annex1.1b'], '等'],
    [10, 'newKind', no, ['annex1.1b'], 'an unknown kind counts as public'],
    [10, 'park', urban, [], 'approved'],
    [10, 'park', police, ['annex1.1b'], 'the other approval does not help'],
    [1000, 'park', no, ['annex1.1a', 'annex1.1b'], 'independent of each other'],
    [1000, 'park', { ...police, ...{ hasUrbanManagementApproval: true } }, [], 'both there'],
  ])('%i people at %s → %j', (expectedPeople, venueKind, approvals, expected) => {
    expect(unmet(makeActivity({ expectedPeople, venueKind, ...approvals }), 'announce')).toEqual(expected);
  });

  it('does not hold back clearing or reporting', () => {
    const activity = makeActivity({ expectedPeople: 5000, venueKind: 'park' });
    expect(unmet(activity, 'clear')).toEqual([]);
    expect(unmet(activity, 'report')).toEqual([]);
  });

  it('takes the programme’s own venue kinds', () => {
    const venueKinds = [{ code: 'lakeside', words: { zh: '湖边', en: 'Lakeside' }, public: false }];
    const at = (venueKind: string) =>
      gate(makeActivity({ venueKind }), ANNEX1_RULES, 'announce', { today, venueKinds }).map(
        (rule) => rule.rule,
      );
    expect(at('lakeside')).toEqual([]);
    expect(at('park')).toEqual(['annex1.1b']);
  });
});

describe('backdrop, banner, board', () => {
  const backdrop = makeMaterial({ kind: 'backdrop' });
  const banner = makeMaterial();

  it.each<[boolean, boolean, ActivityMaterial[] | null, string[], string]>([
    [false, true, null, [], 'the whole set reviewed'],
    [false, false, null, ['annex1.3b'], 'the whole set not reviewed'],
    [true, false, null, ['annex1.3b'], 'routine does not exempt banners and boards'],
    [false, false, [], ['annex1.3b'], 'an empty list is no list'],
    [false, false, [backdrop, banner], [], 'every piece is right'],
    [false, true, [banner], ['annex1.3a'], 'no backdrop'],
    [true, false, [banner], [], 'routine does without a backdrop'],
    [true, true, [{ ...backdrop, reviewed: false }], ['annex1.3b'], 'a backdrop that is there must be right'],
    [false, true, [backdrop, { ...banner, showsTheme: false }], ['annex1.3b'], 'theme missing'],
    [false, true, [backdrop, { ...banner, showsHost: false }], ['annex1.3b'], 'host missing'],
    [false, true, [backdrop, { ...banner, showsTime: false }], ['annex1.3b'], 'time missing'],
    [false, true, [backdrop, { ...banner, reviewed: false }], ['annex1.3b'], 'not reviewed'],
    [false, true, [{ ...banner, reviewed: false }], ['annex1.3a', 'annex1.3b'], 'both'],
  ])('routine %s, set reviewed %s, pieces %j → %j', (routine, materialsReviewed, materials, expected) => {
    expect(unmet(makeActivity({ routine, materialsReviewed, materials }), 'announce')).toEqual(expected);
  });

  it('says which piece lacks what', () => {
    const materials = [
      { ...backdrop, showsHost: false, reviewed: false },
      { ...makeMaterial({ kind: 'board' }), showsTime: false },
    ];
    const [rule] = gate(makeActivity({ materials }), ANNEX1_RULES, 'announce', { today });
    expect(rule?.missing.zh).toContain('背景板缺主办单位、未审核;展板缺时间');
    expect(rule?.missing.en).toContain('backdrop: no host, not reviewed; board: no time');
  });
});

describe('first aid and i志愿', () => {
  it.each([
    ['示例人员', []],
    ['', ['annex1.6b']],
    ['  ', ['annex1.6b']],
    [null, ['annex1.6b']],
    [undefined, ['annex1.6b']],
  ])('first-aid officer %j → %j, for clearing and again for announcing', (firstAidOfficer, expected) => {
    expect(unmet(makeActivity({ firstAidOfficer }), 'clear')).toEqual(expected);
    expect(unmet(makeActivity({ firstAidOfficer }), 'announce')).toEqual(expected);
  });

  it('asks for the i志愿 number when announcing, not when clearing', () => {
    expect(unmet(makeActivity({ ivolunteerNumber: null }), 'clear')).toEqual([]);
    expect(unmet(makeActivity({ ivolunteerNumber: null }), 'announce')).toEqual(['annex1.7a']);
  });
});

describe('guide volunteers', () => {
  it.each([
    ['示例志愿者', []],
    ['', ['annex1.6c']],
    ['  ', ['annex1.6c']],
    [null, ['annex1.6c']],
    [undefined, ['annex1.6c']],
  ])('%j → %j, for announcing and not for clearing', (guides, expected) => {
    expect(unmet(makeActivity({ guides }), 'clear')).toEqual([]);
    expect(unmet(makeActivity({ guides }), 'announce')).toEqual(expected);
  });
});

describe('an activity for minors', () => {
  const named = { safeguardingPerson: '示例责任人' };

  it.each<[Partial<ActivityFacts>, ActivityStep, string[], string]>([
    [{ forMinors: false }, 'announce', [], 'not for minors'],
    [{ forMinors: true }, 'clear', [], 'cleared without'],
    [{ forMinors: true }, 'announce', ['minors.1a'], 'nobody named'],
    [{ forMinors: true, safeguardingPerson: ' ' }, 'announce', ['minors.1a'], 'blanks'],
    [{ forMinors: true, ...named }, 'announce', [], 'named'],
    [{ forMinors: true }, 'hold', ['minors.1b'], 'became one for minors after it was announced'],
    [{ forMinors: true, ...named }, 'hold', [], 'named'],
    [{ forMinors: false }, 'hold', [], 'not for minors'],
  ])('%j, %s → %j (%s)', (change, step, expected) => {
    expect(unmet(makeActivity(change), step, MINORS_RULES)).toEqual(expected);
  });

  it.each<[number | null | undefined, number | undefined, string[], string]>([
    [null, 0, ['minors.2'], 'nobody counted: one at least'],
    [undefined, 0, ['minors.2'], 'nobody counted: one at least'],
    [null, 1, [], 'nobody counted, one kept'],
    [0, 0, [], 'no minor came'],
    [3, 2, ['minors.2'], 'one short'],
    [3, 3, [], 'as many'],
    [3, 4, [], 'one more'],
    [3, undefined, [], 'the reader may not know; the server does'],
  ])('%j signed up, %j consents → %j (%s)', (minorsSignedUp, guardianConsents, expected) => {
    const facts = {
      forMinors: true,
      minorsSignedUp,
      ...(guardianConsents === undefined ? {} : { guardianConsents }),
    };
    expect(unmet(makeActivity(facts), 'report', MINORS_RULES)).toEqual(expected);
  });

  it('says how many consents are kept and needed', () => {
    const activity = makeActivity({ forMinors: true, minorsSignedUp: 12, guardianConsents: 4 });
    const [rule] = gate(activity, MINORS_RULES, 'report', { today });
    expect(rule?.missing.zh).toContain('已存 4 份,应有 12 份');
  });
});

describe('checklist after the event', () => {
  const all = ['annex1.2', 'annex1.4', 'annex1.5', 'annex1.6a', 'annex1.7b'];
  const answered = Object.fromEntries(all.map((code) => [code, true]));

  it.each<[ActivityFacts['checklist'], string[], string]>([
    [undefined, [], 'no answers are kept'],
    [null, all, 'nothing answered yet'],
    [{}, all, 'nothing answered yet'],
    [answered, [], 'all answered'],
    [{ ...answered, 'annex1.4': false }, [], 'an honest no is an answer'],
    [{ 'annex1.2': true }, all.slice(1), 'one answered'],
  ])('%j → %j (%s)', (checklist, expected) => {
    expect(unmet(makeActivity({ checklist }), 'report')).toEqual(expected);
  });
});

describe('planned back days', () => {
  it('is the day before the activity, counted from today', () => {
    const [rule] = gate(makeActivity({ expectedPeople: 1000 }), ANNEX1_RULES, 'announce', { today });
    expect(rule).toMatchObject({ by: '2022-11-19', daysLeft: 3, whoCanSupply: ['unit', 'station'] });
  });

  it.each([
    ['2022-11-18', 1],
    ['2022-11-19', 0],
    ['2022-11-20', -1],
  ])('on %s there are %i days left', (day, daysLeft) => {
    const [rule] = gate(makeActivity({ expectedPeople: 1000 }), ANNEX1_RULES, 'announce', { today: day });
    expect(rule?.daysLeft).toBe(daysLeft);
  });

  it('takes the day in Shanghai, not in UTC', () => {
    const startsAt = '2022-11-20T16:30:00.000Z';
    const [rule] = gate(makeActivity({ startsAt, firstAidOfficer: '' }), ANNEX1_RULES, 'clear', { today });
    expect(rule?.by).toBe('2022-11-20');
  });

  it('counts the checklist from the end of the activity', () => {
    const activity = makeActivity({ endsAt: '2022-11-22T03:00:00.000Z', checklist: {} });
    expect(gate(activity, ANNEX1_RULES, 'report', { today })[0]?.by).toBe('2022-11-22');
  });
});

describe('the legal rule pack', () => {
  const approved = { hasPublicSecurityApproval: true };

  it.each([
    [999, {}, []],
    [1000, {}, ['legal.county']],
    [4999, {}, ['legal.county']],
    [5000, {}, ['legal.city']],
    [4999, approved, []],
    [5000, approved, ['legal.city']],
    [5000, { ...approved, publicSecurityLevel: 'county' as const }, ['legal.city']],
    [5000, { ...approved, publicSecurityLevel: 'city' as const }, []],
    [5000, { publicSecurityLevel: 'city' as const }, ['legal.city']],
  ])('%i people with %j → %j', (expectedPeople, approval, expected) => {
    expect(unmet(makeActivity({ expectedPeople, ...approval }), 'announce', LEGAL_EXTRA_RULES)).toEqual(
      expected,
    );
  });

  it('asks to apply 20 days ahead', () => {
    const [rule] = gate(makeActivity({ expectedPeople: 1000 }), LEGAL_EXTRA_RULES, 'announce', { today });
    expect(rule).toMatchObject({ by: '2022-10-31', daysLeft: -16 });
  });

  it.each([
    ['2007-09-30', []],
    ['2007-10-01', ['legal.county']],
    ['2007-10-02', ['legal.county']],
  ])('on %s → %j: in force from 2007-10-01', (day, expected) => {
    const times = { startsAt: `${day}T01:00:00.000Z`, endsAt: `${day}T03:00:00.000Z` };
    const activity = makeActivity({ expectedPeople: 1000, ...times });
    expect(unmet(activity, 'announce', LEGAL_EXTRA_RULES)).toEqual(expected);
  });

  it('is no part of Annex 1', () => {
    expect(ANNEX1_RULES.filter((rule) => rule.code.startsWith('legal'))).toEqual([]);
  });
});

describe('checkRules', () => {
  it('gives what applies, met and unmet, with its source', () => {
    const rules = checkRules(makeActivity({ guides: null }), ANNEX1_RULES, 'announce', { today });
    expect(rules.map(({ rule, missing }) => [rule, missing !== null])).toEqual([
      ['annex1.3a', false],
      ['annex1.3b', false],
      ['annex1.6b', false],
      ['annex1.6c', true],
      ['annex1.7a', false],
    ]);
    expect(rules[0]?.source).toContain('附件1');
  });
});

describe('in general', () => {
  const anyActivity = fc.record({
    expectedPeople: fc.integer({ min: 0, max: 10_000 }),
    venueKind: fc.constantFrom('park', 'site', 'unknown'),
    routine: fc.boolean(),
    hasPublicSecurityApproval: fc.boolean(),
    hasUrbanManagementApproval: fc.boolean(),
    materialsReviewed: fc.boolean(),
    firstAidOfficer: fc.constantFrom('示例人员', '', null),
  });

  it('supplying more never adds an unmet rule', () => {
    fc.assert(
      fc.property(anyActivity, fc.constantFrom(...ACTIVITY_STEPS), (some, step) => {
        const before = unmet(makeActivity(some), step);
        const supplied = makeActivity({
          ...some,
          hasPublicSecurityApproval: true,
          hasUrbanManagementApproval: true,
          materialsReviewed: true,
          firstAidOfficer: '示例人员',
        });
        expect(before).toEqual(expect.arrayContaining(unmet(supplied, step)));
        expect(unmet(supplied, step)).toEqual([]);
      }),
    );
  });

  it('more people never remove an unmet rule', () => {
    fc.assert(
      fc.property(anyActivity, fc.nat(5000), (some, more) => {
        const larger = makeActivity({ ...some, expectedPeople: some.expectedPeople + more });
        const before = unmet(makeActivity(some), 'announce');
        expect(unmet(larger, 'announce')).toEqual(expect.arrayContaining(before));
      }),
    );
  });
});
