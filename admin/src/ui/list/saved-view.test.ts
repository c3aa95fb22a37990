import { describe, expect, it } from 'vitest';
import { asView, inOrder, queryOf, sameColumns, sameQuery } from './saved-view';

const row = (more: object) => ({ id: 'a', documentId: 'a', rev: 1, name: '视图', ...more });

describe('a saved view', () => {
  it('keeps filters, sorting, search and size, not the page', () => {
    const params = new URLSearchParams(
      'q=局&page=3&sort=-name&size=50&unitClass=key,school&view=tree&empty=',
    );
    expect(queryOf(params)).toEqual({ q: '局', sort: '-name', size: '50', unitClass: 'key,school' });
  });

  it('is the same whatever the order of its parts', () => {
    expect(sameQuery({ a: '1', b: '2' }, { b: '2', a: '1' })).toBe(true);
    expect(sameQuery({ a: '1' }, { a: '1', b: '2' })).toBe(false);
    expect(sameColumns(null, null)).toBe(true);
    expect(sameColumns(['a', 'b'], ['b', 'a'])).toBe(false);
  });

  it('is one’s own by its owner', () => {
    expect(asView(row({ owner: { documentId: 'me' } }), 'me').mine).toBe(true);
    expect(asView(row({ owner: { documentId: 'you' }, query: [], columns: {} }), 'me')).toMatchObject({
      mine: false,
      query: {},
      columns: null,
    });
  });

  it('stands before those that others share', () => {
    const view = (name: string, owner: string) => asView(row({ name, owner: { documentId: owner } }), 'me');
    expect(inOrder([view('甲', 'you'), view('乙', 'me')]).map(({ name }) => name)).toEqual(['乙', '甲']);
  });
});
