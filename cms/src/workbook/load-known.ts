import {
  activitySpan,
  type Known,
  type KnownRecord,
  type SheetRows,
  type StoredValue,
} from '@jiedui/shared/workbook';
import { fromColumn, toColumn } from '../read/codec';
import type { Param } from '../read/database';
import { type Model, modelOf } from '../read/model';
import { dialect, reader } from '../read/reader';
import { givingWay } from './giving-way';

const ROWS_AT_A_TIME = 2000;
const NOT_COMPARED = ['createdAt', 'updatedAt', 'example', 'rev', 'documentId'];

type Loaded = { records: KnownRecord[]; addresses: Map<number, string> };
type Where = { sql: string; params: Param[] };

/** What an import is compared with. Read in parts, so that others get their turn between them. */
export async function loadKnown(sheets: readonly SheetRows[]): Promise<Known> {
  const addresses = new Map<string, Map<number, string>>();
  const load = async (resource: string, where?: Where): Promise<KnownRecord[]> => {
    const { records, addresses: own } = await loadRecords(modelOf(resource), addresses, where);
    addresses.set(resource, own);
    return records;
  };
  // In the order of what points at what: addresses of relations must be there before.
  const town = await load('town');
  const department = await load('department');
  const category = await load('category');
  const unit = await load('unit');
  const station = await loadStations(addresses);
  const pairing = await load('pairing');
  const staff = await load('staff');
  const span = await givingWay(activitySpan(sheets));
  const activity = span ? await load('activity', startsWithin(span)) : [];
  return { town, department, category, unit, station, pairing, staff, activity };
}

/** Sites point at sites, so their addresses are read first. */
async function loadStations(addresses: Map<string, Map<number, string>>): Promise<KnownRecord[]> {
  const { table } = modelOf('station');
  const rows = await reader().all(`SELECT id, document_id FROM ${table}`, []);
  addresses.set('station', new Map(rows.map((row) => [Number(row.id), String(row.document_id)])));
  return (await loadRecords(modelOf('station'), addresses)).records;
}

function startsWithin({ from, to }: { from: string; to: string }): Where {
  const column = modelOf('activity').columns.get('startsAt');
  if (!column) throw new Error('An activity has no start');
  const bound = (instant: string) => toColumn(column.attribute, instant, dialect()) as Param;
  return { sql: `${column.column} BETWEEN ? AND ?`, params: [bound(from), bound(to)] };
}

async function loadRecords(
  model: Model,
  addresses: Map<string, Map<number, string>>,
  where?: Where,
): Promise<Loaded> {
  const columns = [...model.columns.values()].filter(({ name }) => !NOT_COMPARED.includes(name));
  const relations = [...model.relations.values()];
  const names = [
    'id',
    'document_id',
    'rev',
    ...[...columns, ...relations].map(({ column }) => `"${column}"`),
  ];
  const records: KnownRecord[] = [];
  const own = new Map<number, string>();
  for (let last = 0; ; ) {
    const rows = await reader().all(
      `SELECT ${names.join(', ')} FROM ${model.table} WHERE id > ? ${where ? `AND ${where.sql}` : ''}
       ORDER BY id LIMIT ${ROWS_AT_A_TIME}`,
      [last, ...(where?.params ?? [])],
    );
    for (const row of rows) {
      const values: Record<string, StoredValue> = {};
      for (const { name, column, attribute } of columns) {
        values[name] = fromColumn(attribute, row[column]) as StoredValue;
      }
      for (const { name, column, target } of relations) {
        values[name] = addresses.get(target)?.get(Number(row[column])) ?? null;
      }
      records.push(recordOf(String(row.document_id), Number(row.rev ?? 1), values));
      last = Number(row.id);
      own.set(last, String(row.document_id));
    }
    if (rows.length < ROWS_AT_A_TIME) return { records, addresses: own };
    await new Promise(setImmediate);
  }
}

function recordOf(documentId: string, rev: number, values: Record<string, StoredValue>): KnownRecord {
  const name = String(values.name ?? values.title ?? values.username ?? documentId);
  // A category may also be named by its code.
  const aliases = Array.isArray(values.aliases)
    ? values.aliases
    : [values.code].filter((code) => typeof code === 'string');
  return { documentId, rev, name, aliases, values };
}
