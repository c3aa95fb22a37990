import { describe, expect, it } from 'vitest';
import { ANNEX1_RULES, activityRuleSchema, LEGAL_EXTRA_RULES, VENUE_KINDS, venueKindSchema } from '.';

const packs = [...ANNEX1_RULES, ...LEGAL_EXTRA_RULES];

describe('rule data', () => {
  it.each(packs.map((rule) => [rule.code, rule] as const))('%s fits the schema', (_code, rule) => {
    expect(activityRuleSchema.safeParse(JSON.parse(JSON.stringify(rule))).error).toBeUndefined();
  });

  it('has a rule for each of the seven items of the annex, every code once', () => {
    expect([...new Set(ANNEX1_RULES.map((rule) => rule.source.item))]).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
    ]);
    expect(new Set(packs.map((rule) => rule.code)).size).toBe(packs.length);
  });

  it('names the law as what it is: not of the plan', () => {
    for (const rule of LEGAL_EXTRA_RULES) expect(rule.source.document).toContain('不属于工作方案');
  });

  it.each<[object, string]>([
    [{ blocks: 'dance' }, 'an unknown step'],
    [{ appliesWhen: { kind: 'expectedPeople', atLeast: 0.5 } }, 'half a person'],
    [{ appliesWhen: { kind: 'always', atLeast: 5 } }, 'a field that the condition does not have'],
    [{ suppliers: [] }, 'nobody can supply it'],
    [{ words: { zh: '', en: 'x' } }, 'no Chinese words'],
    [{ leadDays: -1 }, 'negative days'],
  ])('refuses %j (%s)', (change) => {
    expect(activityRuleSchema.safeParse({ ...ANNEX1_RULES[0], ...change }).success).toBe(false);
  });

  it('has sound venue kinds, every code once', () => {
    for (const kind of VENUE_KINDS) expect(venueKindSchema.safeParse(kind).success).toBe(true);
    expect(new Set(VENUE_KINDS.map((kind) => kind.code)).size).toBe(VENUE_KINDS.length);
  });
});
