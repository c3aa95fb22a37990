import { checkActivity } from '../activity';
import { canonicalJson } from '../canonical';
import { entryFaults, isEntered, type MetricEntry } from '../metric';
import { type Attribute, type Components, checkField, isFilled } from '../model';
import type { ErrorCode, Words } from '../text';
import { isEditable, machineOf } from '../workflow';
import type { SheetRows } from './cell';
import { nameKey } from './clean';
import type { AnySheet, Column } from './column';
import { type Draft, fail, readRow } from './draft';
import { layoutFor, type SheetLayout } from './headers';
import type { ImportPlan, Notice, PlannedRow, PlannedValue, PlanProgress } from './import-plan';
import type { KnownRecord, StoredValue } from './known';
import { columnNotices } from './lay-out';
import type { Named } from './name-index';
import { plannedRow } from './planned-row';
import { RelatedNames } from './related-names';
import { GUIDE_SHEET } from './sheets';

/** A record that exists, with the values that a workbook can bring: structures as they are, to-many relations as documentIds. */
export type ExistingRecord = Omit<KnownRecord, 'values'> & { values: Readonly<Record<string, unknown>> };

/**
 * What an import of one record type is worked out from. `key`: the fields by which a row finds its record; none means
 * that every row is a new one. `existing`: the records that the person may change; `related`: those that relations
 * may name, by type. `titleField`: the field that names a record, for people.
 */
export type RecordPlanInput = {
  sheets: readonly SheetRows[];
  sheet: AnySheet;
  attributes: Readonly<Record<string, Attribute>>;
  components: Components;
  key: readonly string[];
  titleField: string;
  existing: readonly ExistingRecord[];
  related: Readonly<Record<string, readonly KnownRecord[]>>;
  may: { create: boolean; update: boolean };
};

type RowDraft = Draft<AnySheet>;
type Filled = { value: PlannedValue; plain: unknown; shown: StoredValue };

type Between = (
  values: Record<string, unknown>,
) => readonly { field: string; code: ErrorCode; words: Words }[];

/** Rules of the program's types that concern several fields of a record together. */
const BETWEEN: Readonly<Record<string, Between>> = {
  activity: checkActivity,
  'metric-entry': (values) =>
    isEntered(String(values.metric)) ? entryFaults(values as unknown as MetricEntry) : [],
};

const CHUNK = 100;

/**
 * Works out what an import of any record type would do, row by row, without doing anything. Yields its progress every
 * few rows. A blank cell leaves an existing record's field as it is.
 */
export function* planRecords(input: RecordPlanInput): Generator<PlanProgress, ImportPlan, void> {
  const read = layouts(input);
  const work = new RecordWork(input);
  const total = read.found.reduce((sum, { layout, rows }) => sum + rows.rows.length - layout.firstRow, 0);
  let done = 0;
  const sheets: ImportPlan['sheets'] = [];
  for (const { rows, layout } of read.found) {
    const planned: PlannedRow[] = [];
    for (const row of rows.rows.slice(layout.firstRow)) {
      if (++done % CHUNK === 0) yield { done, total };
      const draft = readRow(rows, layout, row, []);
      if (draft) planned.push(work.plan(draft));
    }
    sheets.push({ sheet: rows.sheet, resource: input.sheet.resource, rows: planned });
  }
  return { sheets, notices: read.notices };
}

type Found = { rows: SheetRows; layout: SheetLayout<AnySheet> };

/** Every visible sheet is read as one of the type: its name does not matter where there is only one kind. */
function layouts({ sheets, sheet }: RecordPlanInput): { found: Found[]; notices: Notice[] } {
  const found: Found[] = [];
  const notices: Notice[] = [];
  for (const rows of sheets.filter((one) => one.sheet !== GUIDE_SHEET && one.rows.length > 0)) {
    const layout = layoutFor(rows, sheet, Math.min(2, sheet.columns.length));
    if (layout) found.push({ rows, layout });
    notices.push(...(layout ? columnNotices(rows, layout) : [unread(rows.sheet, sheet)]));
  }
  if (found.length === 0 && notices.length === 0) notices.push(unread(sheets[0]?.sheet ?? '', sheet));
  return { found, notices };
}

