import { PLAN_CATEGORIES, PLAN_DEPARTMENTS, PLAN_PRESET, UNIT_CLASSES } from '@jiedui/shared/programme';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { AuditActor } from '../audit/entry';
import { modelOf } from '../read/model';
import { type BulkCreate, type BulkUpdate, bulkWrite } from '../write/bulk';
import type { Values } from '../write/column-values';
import { writeTransaction } from '../write/transaction';

/** What loading the plan did: `categories` and `departments` are those of the plan, new or already there. */
export type PlanOutcome = {
  programme: { documentId: string; name: string };
  categories: number;
  departments: number;
  created: number;
  unchanged: number;
};

const CATEGORY_ROWS: Values[] = PLAN_CATEGORIES.map(({ code, order, name, guidance }) => ({
  code,
  order,
  name: name.zh,
  guidance,
}));

const DEPARTMENT_ROWS: Values[] = PLAN_DEPARTMENTS.map(({ name, aliases, duties, specialSupervision }) => ({
  name,
  aliases: [...aliases],
  duties: [...duties],
  specialSupervision,
}));

/** The plan's deadlines as what units report. Addenda are taken until the programme ends, which is ours. */
const REPORT_ROWS: Values[] = PLAN_PRESET.deadlines.map((deadline) => ({
  code: deadline.code,
  title: deadline.words.zh,
  kind: deadline.code,
  appliesTo: { unitClasses: [...UNIT_CLASSES], stationLevels: [], departments: false },
  dueOn: deadline.dueOn,
  dayIncluded: deadline.dayIncluded,
  dataCutOff: deadline.dataCutoff,
  addendaUntil: deadline.addendumAllowed ? PLAN_PRESET.endsOn : null,
  instructions: deadline.source,
}));

/**
 * Loads the plan: programme, categories, lead departments and the reports that it asks for, each found again by its natural key. What is
 * there already stays as the office has edited it, so loading twice changes nothing. The programme becomes
 * the active one where none is.
 */
export async function loadPlanPreset(
  strapi: Core.Strapi,
  actor: AuditActor,
  { example = false }: { example?: boolean } = {},
): Promise<PlanOutcome> {
  return writeTransaction(strapi, async (knex) => {
    const active = await knex('programmes').where({ active: true }).first('id');
    const known = await knex('programmes')
      .where({ name: PLAN_PRESET.name })
      .first('document_id', 'rev', 'active');
    const programme = known ? { documentId: String(known.document_id) } : { key: 'programme:0' };
    const creates = [
      known ? [] : [{ ...PLAN_PRESET, active: !active }],
      await missing(knex, 'category', 'code', CATEGORY_ROWS),
      await missing(knex, 'department', 'name', DEPARTMENT_ROWS),
      (await missing(knex, 'report-requirement', 'code', REPORT_ROWS)).map((row) => ({ ...row, programme })),
    ].map((rows, at) => createsOf(PLAN_TYPES[at] ?? '', rows, example));
    const updates = known && !active ? [activation(String(known.document_id), Number(known.rev))] : [];
    const { created } = await bulkWrite(strapi, actor, { creates, updates, reason: '载入工作方案' });
    const { document_id } = await knex('programmes').where({ name: PLAN_PRESET.name }).first('document_id');
    const total = 1 + CATEGORY_ROWS.length + DEPARTMENT_ROWS.length + REPORT_ROWS.length;
    return {
      programme: { documentId: String(document_id), name: PLAN_PRESET.name },
      categories: CATEGORY_ROWS.length,
      departments: DEPARTMENT_ROWS.length,
      created,
      unchanged: total - created - updates.length,
    };
  });
}

const PLAN_TYPES = ['programme', 'category', 'department', 'report-requirement'];

async function missing(knex: Knex, resource: string, key: string, rows: Values[]): Promise<Values[]> {
  const found = await knex(modelOf(resource).table).select(key);
  const names = new Set(found.map((row) => row[key]));
  return rows.filter((row) => !names.has(row[key]));
}

function createsOf(resource: string, rows: Values[], example: boolean): BulkCreate {
  return {
    resource,
    rows: rows.map((values, at) => ({ key: `${resource}:${at}`, values: { ...values, example } })),
  };
}

function activation(documentId: string, rev: number): BulkUpdate {
  return { resource: 'programme', rows: [{ documentId, rev, values: { active: true } }] };
}
