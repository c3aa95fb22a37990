import type { CrudFilter } from '@refinedev/core';
import { describe, expect, it } from 'vitest';
import { chunk, toFilters, toListQuery } from './data-query';

describe('toFilters', () => {
  it.each<[CrudFilter, object]>([
    [{ field: 'state', operator: 'in', value: ['a', 'b'] }, { state: { $in: ['a', 'b'] } }],
    [{ field: 'unit.documentId', operator: 'eq', value: 'x' }, { unit: { documentId: { $eq: 'x' } } }],
    [{ field: 'name', operator: 'contains', value: '站' }, { name: { $containsi: '站' } }],
    [{ field: 'note', operator: 'null', value: undefined }, { note: { $null: true } }],
    [
      {
        operator: 'or',
        value: [
          { field: 'a', operator: 'eq', value: 1 },
          { field: 'b', operator: 'gt', value: 2 },
        ],
      },
      { $or: [{ a: { $eq: 1 } }, { b: { $gt: 2 } }] },
    ],
  ])('%j', (filter, expected) => expect(toFilters([filter])).toEqual({ $and: [expected] }));

  it('keeps two conditions on one field apart', () => {
    const range: CrudFilter[] = [
      { field: 'day', operator: 'gte', value: '2022-11-01' },
      { field: 'day', operator: 'lte', value: '2022-11-30' },
    ];
    expect(toFilters(range)).toEqual({
      $and: [{ day: { $gte: '2022-11-01' } }, { day: { $lte: '2022-11-30' } }],
    });
  });

  it('refuses an operator that the API lacks instead of dropping it', () => {
    expect(() => toFilters([{ field: 'name', operator: 'endswith', value: 'x' }])).toThrow(RangeError);
  });

  it('asks for no filters when there are none', () => expect(toFilters([])).toBeUndefined());
});

describe('toListQuery', () => {
  it('always asks for a page', () => {
    expect(toListQuery({}).pagination).toEqual({ page: 1, pageSize: 25 });
  });

  it('never asks for more than the server gives', () => {
    expect(toListQuery({ pagination: { currentPage: 3, pageSize: 500 } }).pagination).toEqual({
      page: 3,
      pageSize: 100,
    });
  });

  it('writes sorters, fields, relations and the search text', () => {
    const query = toListQuery(
      { sorters: [{ field: 'unit.name', order: 'desc' }] },
      { fields: ['title'], populate: ['unit'], search: ' 党课 ' },
    );
    expect(query).toMatchObject({
      sort: ['unit.name:desc'],
      fields: ['title'],
      populate: ['unit'],
      _q: '党课',
    });
  });

  it('asks by name for what the workbench counts', () =>
    expect(toListQuery({}, { waiting: 'unpairedUnits' })).toMatchObject({ waiting: 'unpairedUnits' }));

  it('leaves an empty search out', () => expect(toListQuery({}, { search: '  ' })._q).toBeUndefined());
});

it('splits a list into pieces', () => {
  expect(chunk([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(chunk([], 2)).toEqual([]);
});