function unread(name: string, { columns }: AnySheet): Notice {
  const some = columns.slice(0, 6).map(({ header }) => header);
  return {
    sheet: name,
    words: {
      zh: `没有读取此表:没有找到表头,应有一行写着:${some.join('、')}。`,
      en: `This sheet was not read: it has no row of headings such as ${some.join(', ')}.`,
    },
    grave: true,
  };
}

class RecordWork {
  readonly #input: RecordPlanInput;
  readonly #names: RelatedNames;
  readonly #existing = new Map<string, ExistingRecord[]>();
  /** The row that has spoken for a key. */
  readonly #claimed = new Map<string, RowDraft>();

  constructor(input: RecordPlanInput) {
    this.#input = input;
    this.#names = new RelatedNames(input.related);
    if (input.key.length === 0) return;
    for (const record of input.existing) {
      const key = this.#keyOf((field) => record.values[field]);
      if (key !== null) this.#existing.set(key, [...(this.#existing.get(key) ?? []), record]);
    }
  }

  plan(draft: RowDraft): PlannedRow {
    const filled = this.#fill(draft);
    const record = this.#identify(draft, filled);
    this.#checkBetween(draft, filled, record);
    if (!record) this.#requireAll(draft, filled);
    const written = record ? this.#changes(draft, filled, record) : all(filled);
    return plannedRow(draft, {
      resource: this.#input.sheet.resource,
      label: this.#label(draft, filled, record),
      key: `${draft.sheet}!${draft.row.row}`,
      record,
      written,
    });
  }

  /** The values of the row's cells, found among the records and checked by the model's own rules. */
  #fill(draft: RowDraft): Map<string, Filled> {
    const filled = new Map<string, Filled>();
    for (const { column } of draft.layout.columns) {
      const content = draft.values[column.field];
      if (content === undefined) continue;
      const one = this.#valueOf(draft, column, content);
      if (!one) continue;
      const attribute = this.#input.attributes[column.field];
      const [error] = attribute
        ? checkField([column.field], attribute, one.plain, this.#input.components)
        : [];
      if (error) fail(draft, column, error.code, within(error.path, error.message));
      else filled.set(column.field, one);
    }
    return filled;
  }

  #valueOf(draft: RowDraft, column: Column, content: RowDraft['values'][string]): Filled | null {
    if (column.kind === 'record') {
      const named = this.#names.find(draft, column, column.target, String(content));
      return named && { value: { documentId: named.id }, plain: named.id, shown: named.name };
    }
    if (column.kind === 'records') {
      const list = (content as string[]).map((name) => this.#names.find(draft, column, column.target, name));
      if (list.some((named) => !named)) return null;
      const found = list as Named[];
      return {
        value: found.map(({ id }) => ({ documentId: id })),
        plain: found.map(({ id }) => id),
        shown: found.map(({ name }) => name),
      };
    }
    if (column.kind === 'structure') {
      const structure: unknown = JSON.parse(String(content));
      return { value: { structure }, plain: structure, shown: String(content) };
    }
    return { value: content as StoredValue, plain: content, shown: content as StoredValue };
  }

