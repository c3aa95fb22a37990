import { describe, expect, it } from 'vitest';
import { csvLine, packDays, packReader, pathPart } from '.';

describe('the days of a pack', () => {
  it.each([
    ['2022-07-01', '2022-07-01', 'one day'],
    ['2022-07-01', '2024-06-30', 'two years'],
  ])('%s to %s: %s', (from, to) => {
    expect(packDays(from, to)).toEqual({ from, to });
  });

  it.each<[string, string | undefined, string, string]>([
    ['2022-07-01', '2024-07-01', 'to', 'a day more than two years'],
    ['2022-07-02', '2022-07-01', 'to', 'the wrong way round'],
    ['2022-02-30', '2022-07-01', 'from', 'no day'],
    ['2022-07-01', undefined, 'to', 'nothing'],
  ])('refuses %s to %s: %s, %s', (from, to, field) => {
    expect(packDays(from, to)).toEqual([expect.objectContaining({ path: [field] })]);
  });
});

describe('a line of the list of files', () => {
  it.each([
    [['a', 1], 'a,1\r\n'],
    [['a,b', '"c"'], '"a,b","""c"""\r\n'],
    [['=1+1', '+1', '-1', '@x'], "'=1+1,'+1,'-1,'@x\r\n"],
    [['\t=1'], "'\t=1\r\n"],
    [[-1], '-1\r\n'],
  ])('%j', (cells, line) => {
    expect(csvLine(cells)).toBe(line);
  });
});

describe('a name in a path', () => {
  it.each([
    ['区财政局', '区财政局'],
    ['../../etc/passwd', 'etcpasswd'],
    ['a\\b:c*?"<>|\u0000d', 'abcd'],
    ['...', '未命名'],
  ])('%s', (name, part) => {
    expect(pathPart(name)).toBe(part);
  });
});

describe('who reads what goes into a pack', () => {
  it('is the unit, whoever asks for it', () => {
    const known = { id: 7, documentId: 'a', username: 'office', displayName: '区办公室' };
    const asking = { ...known, role: 'town', unit: null, station: 1, town: 2, department: 3 } as const;
    const tied = { station: null, town: null, department: null };
    expect(packReader(asking, 5)).toEqual({ ...known, ...tied, role: 'unit', unit: 5 });
  });
});
