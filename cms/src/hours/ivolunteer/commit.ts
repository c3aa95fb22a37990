import { randomUUID } from 'node:crypto';
import type { Actor } from '@jiedui/shared/access';
import { contentHash } from '@jiedui/shared/canonical';
import { resourceLabel } from '@jiedui/shared/text';
import type { Core } from '@strapi/strapi';
import { clock } from '../../clock';
import { type JobStore, jobStore } from '../../workbook/job-store';
import { asStale, type BulkCreate, type BulkUpdate, bulkWrite } from '../../write/bulk';
import type { Values } from '../../write/column-values';
import { type ExportPlan, openOf, type PlannedEntry } from './plan';
import { countsOf, isNewPerson } from './preview';

type Commit = { name: string; plan: ExportPlan; addPeople: boolean; formName: string };
export type Committed = { jobId: string; counts: ReturnType<typeof countsOf> };

const BATCH = 'batch';
const FORM = 'form';
const personKey = (hash: unknown) => `person:${hash}`;

/**
 * Writes what an export brings, all or nothing, as an import that can be undone like any other. The same export again
 * adds nothing: a row is known by activity, person and start.
 */
export async function commitExport(strapi: Core.Strapi, actor: Actor, commit: Commit): Promise<Committed> {
  const store = jobStore(strapi);
  const id = randomUUID();
  await store.create(id, actor.id, commit.name, { resource: 'ivolunteer-entry', key: [] });
  try {
    await bulkWrite(strapi, actor, { ...workOf(commit, actor, id), reason: commit.name, jobId: id });
  } catch (error) {
    await store.move(id, ['reading'], { state: 'failed', error: { code: 'IMPORT_STALE' } });
    throw asStale(error, 'ivolunteer-entry');
  }
  const counts = countsOf(commit.plan);
  await finish(store, id, counts);
  return { jobId: id, counts };
}

async function finish(store: JobStore, id: string, counts: Committed['counts']): Promise<void> {
  const { new: added, changed, unchanged, unmatched } = counts;
  const sheet = {
    sheet: 'i志愿',
    label: resourceLabel('ivolunteer-entry'),
    new: added,
    changed,
    unchanged,
    wrong: 0,
  };
  const progress = { done: added + changed + unchanged, total: added + changed + unchanged };
  const notices = unmatched > 0 ? [{ sheet: 'i志愿', words: waitingWords(unmatched) }] : [];
  await store.move(id, ['reading'], {
    state: 'done',
    progress,
    sheets: [sheet],
    notices,
    problems: [],
    accounts: 0,
  });
}

const waitingWords = (rows: number) => ({
  zh: `${rows} 行等待处理,见“志愿时长”。`,
  en: `${rows} rows wait to be settled.`,
});

function workOf({ name, plan, addPeople, formName }: Commit, actor: Actor, jobId: string) {
  const people = addPeople ? peopleOf(plan.entries) : new Map<string, Values>();
  const form = formOf(plan, formName);
  const counts = countsOf(plan);
  const batch = {
    name: name.slice(0, 200),
    importedAt: clock().now(),
    importedBy: actor.displayName,
    mapping: plan.saved ? { documentId: plan.saved.documentId } : { key: FORM },
    rows: plan.entries.length,
    added: counts.new,
    changed: counts.changed,
    unchanged: counts.unchanged + counts.repeated,
    unmatched: plan.entries.filter((entry) => isWaiting(entry, people)).length,
    skipped: plan.skipped.length,
    jobId,
  };
  const creates: BulkCreate[] = [
    { resource: 'ivolunteer-batch', rows: [{ key: BATCH, values: batch }] },
    { resource: 'volunteer', rows: [...people].map(([hash, values]) => ({ key: personKey(hash), values })) },
    { resource: 'ivolunteer-entry', rows: kindOf(plan, 'new').map((entry) => freshRow(entry, people)) },
  ];
  if (!plan.saved) creates.unshift({ resource: 'ivolunteer-mapping', rows: [{ key: FORM, values: form }] });
  const updates: BulkUpdate[] = [
    { resource: 'ivolunteer-entry', rows: kindOf(plan, 'changed').flatMap(changedRow) },
  ];
  if (plan.saved && isOther(plan.saved, plan, form)) {
    const { documentId, rev } = plan.saved;
    updates.push({ resource: 'ivolunteer-mapping', rows: [{ documentId, rev, values: form }] });
  }
  return { creates: creates.filter(({ rows }) => rows.length > 0), updates };
}

/** A form that is only used again is not written again: two who import at once would stand in each other's way. */
const isOther = (saved: NonNullable<ExportPlan['saved']>, { mapping }: ExportPlan, form: Values): boolean =>
  form.name !== saved.name || contentHash(mapping) !== contentHash(saved.mapping);

const kindOf = ({ entries }: ExportPlan, kind: PlannedEntry['kind']) =>
  entries.filter((entry) => entry.kind === kind);

function isWaiting(entry: PlannedEntry, people: ReadonlyMap<string, Values>): boolean {
  if (entry.kind === 'repeated') return false;
  const made = people.has(String(entry.values.personHash));
  return openOf(entry).some((field) => !(made && field === 'volunteer'));
}

/** The form as it is remembered for the next export with the same headings. */
function formOf({ mapping, table, fingerprint, saved }: ExportPlan, formName: string): Values {
  return {
    name: (formName.trim() || saved?.name || table.sheet || 'i志愿导出').slice(0, 120),
    headings: table.headings.join(' | ').slice(0, 4000),
    fingerprint,
    columns: { structure: mapping.columns },
    dateOrder: mapping.dateOrder,
    durationUnit: mapping.durationUnit,
  };
}

/** People with a right number who are no volunteers yet, each once; of the unit whose activity brought them. */
function peopleOf(entries: readonly PlannedEntry[]): Map<string, Values> {
  const people = new Map<string, Values>();
  for (const { read, values, matched } of entries.filter(isNewPerson)) {
    if (read.id.kind !== 'valid') continue;
    people.set(String(values.personHash), {
      name: read.personName,
      maskedId: read.id.number,
      ivolunteerId: read.memberNumber || null,
      registered: true,
      unit: matched.unit && { documentId: matched.unit },
    });
  }
  return people;
}

const refOf = (ref: unknown) => ref && { documentId: (ref as { documentId: string }).documentId };

function freshRow({ key, values }: PlannedEntry, people: ReadonlyMap<string, Values>) {
  const made = people.has(String(values.personHash)) ? { key: personKey(values.personHash) } : null;
  return {
    key,
    values: {
      ...values,
      batch: { key: BATCH },
      activity: refOf(values.activity),
      volunteer: refOf(values.volunteer) ?? made,
      findings: { structure: values.findings },
    },
  };
}

function changedRow({ before, values }: PlannedEntry): BulkUpdate['rows'] {
  if (!before) return [];
  const { activity, volunteer, ...rest } = values;
  const relations = {
    ...(activity ? { activity: refOf(activity) } : {}),
    ...(volunteer ? { volunteer: refOf(volunteer) } : {}),
  };
  const row = {
    documentId: before.documentId,
    rev: Number(before.values.rev),
    values: { ...rest, ...relations, batch: { key: BATCH } },
  };
  return [row];
}
