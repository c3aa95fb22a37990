import { describe, expect, it } from 'vitest';
import { type FilterField, toCrudFilters } from './filter-field';
import { changed, isFiltered, type ListState, readListState, writeListState } from './list-state';

const filters: FilterField[] = [
  { kind: 'enum', field: 'state' },
  { kind: 'relation', field: 'unit' },
  { kind: 'flag', field: 'resident' },
  { kind: 'days', field: 'day' },
];
const read = (address: string) => readListState(new URLSearchParams(address), filters);
const write = (state: ListState, before = '') =>
  decodeURIComponent(writeListState(new URLSearchParams(before), state, filters).toString());

describe('a list in the address', () => {
  it.each([
    ['', 'defaults leave nothing behind'],
    ['q=党课&page=3&size=50&sort=-startsAt', 'search, page, size and order'],
    ['state=planned,held&unit=abc&resident=true&from=2022-11-01&to=2022-11-30', 'filters'],
  ])('%s survives (%s)', (address) => expect(write(read(address))).toBe(address));

  it.each([
    ['page=0', { page: 1 }],
    ['page=x', { page: 1 }],
    ['page=1.5', { page: 1 }],
    ['size=7', { size: 25 }],
    ['size=100', { size: 100 }],
    ['sort=-name', { sort: { field: 'name', order: 'desc' } }],
    ['state=', { filters: {} }],
  ])('%s → %j', (address, expected) => expect(read(address)).toMatchObject(expected));

  it('leaves other parameters alone', () => {
    expect(write(read('page=2'), 'view=list')).toBe('view=list&page=2');
  });

  it('starts at the first page when something else changes', () => {
    expect(changed(read('page=4'), { search: 'x' }).page).toBe(1);
    expect(changed(read('page=4'), { page: 5 }).page).toBe(5);
  });

  it('knows whether it is filtered', () => {
    expect(isFiltered(read('page=2&sort=name'))).toBe(false);
    expect(isFiltered(read('from=2022-11-01'))).toBe(true);
  });
});

describe('toCrudFilters', () => {
  it('asks by the own field, by the related record and by both ends of a range', () => {
    const { filters: values } = read(
      'state=planned,held&unit=abc&resident=false&from=2022-11-01&to=2022-11-30',
    );
    expect(toCrudFilters(filters, values)).toEqual([
      { field: 'state', operator: 'in', value: ['planned', 'held'] },
      { field: 'unit.documentId', operator: 'in', value: ['abc'] },
      { field: 'resident', operator: 'eq', value: 'false' },
      { field: 'day', operator: 'gte', value: '2022-11-01' },
      { field: 'day', operator: 'lte', value: '2022-11-30' },
    ]);
  });

  it('asks nothing without values', () => expect(toCrudFilters(filters, {})).toEqual([]));
});
