import { describe, expect, it } from 'vitest';
import { storyListQuery } from './queries';
import { readQuery } from './read-query';

const pairsOf = (search: string) =>
  search
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => pair.split('=').map(decodeURIComponent) as [string, string]);
const read = (search: string) => readQuery(storyListQuery, pairsOf(search));
const query = (search: string) => {
  const answer = read(search);
  if ('errors' in answer) throw new Error(JSON.stringify(answer.errors));
  return answer.query;
};

describe('a query', () => {
  it.each(['fields[0]=title&fields[1]=url', 'fields[]=title&fields[]=url', 'fields=title,url'])(
    'names several in any way that Strapi takes: %s',
    (search) => {
      expect(query(search).fields).toEqual(['title', 'url']);
    },
  );

  it.each(['filters[column][slug]=a', 'filters[column][slug][$eq]=a'])(
    'asks for the same by %s',
    (search) => {
      expect(query(search)['filters[column][slug]']).toBe('a');
    },
  );

  it('has defaults', () => {
    expect(query('')).toMatchObject({
      sort: 'releasedAt:desc',
      'pagination[page]': 1,
      'pagination[pageSize]': 25,
    });
  });

  it.each([
    ['status=draft', 'status', 'UNKNOWN_FIELD'],
    ['toString=1', 'toString', 'UNKNOWN_FIELD'],
    ['sort=releasedAt:desc&sort=releasedAt:asc', 'sort', 'WRONG_TYPE'],
    ['sort=title', 'sort', 'NOT_AN_OPTION'],
    ['pagination[pageSize]=101', 'pagination[pageSize]', 'OUT_OF_RANGE'],
    ['pagination[page]=x', 'pagination[page]', 'WRONG_TYPE'],
    ['filters[column][slug]=a%00', 'filters[column][slug]', 'BAD_CHARACTERS'],
    ['filters[tags][$in]=a,%00', 'filters[tags][$in]', 'BAD_CHARACTERS'],
    ['filters[category][code]=%00', 'filters[category][code]', 'BAD_CHARACTERS'],
    ['filters[releasedAt][$gte]=2022-11-15', 'filters[releasedAt][$gte]', 'WRONG_TYPE'],
  ])('is refused: %s', (search, field, code) => {
    expect(read(search)).toMatchObject({ errors: [{ path: [field], code }] });
  });
});
