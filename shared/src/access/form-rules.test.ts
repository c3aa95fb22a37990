import { afterEach, describe, expect, it } from 'vitest';
import { type FormRule, formRulesOf, installFormRules, mayWriteField } from '.';

afterEach(() => installFormRules([]));

const rule = (more: Partial<FormRule> = {}): FormRule => ({
  resource: 'project',
  field: 'summary',
  role: 'unit',
  mode: 'hidden',
  ...more,
});

describe('form rules', () => {
  it.each([
    ['hidden', false],
    ['readOnly', false],
    ['preset', true],
  ] as const)('%s: the role may write the field: %s', (mode, may) => {
    installFormRules([rule({ mode })]);
    expect(mayWriteField('unit', 'project', 'summary')).toBe(may);
    expect(mayWriteField('leadDepartment', 'project', 'summary')).toBe(true);
  });

  it('never bind the office, accounts, or the settings themselves', () => {
    installFormRules([
      rule({ role: 'districtOffice' }),
      rule({ resource: 'staff', field: 'displayName' }),
      rule({ resource: 'saved-view', field: 'name' }),
    ]);
    expect(mayWriteField('districtOffice', 'project', 'summary')).toBe(true);
    expect(formRulesOf('districtOffice')).toEqual([]);
    expect(formRulesOf('unit')).toEqual([]);
  });
});
