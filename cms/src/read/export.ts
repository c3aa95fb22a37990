import { type Actor, mayExport } from '@jiedui/shared/access';
import type { VenueKind } from '@jiedui/shared/activity';
import { dayOf, timeOf } from '@jiedui/shared/calendar';
import { type FieldDescription, isFilled, type TypeDescription } from '@jiedui/shared/model';
import type { Locale } from '@jiedui/shared/text';
import type { Context } from 'koa';
import { Refusal } from '../guard/errors';
import { modelsFor } from '../modelling/described';
import { columnsFor, type ReadyColumn } from '../settings/computed-columns';
import { venueKinds } from '../workbook/venue-kinds';
import { attachNested, plainShapeFor } from './attach-nested';
import { withComputed } from './computed';
import { type RecordData, readScope } from './list';
import { hasName, type Model, modelOf } from './model';
import { type ListQuery, parseQuery } from './query';
import { dialect, reader } from './reader';
import { bothOf, type Sql } from './scope-sql';
import { compileSelect } from './select';
import { type SheetColumn, sendSheet } from './sheet';

const ROWS_AT_A_TIME = 500;
const MOST_ROWS = 100_000;
/** Of use to the machine only; the days of the rows would also be other ones than the demonstration's. */
const NOT_SHOWN = ['rev', 'createdAt', 'updatedAt'];
/** Files do not fit into a cell, and a password is nobody's to read. */
const NOT_IN_CELLS = ['files', 'secret'];

/** All rows of a list as a workbook, streamed, with the fields that the actor may read and in the office's words. */
export async function exportRecords(model: Model, ctx: Context, only: Sql | null): Promise<void> {
  const actor = ctx.state.actor as Actor;
  if (!mayExport(actor.role, model.resource)) throw new Refusal(403, 'NOT_ALLOWED');
  const { locale: asked, pagination: _, waiting: __, ...rawQuery } = ctx.query as Record<string, unknown>;
  const locale: Locale = asked === 'en' ? 'en' : 'zh';
  const scope = bothOf(readScope(model, actor), only);
  const type = modelsFor(actor.role).types.find(({ resource }) => resource === model.resource);
  if (!type) throw new Refusal(403, 'NOT_ALLOWED');
  const shown = shownFields(type);
  const fields = shown.filter((name) => model.columns.has(name));
  const populate = shown.filter((name) => !model.columns.has(name));
  const parsed = parseQuery(model, actor.role, { ...rawQuery, fields, populate, computed: '*' });
  const venues = fields.includes('venueKind') ? await venueKinds() : [];
  const reading = { locale, venues };
  const columns = [
    ...columnsOf(type, shown, reading),
    ...columnsFor(model, actor.role).map((column) => computedColumn(column, reading)),
  ];

  sendSheet(ctx, type.label[locale], columns, pagesOf(model, actor, parsed, scope));
}

/** What names a record stands first, then what it belongs to, then the rest in the model's order. */
function shownFields({ fields, titleField }: TypeDescription): string[] {
  const names = Object.entries(fields)
    .filter(([name, field]) => !NOT_SHOWN.includes(name) && !NOT_IN_CELLS.includes(field.kind))
    // A pairing or an assignment has no name of its own; what it joins stands in columns of the record.
    .filter(([, { kind, target }]) => kind !== 'relation' || !target || hasName(modelOf(target)))
    .map(([name]) => name);
  const relations = names.filter((name) => fields[name]?.kind === 'relation');
  const first = names.filter((name) => name === titleField);
  return [...new Set([...first, ...relations, ...names])];
}

/** In which language, and what the office calls the venue kinds, which are data of the programme. */
type Reading = { locale: Locale; venues: readonly VenueKind[] };

type Column = SheetColumn<Record<string, unknown>>;

const columnsOf = ({ fields }: TypeDescription, names: string[], reading: Reading): Column[] =>
  names.flatMap((name) => {
    const field = fields[name];
    if (!field) return [];
    const value = (record: Record<string, unknown>) => cell(name, field, record[name], reading);
    return [{ header: field.label[reading.locale], value }];
  });

function cell(name: string, field: FieldDescription, value: unknown, { locale, venues }: Reading): unknown {
  if (!isFilled(value)) return null;
  if (name === 'venueKind') return venues.find(({ code }) => code === value)?.words[locale] ?? value;
  switch (field.kind) {
    case 'enum':
      return field.options?.find((option) => option.value === value)?.words[locale] ?? value;
    case 'flag':
      return plain(value, locale);
    case 'instant':
      return `${dayOf(String(value))} ${timeOf(String(value))}`;
    case 'time':
      return String(value).replace(/(:00)?\.000$/, '');
    case 'relation':
      return nameOf(value);
    case 'relations':
      return (value as unknown[]).map(nameOf).join('、');
    default:
      if (Array.isArray(value) && value.every((part) => typeof part === 'string')) return value.join('、');
      if (typeof value === 'object') return JSON.stringify(value, byAddress);
      return typeof value === 'string' ? value.slice(0, LONGEST_CELL) : value;
  }
}

function computedColumn({ name, words }: ReadyColumn, reading: Reading): Column {
  return {
    header: words[reading.locale],
    value: ({ computed }) => plain((computed as Record<string, unknown>)[name], reading.locale),
  };
}

/** Excel takes no more of a text. */
const LONGEST_CELL = 32_767;

/** A record that a component points at, by its address: that is what an import is sure to understand. */
const byAddress = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'documentId' in value ? value.documentId : value;

const NAMELESS = ['id', 'documentId'];

/** What a populated record is called: the one field that it came with. */
function nameOf(value: unknown): unknown {
  const [, name] = Object.entries(value as object).find(([key]) => !NAMELESS.includes(key)) ?? [];
  return name ?? null;
}

async function* pagesOf(
  model: Model,
  actor: Actor,
  query: ListQuery,
  scope: Sql | null,
): AsyncGenerator<RecordData[]> {
  const shape = plainShapeFor(actor.role);
  for (let page = 1; (page - 1) * ROWS_AT_A_TIME < MOST_ROWS; page += 1) {
    const asked = { ...query, page, pageSize: ROWS_AT_A_TIME, withCount: false };
    const { query: whole, finish } = withComputed(model, asked);
    const select = compileSelect(model, whole, scope, actor, dialect());
    const rows = await reader().arrays(select.page.text, select.page.params);
    const records = rows.map((row) => finish(select.toRecord(row)) as RecordData);
    await attachNested(model, query.nested, records, shape);
    yield records;
    if (rows.length < ROWS_AT_A_TIME) return;
    // Reads of SQLite are synchronous: let the others in between two pages.
    await new Promise(setImmediate);
  }
}

/** Yes and no in words; anything else as it is. */
function plain(value: unknown, locale: Locale): unknown {
  if (typeof value !== 'boolean') return value;
  return locale === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no';
}
