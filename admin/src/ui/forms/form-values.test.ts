import dayjs from 'dayjs';
import { describe, expect, it } from 'vitest';
import type { Components } from '../../models/model';
import { testField } from '../../models/test-models';
import { changedValues, filledValues, fromControls, toControls } from './form-values';

const components: Components = {
  'shared.gift': {
    label: { zh: '慰问品', en: 'Gift' },
    titleField: 'name',
    form: [],
    fields: {
      name: testField({ type: 'string' }),
      pieces: testField({ type: 'integer' }),
      on: testField({ type: 'date' }),
      photo: testField({ type: 'media' }),
    },
  },
};

const fields = {
  title: testField({ type: 'string' }),
  startsAt: testField({ type: 'datetime' }),
  day: testField({ type: 'date' }),
  clock: testField({ type: 'time' }),
  unit: testField({ type: 'relation', relation: 'manyToOne' }, { target: 'unit' }),
  teams: testField({ type: 'relation', relation: 'manyToMany' }, { target: 'volunteer-team' }),
  aliases: testField({ type: 'json', pluginOptions: { jiedui: { control: 'names' } } }),
  routine: testField({ type: 'boolean' }),
  people: testField({ type: 'integer' }),
  big: testField({ type: 'biginteger' }),
  extra: testField({ type: 'json' }),
  content: testField({ type: 'blocks' }),
  address: testField({ type: 'component', component: 'shared.gift' }),
  gifts: testField({ type: 'component', component: 'shared.gift', repeatable: true }),
  parts: testField({ type: 'dynamiczone', components: ['shared.gift'] }),
};
const names = Object.keys(fields);
const row = {
  id: 'a1',
  documentId: 'a1',
  rev: 3,
  title: '党课',
  startsAt: '2022-11-16T01:30:00.000Z',
  day: '2022-11-16',
  clock: '09:30:00.000',
  unit: { documentId: 'u1', name: '示例单位' },
  teams: [
    { documentId: 't2', name: '乙队' },
    { documentId: 't1', name: '甲队' },
  ],
  aliases: ['甲'],
  routine: false,
  people: 80,
  big: '9007199254740993',
  extra: { a: [1] },
  content: [{ type: 'paragraph', children: [{ type: 'text', text: '好' }] }],
  address: null,
  gifts: [{ id: 7, name: '米', pieces: 2, on: '2022-11-16', photo: { id: 3 } }],
  parts: [{ id: 9, __component: 'shared.gift', name: '油', pieces: null, on: null }],
};
const to = (values: Parameters<typeof toControls>[2]) => toControls(fields, names, values, components);
const from = (values: Record<string, unknown>) => fromControls(fields, values, components);

describe('controls', () => {
  it('shows wall time of the district', () => {
    expect(dayjs(to(row).startsAt as never).format('YYYY-MM-DD HH:mm')).toBe('2022-11-16 09:30');
  });

  it('gives back what it was given, of every kind; files are not sent, but the rows of parts, which keep theirs', () => {
    expect(from(to(row))).toEqual({
      title: '党课',
      startsAt: '2022-11-16T01:30:00.000Z',
      day: '2022-11-16',
      clock: '09:30:00.000',
      unit: 'u1',
      teams: ['t2', 't1'],
      aliases: ['甲'],
      routine: false,
      people: 80,
      big: '9007199254740993',
      extra: { a: [1] },
      content: row.content,
      address: null,
      gifts: [{ id: 7, name: '米', pieces: 2, on: '2022-11-16' }],
      parts: [{ __component: 'shared.gift', id: 9, name: '油', pieces: null, on: null }],
    });
  });

  it.each([
    ['title', '  ', null],
    ['title', ' 党课 ', '党课'],
    ['people', undefined, null],
    ['people', 0, 0],
    ['unit', null, null],
    ['teams', undefined, []],
    ['aliases', [' 甲 ', ''], ['甲']],
    ['routine', undefined, false],
    ['extra', ' ', null],
    ['extra', '{"a":1}', { a: 1 }],
    ['extra', '{"a":', '{"a":'],
    ['address', undefined, null],
    ['gifts', undefined, []],
  ])('%s: %j is sent as %j', (field, value, expected) => {
    expect(from({ [field]: value })).toEqual({ [field]: expected });
  });

  it('sends only fields that the model knows', () => expect(from({ rev: 9 })).toEqual({}));
});

describe('a new record', () => {
  const start = (name: string, field: ReturnType<typeof testField>) =>
    toControls({ [name]: field }, [name], null, components)[name];

  it('starts with the default of the model', () => {
    expect(start('reason', testField({ type: 'enumeration', default: 'festival' }))).toBe('festival');
  });

  it('starts with what the office has set for the role, before that', () => {
    expect(start('reason', testField({ type: 'enumeration', default: 'a' }, { preset: 'b' }))).toBe('b');
  });

  it('opens a part that has to be there, and no other', () => {
    const part = { type: 'component', component: 'shared.gift' };
    expect(start('gift', testField({ ...part, required: true }))).toMatchObject({ name: null });
    expect(start('gift', testField(part))).toBeNull();
  });
});

it('a new record leaves out what says nothing, but not a default that was emptied', () => {
  const kinds = { note: testField({ type: 'text' }), reason: testField({ type: 'string', default: 'a' }) };
  expect(filledValues(kinds, { note: null, reason: null })).toEqual({ reason: null });
  expect(filledValues(kinds, { note: 'x', reason: 'b' })).toEqual({ note: 'x', reason: 'b' });
});

describe('changedValues', () => {
  const changed = (controls: Record<string, unknown>) =>
    changedValues(fields, row, from({ ...to(row), ...controls }), components);

  it('is empty when nothing changed', () => expect(changed({})).toEqual({}));

  it('holds only what changed, emptied fields too', () => {
    expect(changed({ title: '', people: 81 })).toEqual({ title: null, people: 81 });
  });

  it('holds a list whole when one of its entries changed', () => {
    expect(changed({ gifts: [{ name: '米', pieces: 3, on: null }] })).toEqual({
      gifts: [{ name: '米', pieces: 3, on: null }],
    });
  });
});
