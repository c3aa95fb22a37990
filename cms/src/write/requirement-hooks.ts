import { appliesToSchema, cutoffSchema, filingRulesSchema } from '@jiedui/shared/filing';
import { type FieldError, fieldError } from '@jiedui/shared/model';
import { sameValue } from '../audit/state';
import { Refusal } from '../guard/errors';
import type { Values } from './column-values';
import type { Hooks } from './hooks';

type Forms = Record<string, { safeParse(value: unknown): { success: boolean } }>;

type Kind = {
  forms: Forms;
  /** Days in their order: each not before the one that comes earlier. */
  ordered: readonly [earlier: string, later: string];
  /** What decides who is late, and the filings that are judged by it. */
  dueFields: readonly string[];
  filings: string;
};

const isSet = (value: unknown) => value !== null && value !== undefined && value !== '';

function misshapen(forms: Forms, values: Values): FieldError[] {
  return Object.entries(forms)
    .filter(([field, form]) => isSet(values[field]) && !form.safeParse(values[field]).success)
    .map(([field]) => fieldError([field], 'WRONG_TYPE'));
}

function misordered([earlier, later]: Kind['ordered'], values: Values): FieldError[] {
  const [from, to] = [values[earlier], values[later]];
  if (!isSet(from) || !isSet(to) || String(from) <= String(to)) return [];
  const words = { zh: '不得早于前一个日期。', en: 'It cannot be before the earlier day.' };
  return [fieldError([later], 'OUT_OF_RANGE', words)];
}

const LOCKED = {
  zh: '已有逾期报送的回执,不能再改截止日;请停用本项并另立新项。',
  en: 'Receipts say that some came late; stop this requirement and make a new one instead.',
};

const requirementHooks = ({ forms, ordered, dueFields, filings }: Kind): Hooks => ({
  check: (_trx, values) => [...misshapen(forms, values), ...misordered(ordered, values)],
  /** A day that somebody was found late by stays, or the receipts would say what is not so. */
  async updated(trx, { id, values }, before) {
    const moved = dueFields.filter((field) => !sameValue(values[field] ?? null, before[field] ?? null));
    if (moved.length === 0) return;
    const late = await trx(filings).where({ requirement_id: id }).where('late_days', '>', 0).first('id');
    if (!late) return;
    throw new Refusal(409, 'STATE_LOCKED', {
      errors: moved.map((field) => fieldError([field], 'STATE_LOCKED', LOCKED)),
    });
  },
});

const COMMON = { appliesTo: appliesToSchema, rules: filingRulesSchema };

export const reportRequirementHooks = requirementHooks({
  forms: COMMON,
  ordered: ['dueOn', 'addendaUntil'],
  dueFields: ['dueOn', 'dayIncluded'],
  filings: 'reports',
});

export const filingRequirementHooks = requirementHooks({
  forms: { ...COMMON, cutoff: cutoffSchema },
  ordered: ['startsOn', 'endsOn'],
  dueFields: ['startsOn', 'endsOn', 'cutoff'],
  filings: 'material_submissions',
});
