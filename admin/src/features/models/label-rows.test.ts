import type { FieldDescription, ModelsDescription, TypeDescription } from '@jiedui/shared/model';
import { describe, expect, it } from 'vitest';
import { labelGroups, withTyped } from './label-rows';

const words = (zh: string) => ({ zh, en: zh });
const field = (more: Partial<FieldDescription> = {}): FieldDescription => ({
  kind: 'text',
  attribute: { type: 'string' },
  label: words('字段'),
  help: null,
  added: false,
  writable: true,
  sortable: true,
  ...more,
});
const type = (more: Partial<TypeDescription>): TypeDescription =>
  ({ resource: 'visit', label: words('走访'), custom: true, fields: {}, ...more }) as TypeDescription;
const models = (types: TypeDescription[]): ModelsDescription =>
  ({ types, components: {} }) as unknown as ModelsDescription;

describe('what the office may name', () => {
  it('is a type of its own with its fields and their options', () => {
    const reason = field({ options: [{ value: 'illness', words: words('生病') }] });
    const [group] = labelGroups(models([type({ fields: { reason, rev: field() } })]));
    expect(group?.rows.map(({ key, depth }) => [key, depth])).toEqual([
      ['visit', 0],
      ['visit.reason', 1],
      ['visit.reason.illness', 2],
    ]);
  });

  it('is only what was added to a type of the program', () => {
    const unit = type({
      resource: 'unit',
      custom: false,
      fields: { name: field(), founded: field({ added: true }) },
    });
    const groups = labelGroups(models([unit, type({ resource: 'town', custom: false })]));
    expect(groups.map(({ rows }) => rows.map(({ key }) => key))).toEqual([['unit.founded']]);
  });
});

describe('words as they were typed', () => {
  const shown = new Map([['visit.reason', { zh: '原因', en: 'Reason' }]]);

  it('keep the other language as it was shown', () => {
    expect(withTyped({}, { 'visit.reason': { zh: '走访原因' } }, shown)).toEqual({
      'visit.reason': { zh: '走访原因', en: 'Reason' },
    });
  });

  it('give way to the default when both are emptied', () => {
    const labels = { 'visit.reason': { zh: '原因', en: 'Reason' } };
    expect(withTyped(labels, { 'visit.reason': { zh: '', en: ' ' } }, shown)).toEqual({});
  });
});
