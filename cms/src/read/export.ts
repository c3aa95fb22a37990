import { PassThrough } from 'node:stream';
import { type Actor, hasDuty, mayReadField } from '@jiedui/shared/access';
import type { VenueKind } from '@jiedui/shared/activity';
import { dayOf, timeOf } from '@jiedui/shared/calendar';
import { ENUM_TEXT, enumWords, fieldLabel, type Locale, resourceLabel } from '@jiedui/shared/text';
import ExcelJS from '@protobi/exceljs';
import type { Context } from 'koa';
import { Refusal } from '../guard/errors';
import { venueKinds } from '../workbook/venue-kinds';
import { mayName } from './attach-nested';
import { readScope } from './list';
import { hasName, type Model, modelOf } from './model';
import { type ListQuery, parseQuery } from './query';
import { dialect, reader } from './reader';
import { bothOf, type Sql } from './scope-sql';
import { compileSelect, readableFields } from './select';

const ROWS_AT_A_TIME = 500;
const MOST_ROWS = 100_000;
/** Of use to the machine only; the days of the rows would also be other ones than the demonstration's. */
const NOT_SHOWN = ['rev', 'createdAt', 'updatedAt'];

/** All rows of a list as a workbook, streamed, with the fields that the actor may read and in their words. */
export async function exportRecords(model: Model, ctx: Context, only: Sql | null): Promise<void> {
  const actor = ctx.state.actor as Actor;
  if (!hasDuty(actor.role, 'exportLists')) throw new Refusal(403, 'NOT_ALLOWED');
  const { locale: asked, pagination: _, waiting: __, ...rawQuery } = ctx.query as Record<string, unknown>;
  const locale: Locale = asked === 'en' ? 'en' : 'zh';
  const scope = bothOf(readScope(model, actor), only);
  const fields = readableFields(model, actor.role).filter((field) => !NOT_SHOWN.includes(field));
  const relations = namedRelations(model, actor);
  const parsed = parseQuery(model, actor.role, {
    ...rawQuery,
    fields,
    populate: relations,
  });

  const venues = fields.includes('venueKind') ? await venueKinds() : [];
  const columns = columnsOf(model, fields, relations, { locale, venues });

  const stream = new PassThrough();
  const name = `${resourceLabel(model.resource)[locale]}.xlsx`;
  ctx.type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  ctx.set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
  ctx.status = 200;
  ctx.body = stream;
  writeRows(stream, model, columns, parsed, scope, locale).catch((error: Error) => stream.destroy(error));
}

/** The relations whose records the role may name. */
const namedRelations = (model: Model, { role }: Actor): string[] =>
  [...model.relations.values()]
    .filter(({ name, target }) => mayReadField(role, model.resource, name) && mayName(role, target))
    .map(({ name }) => name);

/** In which language, and what the office calls the venue kinds, which are data of the programme. */
type Reading = { locale: Locale; venues: readonly VenueKind[] };

type Column = { header: string; value: (record: Record<string, unknown>) => unknown };

function columnsOf(model: Model, fields: string[], related: string[], reading: Reading): Column[] {
  const { locale } = reading;
  // A pairing or an assignment has no name of its own; what it joins stands in columns of the record.
  const named = [...model.relations.values()].filter(
    ({ name, target }) => related.includes(name) && hasName(modelOf(target)),
  );
  const relations = named.map(({ name, target }) => ({
    header: fieldLabel(model.resource, name)[locale],
    value: (record: Record<string, unknown>) =>
      (record[name] as Record<string, unknown> | null)?.[modelOf(target).titleField] ?? null,
  }));
  const own = fields.map((field) => ({
    header: fieldLabel(model.resource, field)[locale],
    value: (record: Record<string, unknown>) => cell(model, field, record[field], reading),
  }));
  return [...own.slice(0, 1), ...relations, ...own.slice(1)];
}

function cell(model: Model, field: string, value: unknown, { locale, venues }: Reading): unknown {
  if (value === null || value === undefined) return null;
  if (field === 'venueKind') return venues.find(({ code }) => code === value)?.words[locale] ?? value;
  if (ENUM_TEXT[`${model.resource}.${field}`]) return enumWords(model.resource, field, String(value))[locale];
  if (typeof value === 'boolean') return locale === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no';
  if (model.columns.get(field)?.attribute.type === 'datetime')
    return `${dayOf(String(value))} ${timeOf(String(value))}`;
  if (Array.isArray(value) && value.every((part) => typeof part === 'string')) return value.join('、');
  return typeof value === 'object' ? JSON.stringify(value) : value;
}

async function writeRows(
  stream: PassThrough,
  model: Model,
  columns: Column[],
  query: ListQuery,
  scope: ReturnType<typeof readScope>,
  locale: Locale,
): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const sheet = workbook.addWorksheet(resourceLabel(model.resource)[locale], {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  sheet.columns = columns.map(({ header }) => ({ header, width: Math.max(12, header.length * 2 + 4) }));
  sheet.getRow(1).font = { bold: true };
  sheet.getRow(1).commit();
  for (let page = 1; (page - 1) * ROWS_AT_A_TIME < MOST_ROWS; page += 1) {
    const asked = { ...query, page, pageSize: ROWS_AT_A_TIME, withCount: false };
    const select = compileSelect(model, asked, scope, dialect());
    const rows = await reader().arrays(select.page.text, select.page.params);
    for (const row of rows) {
      const record = select.toRecord(row);
      sheet.addRow(columns.map(({ value }) => value(record))).commit();
    }
    if (rows.length < ROWS_AT_A_TIME) break;
    // Reads of SQLite are synchronous: let the others in between two pages.
    await new Promise(setImmediate);
  }
  sheet.commit();
  await workbook.commit();
}
