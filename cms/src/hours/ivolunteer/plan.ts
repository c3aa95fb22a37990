import { contentHash } from '@jiedui/shared/canonical';
import {
  type ExportRow,
  type ExportTable,
  endsOf,
  findTable,
  headingsKey,
  type IvolunteerMapping,
  mappingSchema,
  maskOf,
  openFields,
  rowReader,
  type SkippedRow,
  skippedAs,
  suggestColumns,
  suggestUnit,
} from '@jiedui/shared/hours';
import { cellText } from '@jiedui/shared/workbook';
import type { Knex } from 'knex';
import { sameValue } from '../../audit/state';
import { Refusal } from '../../guard/errors';
import { modelOf } from '../../read/model';
import type { Values } from '../../write/column-values';
import { type Stored, storedOf } from '../../write/store';
import { entryKey, rowPerson } from './entry-key';
import { loadKnown, type Matched, matchRow } from './match';
import type { ExportFile, TextEncoding } from './read-export';

export type RowKind = 'new' | 'changed' | 'unchanged' | 'repeated';

/** A row and what will become of it; `before` is the entry that an earlier import made of it. */
export type PlannedEntry = {
  kind: RowKind;
  read: ExportRow;
  key: string;
  matched: Matched;
  values: Values;
  before: Stored | null;
};

export type ExportPlan = {
  encoding: TextEncoding | null;
  table: ExportTable;
  fingerprint: string;
  mapping: IvolunteerMapping;
  /** The saved form that the mapping was taken from. */
  saved: { documentId: string; rev: number; name: string; mapping: IvolunteerMapping } | null;
  entries: PlannedEntry[];
  skipped: SkippedRow[];
};

const VALUES_LOOKED_AT = 200;

/** Works out what an export would bring, by the mapping given, the one remembered for its headings, or their words. */
export async function planExport(
  knex: Knex,
  file: ExportFile,
  given: IvolunteerMapping | null,
): Promise<ExportPlan> {
  const savedForms = await forms(knex);
  const table = findTable(file.sheets, (key) => savedForms.has(contentHash(key)));
  if (!table) throw new Refusal(422, 'EXPORT_WITHOUT_TABLE');
  const fingerprint = contentHash(headingsKey(table.headings));
  const saved = savedForms.get(fingerprint) ?? null;
  const mapping = given ?? saved?.mapping ?? suggested(table);
  const { rows, skipped } = recordsOf(table);
  const read = rows.map(rowReader(table, mapping));
  const known = await loadKnown(knex, read);
  const entries = await withBefore(
    knex,
    read.map((row) => ({ row, key: entryKey(row), ...matched(row) })),
  );
  return { encoding: file.encoding, table, fingerprint, mapping, saved, entries, skipped };

  function matched(row: ExportRow) {
    return { matched: matchRow(row, known) };
  }
}

async function forms(knex: Knex) {
  const rows = (await knex('ivolunteer_mappings').limit(1000)) as Record<string, unknown>[];
  const model = modelOf('ivolunteer-mapping');
  return new Map(
    rows.flatMap((row) => {
      const { documentId, values } = storedOf(model, row);
      const { columns, dateOrder, durationUnit } = values;
      const mapping = mappingSchema.safeParse({ columns, dateOrder, durationUnit });
      if (!mapping.success) return [];
      const form = { documentId, rev: Number(values.rev), name: String(values.name), mapping: mapping.data };
      return [[String(values.fingerprint), form] as const];
    }),
  );
}

function suggested(table: ExportTable): IvolunteerMapping {
  const columns = suggestColumns(table.headings);
  const heading = columns.minutes?.[0] ?? '';
  const at = table.headings.indexOf(heading);
  const values = table.rows.slice(0, VALUES_LOOKED_AT).map(({ cells }) => cellText(cells[at]));
  return { columns, dateOrder: 'ymd', durationUnit: suggestUnit(heading, values) };
}

function recordsOf({ rows, headings }: ExportTable) {
  const skipped: SkippedRow[] = [];
  const records = rows.filter((row) => {
    const left = skippedAs(row, headings);
    if (left) skipped.push(left);
    return !left;
  });
  return { rows: records, skipped };
}

type Read = { row: ExportRow; key: string; matched: Matched };
const CHUNK = 400;

async function withBefore(knex: Knex, rows: readonly Read[]): Promise<PlannedEntry[]> {
  const model = modelOf('ivolunteer-entry');
  const before = new Map<string, Stored>();
  for (let start = 0; start < rows.length; start += CHUNK) {
    const keys = rows.slice(start, start + CHUNK).map(({ key }) => key);
    const found = (await knex(model.table).whereIn('entry_key', keys)) as Record<string, unknown>[];
    for (const row of found) before.set(String(row.entry_key), storedOf(model, row));
  }
  const seen = new Set<string>();
  return rows.map((row) => {
    const repeated = seen.has(row.key);
    seen.add(row.key);
    return plannedOf(row, before.get(row.key) ?? null, repeated);
  });
}

function plannedOf({ row, key, matched }: Read, before: Stored | null, repeated: boolean): PlannedEntry {
  const values = before ? changesTo(before.values, row, matched) : freshValues(row, key, matched);
  const changed = before === null ? 'new' : Object.keys(values).length > 0 ? 'changed' : 'unchanged';
  return { kind: repeated ? 'repeated' : changed, read: row, key, matched, values, before };
}

/** What their system says of the row. */
function theirs(row: ExportRow): Values {
  return {
    activityNumber: row.activityNumber,
    activityTitle: row.activityTitle,
    organization: row.organization,
    personName: row.personName,
    maskedId: maskedOf(row),
    memberNumber: row.memberNumber,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    day: row.day,
    minutes: row.minutes,
    enteredAt: row.enteredAt,
  };
}

const maskedOf = ({ id, idText }: ExportRow): string => {
  if (id.kind === 'valid') return maskOf(id.number);
  return id.kind === 'masked' ? id.masked : endsOf(idText).slice(0, 40);
};

function freshValues(row: ExportRow, key: string, { activity, volunteer, findings }: Matched): Values {
  return {
    ...theirs(row),
    row: row.row,
    entryKey: key,
    personHash: rowPerson(row),
    activity,
    volunteer,
    findings: [...findings, ...row.findings],
  };
}

/**
 * What the row changes of its entry. What cannot be read now takes nothing away, for somebody may have put it right by
 * hand; and what somebody chose stays chosen.
 */
function changesTo(before: Values, row: ExportRow, { activity, volunteer }: Matched): Values {
  const changes: Values = {};
  for (const [field, value] of Object.entries(theirs(row))) {
    const now = value === '' ? null : value;
    if (now !== null && !sameValue(before[field] ?? null, now)) changes[field] = now;
  }
  if (before.activity === null && activity) changes.activity = activity;
  if (before.volunteer === null && volunteer) changes.volunteer = volunteer;
  return changes;
}

/** What of the row is still for somebody to settle, once it is written. */
export function openOf({ before, values, matched }: PlannedEntry) {
  const now = { ...before?.values, ...values };
  return openFields({
    activity: now.activity ?? matched.activity,
    volunteer: now.volunteer ?? matched.volunteer,
    day: now.day,
    minutes: now.minutes,
  });
}
