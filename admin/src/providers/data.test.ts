import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dataProvider } from './data';
import { http } from './http';

const rows = Array.from({ length: 250 }, (_, at) => ({ documentId: `r${at}` }));

/** Answers a list of so many rows, page by page, and keeps which pages were asked for. */
function answering(total: number) {
  const asked: number[] = [];
  vi.spyOn(http, 'get').mockImplementation((address: string) => {
    const query = new URLSearchParams(address.split('?')[1]);
    const [page, size] = ['page', 'pageSize'].map((name) => Number(query.get(`pagination[${name}]`)));
    asked.push(Number(page));
    const data = rows.slice(0, total).slice((Number(page) - 1) * Number(size), Number(page) * Number(size));
    return Promise.resolve({ data: { data, meta: { pagination: { total } } } });
  });
  return asked;
}

const read = (meta: object) =>
  dataProvider.getList({ resource: 'units', pagination: { currentPage: 1, pageSize: 100 }, meta });

beforeEach(() => {
  vi.restoreAllMocks();
});

describe('a list that is needed whole', () => {
  it.each<[object, number, number[], number, string]>([
    [{}, 250, [1], 100, 'otherwise one page'],
    [{ whole: 1000 }, 250, [1, 2, 3], 250, 'every page'],
    [{ whole: 1000 }, 100, [1], 100, 'one full page'],
    [{ whole: 1000 }, 101, [1, 2], 101, 'one more'],
    [{ whole: 1000 }, 0, [1], 0, 'nothing there'],
    [{ whole: 200 }, 250, [1, 2], 200, 'no more than is said'],
  ])('%j of %i rows: pages %j, %i rows (%s)', async (meta, total, pages, count) => {
    const asked = answering(total);
    const { data } = await read(meta);
    expect(asked).toEqual(pages);
    expect(data.map(({ documentId }) => documentId)).toEqual(
      rows.slice(0, count).map(({ documentId }) => documentId),
    );
  });
});
