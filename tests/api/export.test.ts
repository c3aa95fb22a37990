import ExcelJS from '@protobi/exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Builders, builders, unique } from './support/builders';
import { type Client, office } from './support/client';

let by: Client;
let make: Builders;
beforeAll(async () => {
  by = await office();
  make = builders(by);
});

/** The rows of an exported list, the headings first. */
async function exported(path: string): Promise<unknown[][]> {
  const response = await fetch(`${by.url}/api${path}`, { headers: { Authorization: `Bearer ${by.token}` } });
  expect(response.status).toBe(200);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await response.arrayBuffer());
  return (workbook.worksheets[0]?.getSheetValues() ?? [])
    .filter((row) => Array.isArray(row))
    .map((row) => row.slice(1));
}

describe('an exported list', () => {
  it('holds the rows of the list in its order, narrowed as the workbench does', async () => {
    const mark = unique('出');
    const [paired] = [await make.unit({ name: `${mark}甲` }), await make.unit({ name: `${mark}乙` })];
    await make.unit({ name: `${mark}丙` });
    await make.pairing({ unit: paired?.documentId });
    const query = `filters[name][$startsWith]=${encodeURIComponent(mark)}&sort=id:desc`;
    const names = async (more: string) =>
      (await exported(`/units/export?${query}${more}`)).slice(1).map(([name]) => name);
    expect(await names('')).toEqual([`${mark}丙`, `${mark}乙`, `${mark}甲`]);
    expect(await names('&waiting=unpairedUnits')).toEqual([`${mark}丙`, `${mark}乙`]);
  });

  it('speaks in words: no field or code of the machine, no name that is none', async () => {
    const pairing = await make.pairing();
    const { unit, station } = (
      await by.get(`/pairings/${pairing.documentId}?populate[0]=unit&populate[1]=station`)
    ).data as unknown as Record<string, { documentId: string }>;
    const activity = await make.activity({ unit: unit?.documentId, station: station?.documentId });
    const [headings = [], row = []] = await exported(
      `/activities/export?filters[documentId]=${activity.documentId}&locale=zh`,
    );
    expect(headings.filter((heading) => /^[a-zA-Z]+$/.test(String(heading)))).toEqual([]);
    expect(headings).not.toContain('结对');
    expect(row[headings.indexOf('场所类型')]).toBe('文明实践所(站)场地');
    expect(row[headings.indexOf('状态')]).toBe('计划中');
    expect(row[headings.indexOf('示例')]).toBe('否');
  });
});
