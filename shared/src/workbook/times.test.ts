import { describe, expect, it } from 'vitest';
import type { CellValue } from './cell';
import { readInstant, readTime } from './times';

describe('a time of day', () => {
  it.each([
    ['9:30', '09:30:00'],
    ['09：30', '09:30:00'],
    ['上午9:30', '09:30:00'],
    ['上午 9 时 30 分', '09:30:00'],
    ['9点半', '09:30:00'],
    ['9点', '09:00:00'],
    ['九点', null],
    ['下午2:30', '14:30:00'],
    ['下午2点半', '14:30:00'],
    ['下午2点一刻', '14:15:00'],
    ['下午14:30', '14:30:00'],
    ['中午12:00', '12:00:00'],
    ['中午1点', '13:00:00'],
    ['中午11:30', '11:30:00'],
    ['晚上7点', '19:00:00'],
    ['2:30 PM', '14:30:00'],
    ['12:10 AM', '00:10:00'],
    ['23:59:59', '23:59:59'],
    ['24:00', null],
    ['9:60', null],
    ['930', null],
    ['上午', null],
  ])('%s → %s', (text, time) => {
    expect(readTime(text)).toEqual(time ? { ok: true, value: time } : expect.objectContaining({ ok: false }));
  });
});

describe('a moment', () => {
  it.each<[CellValue, string, string]>([
    ['2022-07-18 09:30', '2022-07-18T01:30:00.000Z', 'Shanghai is eight hours ahead'],
    ['2022年7月18日上午9:30', '2022-07-18T01:30:00.000Z', 'Chinese'],
    ['2022年7月18日 上午９：３０', '2022-07-18T01:30:00.000Z', 'full width'],
    ['2022/7/18 9点半', '2022-07-18T01:30:00.000Z', 'spoken'],
    ['2022年7月18日(星期一)下午3点', '2022-07-18T07:00:00.000Z', 'weekday between'],
    ['2022/8/1 11:00', '2022-08-01T03:00:00.000Z', 'the space ends the day'],
    ['2022-8-1\n11:00', '2022-08-01T03:00:00.000Z', 'so does a line break'],
    ['2022-07-18T09:30', '2022-07-18T01:30:00.000Z', 'with T'],
    [44760.3958333333, '2022-07-18T01:30:00.000Z', 'serial with fraction'],
    ['44760.3958333333', '2022-07-18T01:30:00.000Z', 'the same as text'],
    [{ wall: '2022-07-18T09:30:00' }, '2022-07-18T01:30:00.000Z', 'date-formatted cell'],
    ['2022-07-18 00:00', '2022-07-17T16:00:00.000Z', 'midnight written out'],
    ['2022-07-18 06:00', '2022-07-17T22:00:00.000Z', 'the day before in UTC'],
  ])('%j → %s (%s)', (cell, instant) => {
    expect(readInstant(cell)).toEqual({ ok: true, value: instant });
  });

  it.each<[CellValue, string]>([
    ['2022-07-18', 'no time'],
    [44760, 'serial without a fraction'],
    [{ wall: '2022-07-18T00:00:00' }, 'date-formatted cell without a time'],
    ['9:30', 'no day'],
    [0.395833, 'a bare time as a number'],
    ['7月18日 9:30', 'no year'],
    ['2022-07-18 25:00', 'no such hour'],
    ['2022/8/111:00', 'the first or the eleventh'],
    ['另行通知', 'words'],
    [true, 'a checkbox'],
  ])('%j is refused (%s)', (cell) => {
    expect(readInstant(cell)).toMatchObject({ ok: false, code: 'WRONG_TYPE' });
  });

  it.each<[CellValue]>([['11:00'], ['上午11点'], [11 / 24], [{ wall: '1899-12-30T11:00:00' }]])(
    'the bare time %j takes the day of the start',
    (cell) => {
      expect(readInstant(cell, '2022-07-18')).toEqual({ ok: true, value: '2022-07-18T03:00:00.000Z' });
    },
  );
});
