import type { Day } from '@jiedui/shared/calendar';
import {
  type AppliesTo,
  appliesToOf,
  cutoffSchema,
  type Filed,
  type FilingDue,
  type FilingRules,
  periodOf,
  rulesOf,
} from '@jiedui/shared/filing';
import type { Knex } from 'knex';
import { modelOf } from '../read/model';
import type { Values } from '../write/column-values';
import { storedOf } from '../write/store';

/** What a requirement asks of one filing. */
export type Terms = {
  title: string;
  active: boolean;
  appliesTo: AppliesTo;
  rules: FilingRules;
  due: FilingDue;
  addendaUntil: Day | null;
};

const REQUIREMENT = { report: 'report-requirement', 'material-submission': 'filing-requirement' } as const;

/** A requirement's fields; null where there is none. */
async function requirementOf(trx: Knex.Transaction, resource: Filed, id: unknown): Promise<Values | null> {
  const model = modelOf(REQUIREMENT[resource]);
  const row = id ? await trx(model.table).where({ id }).first() : null;
  return row ? storedOf(model, row).values : null;
}

/** The terms under which a filing is made; null where its requirement has no such period, or there is none. */
export async function termsOf(trx: Knex.Transaction, resource: Filed, filing: Values): Promise<Terms | null> {
  const values = await requirementOf(trx, resource, filing.requirement);
  if (!values) return null;
  const common = {
    title: String(values.title),
    active: values.active !== false,
    appliesTo: appliesToOf(values.appliesTo),
    rules: rulesOf(values.rules),
  };
  if (resource === 'report') {
    const due = { dueOn: String(values.dueOn), dayIncluded: values.dayIncluded !== false };
    return { ...common, due, addendaUntil: (values.addendaUntil as Day | null) ?? null };
  }
  const cutoff = cutoffSchema.safeParse(values.cutoff);
  const range = { from: String(values.startsOn), to: String(values.endsOn) };
  const period = cutoff.success ? periodOf(cutoff.data, range, String(filing.period)) : null;
  if (!period) return null;
  const due = { dueOn: period.dueOn, dayIncluded: true };
  return { ...common, due, addendaUntil: period.addendaUntil };
}