  #keyOf(read: (field: string) => unknown): string | null {
    const parts = this.#input.key.map((field) => read(field));
    if (parts.some((part) => part === null || part === undefined || part === '')) return null;
    return JSON.stringify(parts.map((part) => (typeof part === 'string' ? nameKey(part) : part)));
  }

  #identify(draft: RowDraft, filled: ReadonlyMap<string, Filled>): ExistingRecord | null {
    const { key, may } = this.#input;
    const [first = ''] = key;
    if (key.length === 0) {
      if (!may.create) this.#refuseNew(draft, this.#input.sheet.columns[0]);
      return null;
    }
    const own = this.#keyOf((field) => filled.get(field)?.plain);
    if (own === null) {
      const blank = key.find((field) => !filled.has(field)) ?? first;
      fail(draft, blank, 'REQUIRED', {
        zh: '按它识别记录,不能为空',
        en: 'needed: records are recognised by it',
      });
      return null;
    }
    const earlier = this.#claimed.get(own);
    if (earlier) {
      fail(draft, first, 'DUPLICATE', {
        zh: `不重复的记录;“${earlier.sheet}”表第 ${earlier.row.row} 行是同一记录`,
        en: `one row for a record; row ${earlier.row.row} of ${earlier.sheet} is about the same`,
      });
      return null;
    }
    this.#claimed.set(own, draft);
    const found = this.#existing.get(own) ?? [];
    if (found.length > 1) {
      fail(draft, first, 'DUPLICATE', {
        zh: `只对应一条已有记录的内容;现有 ${found.length} 条`,
        en: `what one record has; ${found.length} have it`,
      });
    }
    if (found.length === 0 && !may.create) this.#refuseNew(draft, first);
    return found[0] ?? null;
  }

  #refuseNew(draft: RowDraft, at: Column | string = ''): void {
    fail(draft, at, 'NOT_ALLOWED', {
      zh: '系统中已有的记录;您不能新建',
      en: 'an existing record; you may not make new ones',
    });
  }

  #requireAll(draft: RowDraft, filled: ReadonlyMap<string, Filled>): void {
    for (const { field, help } of this.#input.sheet.columns) {
      const attribute = this.#input.attributes[field];
      if (!attribute?.required || attribute.default !== undefined || filled.has(field)) continue;
      if (draft.errors.some((error) => error.field === field)) continue;
      fail(draft, field, 'REQUIRED', { zh: `必填:${help}`, en: 'a value: the field is required' });
    }
  }

  /** What is impossible between the fields of a record as it would be. */
  #checkBetween(draft: RowDraft, filled: ReadonlyMap<string, Filled>, record: ExistingRecord | null): void {
    const check = BETWEEN[this.#input.sheet.resource];
    if (!check || draft.errors.length > 0) return;
    const values = { ...record?.values };
    for (const [field, { plain }] of filled) values[field] = plain;
    for (const { field, code, words } of check(values)) fail(draft, field, code, words);
  }

  #changes(draft: RowDraft, filled: ReadonlyMap<string, Filled>, record: ExistingRecord) {
    const written: Pick<PlannedRow, 'values' | 'changes'> = { values: {}, changes: {} };
    for (const [field, { value, plain, shown }] of filled) {
      const before = record.values[field] ?? null;
      if (this.#input.key.includes(field) || alike(before, plain)) continue;
      written.values[field] = value;
      written.changes[field] = [this.#shown(field, before), shown];
    }
    const [field] = Object.keys(written.values);
    if (!field) return written;
    if (!this.#input.may.update) {
      fail(draft, field, 'NOT_ALLOWED', { zh: '与系统中相同的内容;您不能修改', en: 'what the system holds' });
    } else if (!isEditable(machineOf(this.#input.sheet.resource), record.values.state)) {
      fail(draft, field, 'STATE_LOCKED', {
        zh: '与系统中相同的内容;该记录当前状态下不能修改',
        en: 'what the system holds: in its state the record cannot be edited',
      });
    }
    return written;
  }

  #shown(field: string, value: unknown): StoredValue {
    const column = this.#input.sheet.columns.find((one) => one.field === field);
    return column ? this.#names.shown(column, value) : (value as StoredValue);
  }

  #label(draft: RowDraft, filled: ReadonlyMap<string, Filled>, record: ExistingRecord | null): string {
    const title = filled.get(this.#input.titleField)?.shown ?? record?.name;
    const first = [...filled.values()].map(({ shown }) => shown).find((shown) => typeof shown === 'string');
    return String(title ?? first ?? `${draft.row.row}`);
  }
}

function all(filled: ReadonlyMap<string, Filled>): Pick<PlannedRow, 'values' | 'changes'> {
  const values: PlannedRow['values'] = {};
  const changes: PlannedRow['changes'] = {};
  for (const [field, { value, shown }] of filled) {
    values[field] = value;
    changes[field] = [null, shown];
  }
  return { values, changes };
}

/** Equal for a record: empty is empty, and the order of keys in a structure says nothing. */
function alike(before: unknown, after: unknown): boolean {
  if (!isFilled(before) && !isFilled(after)) return true;
  return canonicalJson(before ?? null) === canonicalJson(after ?? null);
}

/** An error that lies deeper than the cell says where. */
function within(path: readonly (string | number)[], { zh, en }: { zh: string; en: string }) {
  const deeper = path.slice(1).map((part) => (typeof part === 'number' ? part + 1 : part));
  return deeper.length === 0
    ? { zh, en }
    : { zh: `${deeper.join('.')}:${zh}`, en: `${deeper.join('.')}: ${en}` };
}
