import { describe, expect, it } from 'vitest';
import { ANNEX1_RULES, LEGAL_EXTRA_RULES, MINORS_RULES } from '../activity';
import {
  ANNEX_TEMPLATES,
  CATEGORY_CODES,
  cadenceRuleSchema,
  EXAMPLE_CADENCE_RULES,
  PLAN_CATEGORIES,
  PLAN_DEPARTMENTS,
  PLAN_PARTIES,
  PLAN_PRESET,
  programmeSchema,
  unknownCategories,
} from '.';

describe('the plan as a preset', () => {
  it('fits the schema as stored JSON', () => {
    const parsed = programmeSchema.safeParse(JSON.parse(JSON.stringify(PLAN_PRESET)));
    expect(parsed.error).toBeUndefined();
    expect(parsed.data).toEqual(PLAN_PRESET);
  });

  it('has the plan’s dates', () => {
    expect(PLAN_PRESET.endsOn).toBe('2023-03-31');
    expect(PLAN_PRESET.phases.map(({ from, to }) => [from, to])).toEqual([
      [null, '2022-06-30'],
      ['2022-07-01', '2023-02-28'],
      ['2023-03-01', '2023-03-31'],
    ]);
    expect(PLAN_PRESET.deadlines.map(({ code, dueOn }) => [code, dueOn])).toEqual([
      ['interimSummary', '2022-10-20'],
      ['annualSummary', '2023-02-20'],
    ]);
  });

  it('names who guides, hosts and undertakes', () => {
    const { guiding, hosting, undertaking } = PLAN_PRESET.organizers;
    expect([guiding, hosting, undertaking]).toEqual([
      ['区办公室'],
      ['区创卫办'],
      ['X镇党委、政府', '区各职能局(办)', '市驻区各单位'],
    ]);
  });

  it('has the 13 categories in order, each with guidance', () => {
    expect(PLAN_CATEGORIES.map(({ code, order }) => [code, order])).toEqual(
      CATEGORY_CODES.map((code, index) => [code, index + 1]),
    );
    for (const { guidance } of PLAN_CATEGORIES) expect(guidance.length).toBeGreaterThan(20);
  });

  it('has nine lead departments; three of them supervise specially, six make a detailed plan', () => {
    const named = (key: 'specialSupervision' | 'detailedPlan') =>
      PLAN_DEPARTMENTS.filter((department) => department[key]).map((department) => department.name);
    expect(PLAN_DEPARTMENTS).toHaveLength(9);
    expect(named('specialSupervision')).toEqual(['区工委', '团工委', '妇工委']);
    expect(named('detailedPlan')).toEqual([
      '区直属机关党委',
      '区教育发展中心',
      '区社会事务局(民政)',
      '区工委',
      '团工委',
      '妇工委',
    ]);
    const codes = [...PLAN_DEPARTMENTS, ...PLAN_PARTIES].map((holder) => holder.code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('carries Annex 1 and what protects minors, and not the law beside the plan', () => {
    expect(PLAN_PRESET.activityRules).toEqual([...ANNEX1_RULES, ...MINORS_RULES]);
    for (const rule of LEGAL_EXTRA_RULES) expect(PLAN_PRESET.activityRules).not.toContain(rule);
  });

  it('has rules only for categories that exist', () => {
    const rules = [...PLAN_PRESET.cadenceRules, ...EXAMPLE_CADENCE_RULES];
    expect(unknownCategories(rules, CATEGORY_CODES)).toEqual([]);
    expect(unknownCategories(rules, ['partyLecture'])).toContain('citizenTalks');
  });

  it('marks the cadences of other places as examples and keeps them apart', () => {
    for (const rule of EXAMPLE_CADENCE_RULES) {
      expect(rule.words.zh).toMatch(/^示例/);
      expect(cadenceRuleSchema.safeParse(rule).error).toBeUndefined();
      expect(PLAN_PRESET.cadenceRules.map(({ code }) => code)).not.toContain(rule.code);
    }
  });

  it('offers the missing annexes as headers only', () => {
    expect(ANNEX_TEMPLATES.map(({ code }) => code)).toEqual(['annex2', 'annex3']);
    for (const template of ANNEX_TEMPLATES) {
      expect(Object.keys(template)).not.toContain('rows');
      expect(new Set(template.columns.map(({ header }) => header)).size).toBe(template.columns.length);
    }
  });
});

describe('programmeSchema', () => {
  const rule = PLAN_PRESET.cadenceRules[0];

  it.each<[object, string, string]>([
    [{ endsOn: '2022-06-30' }, 'endsOn', 'ends before it starts'],
    [{ startsOn: '2022-02-30' }, 'startsOn', 'no such day'],
    [{ name: ' ' }, 'name', 'no name'],
    [{ focusWeekReading: 'third' }, 'focusWeekReading', 'unknown reading'],
    [{ phases: [...PLAN_PRESET.phases].reverse() }, 'phases', 'phases out of order'],
    [{ cadenceRules: [rule, rule] }, 'cadenceRules', 'the same code twice'],
    [{ cadenceRules: [{ ...rule, minimum: 0 }] }, 'cadenceRules.0.minimum', 'asks for nothing'],
    [{ cadenceRules: [{ ...rule, to: '2022-06-30' }] }, 'cadenceRules.0.to', 'a rule ends before it begins'],
    [{ cadenceRules: [{ ...rule, what: [] }] }, 'cadenceRules.0.what', 'no category'],
    [
      { deadlines: [{ ...PLAN_PRESET.deadlines[0], dueOn: '2022-10-32' }] },
      'deadlines.0.dueOn',
      'no such day',
    ],
  ])('refuses %j at %s (%s)', (change, path) => {
    const { error } = programmeSchema.safeParse({ ...PLAN_PRESET, ...change });
    expect(error?.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
  });

  it('leaves the other fields of a record aside', () => {
    expect(programmeSchema.parse({ ...PLAN_PRESET, rev: 3 })).not.toHaveProperty('rev');
  });
});
