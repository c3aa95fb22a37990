import { describe, expect, it } from 'vitest';
import {
  ANNEX1_RULES,
  DEFAULT_RULES,
  LEGAL_EXTRA_RULES,
  MINORS_RULES,
  packState,
  RULE_PACKS,
  type RulePack,
  withoutPack,
  withPack,
} from '.';

const packOf = (code: RulePack['code']) => RULE_PACKS.find((pack) => pack.code === code) as RulePack;
const legal = packOf('legal');
const annex = packOf('annex1');

describe('packs of rules', () => {
  it('has every rule in one pack, and the law’s off by default', () => {
    const codes = RULE_PACKS.flatMap(({ rules }) => rules.map(({ code }) => code));
    expect(new Set(codes).size).toBe(codes.length);
    expect(DEFAULT_RULES).toEqual([...ANNEX1_RULES, ...MINORS_RULES]);
    expect(legal.note.zh).toContain('不属于工作方案');
  });

  it('gives every rule of the law its source and the day from which it is in force', () => {
    for (const rule of LEGAL_EXTRA_RULES) {
      expect(rule.inForceFrom).toBe('2007-10-01');
      expect(rule.source.text).not.toBe('');
    }
  });

  it('is put in and taken out again', () => {
    const on = withPack(DEFAULT_RULES, legal);
    expect(packState(DEFAULT_RULES, legal)).toBe('off');
    expect(packState(on, legal)).toBe('on');
    expect(withPack(on, legal)).toEqual(on);
    expect(withoutPack(on, legal)).toEqual(DEFAULT_RULES);
  });

  it('completes a programme that was made before a rule came', () => {
    const old = ANNEX1_RULES.filter(({ code }) => code !== 'annex1.6c').map((rule) =>
      rule.code === 'annex1.7a' ? { ...rule, leadDays: 5 } : rule,
    );
    expect(packState(old, annex)).toBe('partly');
    const whole = withPack(old, annex);
    expect(packState(whole, annex)).toBe('on');
    expect(whole.find(({ code }) => code === 'annex1.7a')?.leadDays).toBe(5);
  });
});
