import { describe, expect, it } from 'vitest';
import type { CellValue } from './cell';
import { fromSerial, readDay } from './dates';

describe('a day cell', () => {
  it.each<[CellValue, string, string]>([
    ['2022-07-18', '2022-07-18', 'ISO'],
    ['2022年7月18日', '2022-07-18', 'Chinese'],
    ['2022年7月18', '2022-07-18', 'without 日'],
    ['2022/7/18', '2022-07-18', 'slashes'],
    ['2022.7.18', '2022-07-18', 'dots'],
    ['２０２２年７月１８日', '2022-07-18', 'full-width digits'],
    ['2022 年 7 月 18 日', '2022-07-18', 'spaces within'],
    ['2022年7月18号', '2022-07-18', '号'],
    ['2022年7月18日(星期一)', '2022-07-18', 'weekday in brackets'],
    ['2022年7月18日（周一）', '2022-07-18', 'weekday in full-width brackets'],
    ['\u200B2022-07-18\u00A0', '2022-07-18', 'invisible characters'],
    ['20220718', '2022-07-18', 'eight digits as text'],
    [20220718, '2022-07-18', 'eight digits as a number'],
    [44760, '2022-07-18', 'serial number'],
    ['44760', '2022-07-18', 'serial number as text'],
    [44760.395833, '2022-07-18', 'serial number with a time: the day'],
    [{ wall: '2022-07-18T00:00:00' }, '2022-07-18', 'date-formatted cell'],
    ['2024-02-29', '2024-02-29', 'leap day'],
    ['2000-01-01', '2000-01-01', 'first day allowed'],
    ['2099-12-31', '2099-12-31', 'last day allowed'],
  ])('%j is %s (%s)', (cell, day) => {
    expect(readDay(cell)).toEqual({ ok: true, value: day });
  });

  it.each<[CellValue, string, string]>([
    ['7月18日', 'WRONG_TYPE', 'no year: never guessed'],
    ['7.18', 'WRONG_TYPE', 'no year, dotted'],
    ['22.7.18', 'WRONG_TYPE', 'two-digit year'],
    ['2022年7月', 'WRONG_TYPE', 'no day'],
    ['2022-02-30', 'WRONG_TYPE', 'no such day'],
    ['2023-02-29', 'WRONG_TYPE', 'no leap year'],
    ['2022-13-01', 'WRONG_TYPE', 'no such month'],
    ['待定', 'WRONG_TYPE', 'words'],
    ['2022-07-18 09:30', 'WRONG_TYPE', 'a time where none belongs'],
    [true, 'WRONG_TYPE', 'a checkbox'],
    [2022, 'OUT_OF_RANGE', 'a year alone is the serial number of 1905'],
    ['1999-12-31', 'OUT_OF_RANGE', 'one day before the first'],
    ['2100-01-01', 'OUT_OF_RANGE', 'one day after the last'],
    [-1, 'WRONG_TYPE', 'negative serial'],
  ])('%j is refused: %s (%s)', (cell, code) => {
    expect(readDay(cell)).toMatchObject({ ok: false, code });
  });

  it('says that the year is missing', () => {
    const read = readDay('7月18日');
    expect(!read.ok && read.expected.zh).toContain('带年份');
  });
});

describe('Excel serial numbers', () => {
  it.each<[number, boolean, string, number, string]>([
    [1, false, '1900-01-01', 0, 'first day'],
    [59, false, '1900-02-28', 0, 'before the leap day that never was'],
    [61, false, '1900-03-01', 0, 'after it'],
    [44760, false, '2022-07-18', 0, ''],
    [44760.5, false, '2022-07-18', 43_200, 'noon'],
    [44760.3958333333, false, '2022-07-18', 34_200, '09:30 in binary'],
    [44760.999999, false, '2022-07-19', 0, 'rounds into the next day'],
    [43298, true, '2022-07-18', 0, '1904 system'],
    [0, true, '1904-01-01', 0, '1904 system, first day'],
  ])('%d (1904: %s) is %s + %d s %s', (serial, date1904, day, seconds) => {
    expect(fromSerial(serial, date1904)).toEqual({ day, seconds });
  });

  it('has no day for what Excel cannot show', () => {
    expect(fromSerial(Number.NaN)).toBeNull();
    expect(fromSerial(2_958_466)).toBeNull();
  });
});
