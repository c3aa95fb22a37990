import { can, type FormRule, mayReadField, type Role, SYSTEM_FIELDS, UNRULED } from '@jiedui/shared/access';
import { type Attribute, type FieldError, fieldError } from '@jiedui/shared/model';
import { presetOf } from '@jiedui/shared/modelling';
import { findModel, type Model } from '../read/model';
import type { Values } from '../write/column-values';
import type { Hooks } from '../write/hooks';
import type { RuleRow } from './settings';

/** A field that a form shows; nothing else of the schema can be ruled. */
function attributeOf(model: Model, field: string): Attribute | undefined {
  const kinds = [model.columns, model.relations, model.links, model.parts];
  const found = kinds.map((kind) => kind.get(field)).find((one) => one !== undefined);
  return found?.attribute ?? (model.media.has(field) ? model.attributes[field] : undefined);
}

/** The rules in force: one whose field has gone, or whose preset no longer fits, has no effect. */
export function formRules(rows: readonly RuleRow[]): FormRule[] {
  return rows.flatMap(({ resource, field, role, mode, preset }) => {
    const model = findModel(resource);
    const attribute = model && attributeOf(model, field);
    if (!attribute) return [];
    const read = preset ? presetOf(attribute, preset) : null;
    const value = read && 'value' in read ? { preset: read.value } : {};
    // Held back without what a record needs, the role could make none any more.
    if (mode !== 'preset' && attribute.required && !('preset' in value) && can(role, 'create', resource))
      return [];
    return [{ resource, field, role, mode, ...value }];
  });
}

/** The values that the office has set for what a new record of the role leaves out. */
export function withPresets(rules: readonly FormRule[], input: Values): Values {
  const missing = rules.filter(({ field, preset }) => preset !== undefined && !Object.hasOwn(input, field));
  return { ...Object.fromEntries(missing.map(({ field, preset }) => [field, preset])), ...input };
}

export const formRuleHooks: Hooks = {
  check: (_trx, values) => {
    const model = findModel(String(values.resource));
    if (!model || UNRULED.includes(model.resource)) {
      return [fieldError(['resource'], 'NOT_AN_OPTION')];
    }
    const field = String(values.field);
    const attribute = attributeOf(model, field);
    if (!attribute || SYSTEM_FIELDS.includes(field)) return [fieldError(['field'], 'NOT_AN_OPTION')];
    return ruleErrors(values as unknown as RuleRow, attribute);
  },
};

function ruleErrors(rule: RuleRow, attribute: Attribute): FieldError[] {
  const { resource, field, role, mode, preset } = rule;
  if (!mayReadField(role, resource, field)) {
    const message = { zh: '该角色本来就看不到此字段。', en: 'This role cannot see the field anyway.' };
    return [fieldError(['field'], 'NOT_AN_OPTION', message)];
  }
  if (preset) {
    const read = presetOf(attribute, preset);
    return 'message' in read ? [fieldError(['preset'], 'WRONG_TYPE', read.message)] : [];
  }
  if (mode === 'preset') return [fieldError(['preset'], 'REQUIRED')];
  if (!attribute.required || !makes(role, resource)) return [];
  const message = {
    zh: '必填字段不显示或只读时须给出预填内容,否则该角色无法新建记录。',
    en: 'A required field needs a preset when it is hidden or read-only: the role could make no record any more.',
  };
  return [fieldError(['preset'], 'REQUIRED', message)];
}

const makes = (role: Role, resource: string) => can(role, 'create', resource);
