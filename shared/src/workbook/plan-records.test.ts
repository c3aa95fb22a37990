import { describe, expect, it } from 'vitest';
import { type Attribute, type FieldDescription, kindOf, type TypeDescription } from '../model';
import type { CellValue } from './cell';
import type { ImportPlan } from './import-plan';
import type { KnownRecord } from './known';
import { type ExistingRecord, planRecords, type RecordPlanInput } from './plan-records';
import { keyFields, recordSheet } from './record-sheet';

const LABELS: Record<string, string> = { title: '事由', count: '次数', unit: '单位', teams: '服务队' };

const field = (name: string, attribute: Attribute): FieldDescription => ({
  kind: kindOf(attribute),
  attribute,
  label: { zh: LABELS[name] ?? name, en: name },
  help: null,
  added: false,
  writable: name !== 'locked',
  sortable: true,
  ...(attribute.target ? { target: attribute.target.split('.').at(-1) ?? '' } : {}),
  ...(attribute.enum
    ? { options: attribute.enum.map((value) => ({ value, words: { zh: `词${value}`, en: value } })) }
    : {}),
});

const ATTRIBUTES: Record<string, Attribute> = {
  title: { type: 'string', required: true, maxLength: 10 },
  count: { type: 'integer', max: 100 },
  reason: { type: 'enumeration', enum: ['a', 'b'] },
  unit: { type: 'relation', relation: 'manyToOne', target: 'api::registry.unit' },
  teams: { type: 'relation', relation: 'manyToMany', target: 'api::registry.team' },
  extra: { type: 'json' },
  locked: { type: 'string' },
  photos: { type: 'media' },
  secret: { type: 'password' },
};

const TYPE = {
  resource: 'visit',
  path: 'visits',
  label: { zh: '走访', en: 'Visit' },
  titleField: 'title',
  fields: Object.fromEntries(Object.entries(ATTRIBUTES).map(([name, one]) => [name, field(name, one)])),
} as unknown as TypeDescription;

const known = (documentId: string, name: string, ...aliases: string[]): KnownRecord => ({
  documentId,
  rev: 1,
  name,
  aliases,
  values: {},
});

const visit = (documentId: string, values: Record<string, unknown>): ExistingRecord => ({
  documentId,
  rev: 3,
  name: String(values.title),
  values,
});

