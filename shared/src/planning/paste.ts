import type { Month } from '../calendar';
import { fieldLabel, type Words } from '../text';
import { cleanName, cleanText } from '../workbook/clean';
import type { AnySheet, Column } from '../workbook/column';
import { layoutFor, type SheetLayout } from '../workbook/headers';
import { NameIndex } from '../workbook/name-index';
import type { Outcome } from '../workbook/outcome';
import { nearNames } from '../workbook/suggest';
import { readTime } from '../workbook/times';
import {
  checkScheduleItem,
  type ScheduleField,
  type ScheduleProblem,
  type ScheduleRow,
} from './check-schedule';
import { readScheduleDay, readTimes } from './paste-day';
import { pastedCells } from './pasted-cells';

/** A record that a cell may name. */
export type Nameable = { id: string; name: string; aliases?: readonly string[] };

/** `row`: its number in what was pasted, from 1. `found`: what the cells hold, for what could not be read. */
export type PastedRow = {
  row: number;
  values: ScheduleRow;
  found: Partial<Record<ScheduleField, string>>;
  problems: ScheduleProblem[];
};

/** What was pasted; `refused` says why nothing could be read, `unread` names the columns that are none of ours. */
export type PastedSheet = { rows: PastedRow[]; unread: string[]; refused: Words | null };

/** More rows than a month's schedule ever has; who pastes more has pasted something else. */
const MOST_ROWS = 200;

const column = (header: string, field: string, aliases: string[], required = false): Column => ({
  header,
  field,
  aliases,
  required,
  kind: 'text',
  maxLength: 200,
  example: null,
  help: '',
});

/** The columns of a month's schedule and what papers call them. */
export const SCHEDULE_SHEET: AnySheet = {
  sheet: '月度安排',
  aliases: [],
  resource: 'schedule-item',
  columns: [
    column('日期', 'day', ['活动日期', '开展日期', '计划日期'], true),
    column('时间', 'times', ['活动时间', '时段', '具体时间']),
    column('开始时间', 'startTime', ['开始']),
    column('结束时间', 'endTime', ['结束']),
    column('活动名称', 'title', ['活动主题', '活动内容', '活动项目', '名称', '主题'], true),
    column('活动类别', 'category', ['类别', '活动类型', '类型'], true),
    column('开展单位', 'unit', ['单位', '结对单位', '共建单位', '单位名称']),
    column('地点', 'venue', ['活动地点', '场地']),
    column('负责人', 'owner', ['责任人', '联系人', '负责同志']),
  ],
};

type Names = { categories: readonly Nameable[]; units: readonly Nameable[] };

/**
 * Reads what was copied from a sheet (cells divided by tabs) as the schedule of a month. The headings are found by
 * their names in the first rows; without them nothing is read, for nothing says which column is which. A row with
 * problems is a row all the same: a person sees and mends it.
 */
export function readSchedule(text: string, month: Month, names: Names): PastedSheet {
  const rows = pastedCells(text).map((cells, at) => ({ row: at + 1, cells }));
  const layout = layoutFor({ sheet: '', rows }, SCHEDULE_SHEET);
  if (!layout) return { rows: [], unread: [], refused: NO_HEADINGS };
  const filled = rows
    .slice(layout.firstRow)
    .filter(({ cells }) => cells.some((cell) => cleanText(cell) !== ''));
  if (filled.length > MOST_ROWS) return { rows: [], unread: [], refused: TOO_MANY };
  const index = { category: indexOf(names.categories), unit: indexOf(names.units) };
  return {
    rows: filled.map(({ row, cells }) => readRow(row, cells, layout, month, index)),
    unread: [...layout.unknown, ...layout.repeated],
    refused: filled.length === 0 ? NO_ROWS : null,
  };
}

const NO_HEADINGS: Words = {
  zh: '没有找到表头。请连同表头一起复制,至少有“日期”和“活动名称”两列。',
  en: 'No headings were found. Copy the heading row as well, with a day and a title at least.',
};
const NO_ROWS: Words = { zh: '表头下面没有内容。', en: 'There is nothing below the headings.' };
const TOO_MANY: Words = {
  zh: `一次最多粘贴 ${MOST_ROWS} 行,请分几次粘贴。`,
  en: `At most ${MOST_ROWS} rows at once.`,
};

function indexOf(list: readonly Nameable[]): NameIndex {
  const index = new NameIndex();
  for (const { id, name, aliases = [] } of list)
    index.add({ id, name, aliases, isNew: false, traits: {}, record: null, place: null });
  return index;
}

type Cells = Readonly<Record<string, string>>;

/** Reads the cells of one row by their fields and keeps what could not be read. */
function reading(cells: Cells) {
  const problems: ScheduleProblem[] = [];
  const found: PastedRow['found'] = {};
  const fail = (field: ScheduleField, code: ScheduleProblem['code'], { zh, en }: Words) => {
    const text = cells[field] || cells.times || '';
    const label = fieldLabel('schedule-item', field);
    found[field] = text;
    const words = { zh: `${label.zh}“${text}”应为${zh}。`, en: `${label.en} “${text}”: ${en}.` };
    problems.push({ field, code, words });
    return null;
  };
  const take = <T>(field: ScheduleField, outcome: Outcome<T>): T | null =>
    outcome.ok ? outcome.value : fail(field, outcome.code, outcome.expected);
  return { problems, found, fail, take };
}

type Reading = ReturnType<typeof reading>;

/** The one record that a cell names; null where it names none, told with the names that look like it. */
function named(field: 'category' | 'unit', cells: Cells, index: NameIndex, { fail }: Reading): string | null {
  const name = cleanName(cells[field] ?? '');
  if (name === '') return null;
  const matches = index.find(name);
  if (matches.length === 1) return matches[0]?.id ?? null;
  const near = nearNames(name, index.names());
  return fail(field, 'NOT_AN_OPTION', {
    zh: near.length > 0 ? `系统中的名称,可能是:${near.join('、')}` : '系统中的名称',
    en: near.length > 0 ? `a known name, perhaps ${near.join(', ')}` : 'a known name',
  });
}

function timesOf(cells: Cells, { take }: Reading): Pick<ScheduleRow, 'startTime' | 'endTime'> {
  const both = cells.times ? take('startTime', readTimes(cells.times)) : null;
  const time = (field: 'startTime' | 'endTime') =>
    cells[field] ? (take(field, readTime(cells[field]))?.slice(0, 5) ?? null) : (both?.[field] ?? null);
  return { startTime: time('startTime'), endTime: time('endTime') };
}

function readRow(
  row: number,
  texts: readonly string[],
  layout: SheetLayout<AnySheet>,
  month: Month,
  index: Record<'category' | 'unit', NameIndex>,
): PastedRow {
  const cells = Object.fromEntries(
    layout.columns.map(({ at, column }) => [column.field, cleanText(texts[at] ?? '')]),
  );
  const read = reading(cells);
  const values: ScheduleRow = {
    ...timesOf(cells, read),
    day: cells.day ? read.take('day', readScheduleDay(cells.day, month)) : null,
    title: cells.title || null,
    category: named('category', cells, index.category, read),
    unit: named('unit', cells, index.unit, read),
    venue: cells.venue || null,
    owner: cells.owner || null,
    planItem: null,
  };
  const told = new Set(read.problems.map(({ field }) => field));
  const more = checkScheduleItem(values, month).filter(({ field }) => !told.has(field));
  return { row, values, found: read.found, problems: [...read.problems, ...more] };
}
