import { describe, expect, it } from 'vitest';
import type { CellValue } from './cell';
import { readBoolean, readCount, readMinutes } from './numbers';

describe('a count', () => {
  it.each<[CellValue, number | string]>([
    [120, 120],
    ['120', 120],
    ['１２０', 120],
    [' 120 人 ', 120],
    ['120人次', 120],
    ['1,200', 1200],
    ['１，２００名', 1200],
    ['约50人', 50],
    [0, 0],
    [1_000_000, 1_000_000],
    [1_000_001, 'OUT_OF_RANGE'],
    [-1, 'OUT_OF_RANGE'],
    [1.5, 'WRONG_TYPE'],
    ['1.5', 'WRONG_TYPE'],
    ['12,00', 'WRONG_TYPE'],
    ['若干', 'WRONG_TYPE'],
    ['10-20人', 'WRONG_TYPE'],
    [true, 'WRONG_TYPE'],
    [{ wall: '2022-07-18T00:00:00' }, 'WRONG_TYPE'],
  ])('%j → %j', (cell, expected) => {
    const read = readCount(cell);
    expect(read.ok ? read.value : read.code).toBe(expected);
  });
});

describe('minutes', () => {
  it.each<[CellValue, boolean, number | string]>([
    [90, false, 90],
    ['90分钟', false, 90],
    ['1.5小时', false, 90],
    ['２小时', false, 120],
    ['2小时30分钟', false, 150],
    [1.5, true, 90],
    ['0.7', true, 42],
    ['90分钟', true, 90],
    [1.5, false, 'WRONG_TYPE'],
    ['0.333小时', false, 'WRONG_TYPE'],
    ['半天', false, 'WRONG_TYPE'],
    [-5, false, 'OUT_OF_RANGE'],
  ])('%j (heading in hours: %s) → %j', (cell, hours, expected) => {
    const read = readMinutes(cell, hours);
    expect(read.ok ? read.value : read.code).toBe(expected);
  });
});

describe('yes or no', () => {
  it.each<[CellValue, boolean | string]>([
    ['是', true],
    ['√', true],
    [' Ｙ ', true],
    [true, true],
    [1, true],
    ['否', false],
    ['×', false],
    [false, false],
    [0, false],
    ['也许', 'NOT_AN_OPTION'],
    [2, 'NOT_AN_OPTION'],
    [{ wall: '2022-07-18T00:00:00' }, 'NOT_AN_OPTION'],
  ])('%j → %j', (cell, expected) => {
    const read = readBoolean(cell);
    expect(read.ok ? read.value : read.code).toBe(expected);
  });
});