function plan(headings: string[], rows: CellValue[][], more: Partial<RecordPlanInput> = {}): ImportPlan {
  const cells = [headings, ...rows].map((row, at) => ({ row: at + 1, cells: row }));
  const work = planRecords({
    sheets: [{ sheet: 'Sheet1', rows: cells }],
    sheet: recordSheet(TYPE, { strict: false }),
    attributes: ATTRIBUTES,
    components: {},
    key: ['title'],
    titleField: 'title',
    existing: [],
    related: {
      unit: [known('u1', '区财政局', '财政局'), known('u2', '区教育局')],
      team: [known('t1', '甲队'), known('t2', '乙队'), known('t3', '重名'), known('t4', '重名')],
    },
    may: { create: true, update: true },
    ...more,
  });
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

const rowsOf = (planned: ImportPlan) => planned.sheets[0]?.rows ?? [];
const codesOf = (planned: ImportPlan) =>
  rowsOf(planned).map(({ errors }) => errors.map(({ column, code }) => `${column} ${code}`));

describe('the sheet of a type', () => {
  it('has the fields that the role may write and a cell can hold', () => {
    const fields = recordSheet(TYPE, { strict: true }).columns.map((column) => column.field);
    expect(fields).toEqual(['title', 'count', 'reason', 'unit', 'teams', 'extra']);
  });

  it('finds records by plain values and to-one relations only', () => {
    expect(keyFields(TYPE)).toEqual(['title', 'count', 'reason', 'unit']);
  });
});

describe('a row', () => {
  it('is read by the label in either language or the name of the field, whatever the sheet is called', () => {
    const [row] = rowsOf(
      plan(
        ['事由', 'Count', 'reason', '单位', 'teams', 'extra'],
        [['看望', '１２', '词b', '财政局', '乙队、甲队', '{"a":1}']],
      ),
    );
    expect(row).toMatchObject({
      kind: 'new',
      label: '看望',
      values: {
        title: '看望',
        count: 12,
        reason: 'b',
        unit: { documentId: 'u1' },
        teams: [{ documentId: 't2' }, { documentId: 't1' }],
        extra: { structure: { a: 1 } },
      },
      changes: { unit: [null, '区财政局'], teams: [null, ['乙队', '甲队']] },
    });
  });

  it('names what is wrong of each cell, with a suggestion for a name that is near', () => {
    const planned = plan(
      ['title', 'count', 'unit', 'teams', 'extra'],
      [['一二三四五六七八九十多', 101, '区财政', '重名', '{']],
    );
    expect(codesOf(planned)[0]?.sort()).toEqual([
      'count OUT_OF_RANGE',
      'extra WRONG_TYPE',
      'teams UNKNOWN_RELATION',
      'title TOO_LONG',
      'unit UNKNOWN_RELATION',
    ]);
    const unit = rowsOf(planned)[0]?.errors.find(({ field: name }) => name === 'unit');
    expect(unit?.expected.zh).toContain('区财政局');
  });

  it('finds its record by the key, however it is spelled, and tells only what differs', () => {
    const existing = [visit('v1', { title: '看望(一)', count: 1, teams: ['t1'], extra: { b: 2, a: 1 } })];
    const same = plan(['title', 'teams', 'extra'], [['看望（一）', '甲队', '{"a":1,"b":2}']], { existing });
    expect(rowsOf(same)[0]).toMatchObject({ kind: 'unchanged', documentId: 'v1', rev: 3 });
    const changed = plan(['title', 'count', 'teams'], [['看望(一)', 2, '乙队']], { existing });
    expect(rowsOf(changed)[0]).toMatchObject({
      kind: 'changed',
      values: { count: 2, teams: [{ documentId: 't2' }] },
      changes: { count: [1, 2], teams: [['甲队'], ['乙队']] },
    });
  });

  it('leaves a field alone whose cell is blank, and needs what is required for a new record only', () => {
    const existing = [visit('v1', { title: '看望', count: 1 })];
    const key = ['count'];
    const planned = plan(
      ['count', 'reason'],
      [
        [1, '词a'],
        [2, '词a'],
      ],
      { existing, key },
    );
    expect(rowsOf(planned).map(({ kind }) => kind)).toEqual(['changed', 'wrong']);
    expect(codesOf(planned)[1]).toEqual(['事由 REQUIRED']);
  });
});

describe('the key', () => {
  it('must lead to one record, and no two rows to the same', () => {
    const existing = [visit('v1', { title: '看望' }), visit('v2', { title: '看望' })];
    const planned = plan(
      ['title', 'count'],
      [
        ['看望', 1],
        ['走访', 1],
        ['走访', 2],
        [null, 3],
      ],
      { existing },
    );
    expect(codesOf(planned)).toEqual([['title DUPLICATE'], [], ['title DUPLICATE'], ['title REQUIRED']]);
  });

  it('left out makes every row a new record', () => {
    const existing = [visit('v1', { title: '看望' })];
    const planned = plan(
      ['title', 'count'],
      [
        ['看望', 1],
        ['看望', 1],
      ],
      { existing, key: [] },
    );
    expect(rowsOf(planned).map(({ kind }) => kind)).toEqual(['new', 'new']);
  });
});

describe('rights', () => {
  const existing = [visit('v1', { title: '看望', count: 1 })];
  const rows: CellValue[][] = [
    ['看望', 2],
    ['走访', 2],
  ];

  it.each([
    [{ create: true, update: false }, ['wrong', 'new']],
    [{ create: false, update: true }, ['changed', 'wrong']],
  ])('%j', (may, kinds) => {
    expect(rowsOf(plan(['title', 'count'], rows, { existing, may })).map(({ kind }) => kind)).toEqual(kinds);
  });
});

it('a sheet without headings of the type is told of, not passed over', () => {
  const planned = plan(['甲', '乙'], [['一', '二']]);
  expect(planned.sheets).toEqual([]);
  expect(planned.notices[0]).toMatchObject({ sheet: 'Sheet1', grave: true });
});
