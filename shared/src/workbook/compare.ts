import { dayOf, monthOf } from '../calendar';
import { isEditable } from '../workflow/machine';
import { machineOf } from '../workflow/machines';
import { type Book, pairingKey, textValue } from './book';
import { nameKey } from './clean';
import type { Column } from './column';
import { type Draft, fail, textOf } from './draft';
import { aliasesOf } from './identify';
import type { PlannedRow, PlannedValue } from './import-plan';
import type { StoredValue } from './known';
import type { Named } from './name-index';

type Written = Pick<PlannedRow, 'values' | 'changes'>;

/** Fields that identify a record: a row with another value would be about another record. */
const IDENTITY: Record<string, readonly string[]> = {
  unit: ['name'],
  station: ['name'],
  pairing: ['unit', 'station'],
  staff: ['username'],
  activity: ['title', 'unit', 'station', 'startsAt'],
};

const referTo = (named: Named): PlannedValue => (named.isNew ? { key: named.id } : { documentId: named.id });

/** All fields of the record that a row creates. */
export function created(book: Book, draft: Draft): Written {
  const { columns, extra } = draft.layout.definition;
  const values: Written['values'] = { ...extra };
  const changes: Written['changes'] = {};
  for (const column of columns.filter(({ hint }) => !hint)) {
    const linked = draft.links[column.field];
    const plain = draft.values[column.field] ?? column.default ?? (column.kind === 'list' ? [] : null);
    values[column.field] = linked ? referTo(linked) : plain;
    const shown = linked ? linked.name : plain;
    if (shown !== null && !(Array.isArray(shown) && shown.length === 0))
      changes[column.field] = [null, shown];
  }
  return { values: { ...values, ...derived(book, draft) }, changes };
}

/** What follows from the cells of an activity: its day, its month and the pairing it belongs to. */
function derived(book: Book, draft: Draft): Record<string, PlannedValue> {
  const startsAt = textOf(draft, 'startsAt');
  if (draft.layout.definition.resource !== 'activity' || !startsAt) return {};
  const day = dayOf(startsAt);
  const pairing = pairingOf(book, draft);
  return { day, month: monthOf(day), pairing: pairing ? referTo(pairing) : null };
}

function pairingOf(book: Book, { links: { unit, station } }: Draft): Named | undefined {
  return unit && station ? book.keyed.pairing.get(pairingKey(unit.id, station.id)) : undefined;
}

/**
 * The fields of an existing record that a row changes. A blank cell leaves its field as it is. Notes an error
 * when the record's state does not allow the change.
 */
export function changed(book: Book, draft: Draft): Written {
  const { definition } = draft.layout;
  const written: Written = { values: {}, changes: {} };
  const record = draft.self?.record;
  if (!record) return written;
  for (const column of definition.columns) {
    if (column.hint || column.createsOnly || IDENTITY[definition.resource]?.includes(column.field)) continue;
    compareField(book, draft, column, record.values[column.field] ?? null, written);
  }
  const [field] = Object.keys(written.values);
  if (field && !isEditable(machineOf(definition.resource), record.values.state)) {
    fail(draft, field, 'STATE_LOCKED', {
      zh: `与系统中相同的内容;该活动当前状态下不能修改`,
      en: 'what the system holds: in its state the record cannot be edited',
    });
  }
  noteState(draft, textValue(record.values.state));
  return written;
}

function compareField(book: Book, draft: Draft, column: Column, before: StoredValue, written: Written): void {
  const { field } = column;
  const linked = draft.links[field];
  const content = column.kind === 'list' ? listFor(draft) : draft.values[field];
  if (linked && column.kind === 'relation') {
    if (linked.id === before) return;
    written.values[field] = referTo(linked);
    const name = typeof before === 'string' ? book.names[column.target].nameOf(before) : null;
    written.changes[field] = [name, linked.name];
  } else if (content !== undefined && !same(before, content)) {
    written.values[field] = content;
    written.changes[field] = [before, content];
  }
}

/** The aliases after the import. The name by which a row found its record stays one, else it would be lost. */
function listFor(draft: Draft): string[] | undefined {
  const list = aliasesOf(draft);
  const [name, record] = [textOf(draft, 'name'), draft.self?.record];
  if (list.length === 0 || !name || !record || nameKey(name) === nameKey(record.name)) {
    return list.length > 0 ? list : undefined;
  }
  return list.some((alias) => nameKey(alias) === nameKey(name)) ? list : [...list, name];
}

function same(before: StoredValue, after: StoredValue): boolean {
  if (Array.isArray(after)) return sorted(before) === sorted(after);
  return before === after || (typeof after === 'string' && before === null && after === '');
}

const sorted = (list: StoredValue) => (Array.isArray(list) ? [...list].sort().join('\n') : '');

function noteState(draft: Draft, state: string | null): void {
  const wanted = textOf(draft, 'state');
  if (!wanted || !state || wanted === state) return;
  draft.notes.push({
    zh: '该活动已在系统中,状态请在系统中办理,本行的状态不起作用。',
    en: 'The activity exists; its state is moved in the system, not by the workbook.',
  });
}
