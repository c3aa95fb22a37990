import { describe, expect, it } from 'vitest';
import { testField, testModel } from '../../models/test-models';
import { toCrudFilters } from './filter-field';
import { addedFilters, filtersOf, inSight, optionalFields } from './filters-of';
import { readListState, writeListState } from './list-state';

const model = testModel({
  title: testField({ type: 'string', required: true }),
  reason: testField({ type: 'enumeration', enum: ['a'] }),
  unit: testField({ type: 'relation', relation: 'manyToOne' }),
  teams: testField({ type: 'relation', relation: 'manyToMany' }),
  count: testField({ type: 'integer' }),
  at: testField({ type: 'datetime' }),
  note: testField({ type: 'text' }, { added: true }),
  extra: testField({ type: 'json' }),
  parts: testField({ type: 'dynamiczone' }, { added: true }),
});
const read = (address: string) => readListState(new URLSearchParams(address), filtersOf(model)).filters;
const asked = (address: string) => toCrudFilters(filtersOf(model), read(address));

describe('the filters of a type', () => {
  it('come from its fields: choices first, the name is searched for, what cannot be asked is left out', () => {
    const filters = filtersOf(model);
    expect(filters.map(({ field }) => field)).toEqual([
      'reason',
      'unit',
      'teams',
      'at',
      'count',
      'note',
      'filled',
    ]);
    expect(inSight(filters)).toBe(4);
  });

  it('of added fields join a list that has its own', () => {
    expect(addedFilters(model)).toEqual([{ kind: 'text', field: 'note' }]);
  });

  it('ask whether a field is filled in where it may be empty', () => {
    expect(optionalFields(model)).toEqual(['reason', 'unit', 'count', 'at', 'note', 'extra']);
  });
});

describe('a filter in the address', () => {
  it.each([
    ['reason=a', [{ field: 'reason', operator: 'in', value: ['a'] }]],
    ['teams=t1,t2', [{ field: 'teams.documentId', operator: 'in', value: ['t1', 't2'] }]],
    [
      'count.from=2&count.to=9',
      [
        { field: 'count', operator: 'gte', value: '2' },
        { field: 'count', operator: 'lte', value: '9' },
      ],
    ],
    [
      'at.from=2022-11-16&at.to=2022-11-16',
      [
        { field: 'at', operator: 'gte', value: '2022-11-15T16:00:00.000Z' },
        { field: 'at', operator: 'lt', value: '2022-11-16T16:00:00.000Z' },
      ],
    ],
    ['note=一,二', [{ field: 'note', operator: 'contains', value: '一,二' }]],
    [
      'filled=note,-unit',
      [
        { field: 'note', operator: 'nnull', value: true },
        { field: 'unit', operator: 'null', value: true },
      ],
    ],
  ])('%s asks %j', (address, expected) => expect(asked(address)).toEqual(expected));

  it('survives', () => {
    const address = 'at.from=2022-11-16&count.to=9&note=一,二';
    const filters = filtersOf(model);
    const state = readListState(new URLSearchParams(address), filters);
    const written = decodeURIComponent(writeListState(new URLSearchParams(), state, filters).toString());
    expect(Object.fromEntries(new URLSearchParams(written))).toEqual(
      Object.fromEntries(new URLSearchParams(address)),
    );
  });
});
