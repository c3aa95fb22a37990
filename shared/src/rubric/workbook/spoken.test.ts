import { describe, expect, it } from 'vitest';
import type { ItemKind } from '../item-kinds';
import { codeCell, codeTrouble } from './code-cell';
import { sourcesOf } from './kind-words';
import { readOptions } from './read-options';
import { readPoints } from './text-cell';

const fixed = (each: number) => ({
  item: { kind: 'deduct', from: 'item', rule: { mode: 'perMissing', each } },
});

describe('a deduction as it is spoken', () => {
  it.each<[string, object | null]>([
    ['每次=2', fixed(2)],
    ['每次2分', fixed(2)],
    ['每次扣2分', fixed(2)],
    ['每次：2', fixed(2)],
    ['每少一次扣２分', fixed(2)],
    ['每少一支扣0.5分，扣完为止。', fixed(0.5)],
    ['每缺一项=1', fixed(1)],
    ['每缺1分', fixed(1)],
    ['每项扣1分', fixed(1)],
    ['每10分钟扣1分', null],
    ['每低1%扣0.5', null],
    ['每次=1-5;每缺=1', null],
    ['未成立不得分', null],
  ])('%s', (cell, expected) => {
    expect(readOptions('deduct', cell)).toEqual(expected);
  });
});

const steps = (...pairs: [number, number][]) => ({
  item: { kind: 'ratio', steps: pairs.map(([at, points]) => ({ at, points })) },
});

describe('thresholds as they are spoken', () => {
  it.each<[string, object | null]>([
    ['90%及以上=10', steps([90, 10])],
    ['90%(含)以上=10', steps([90, 10])],
    ['90％（含）以上：10', steps([90, 10])],
    ['≧90%=10', steps([90, 10])],
    ['大于等于90%=10', steps([90, 10])],
    ['＞＝90％＝10；＞＝80％＝8', steps([90, 10], [80, 8])],
    ['≥90%=10;其他=0', steps([90, 10])],
    ['≥90%=10;≥80%=5;<80%=0', steps([90, 10], [80, 5])],
    ['≥90%=10;<95%=0', null],
    ['≥90%(优)=10', null],
    ['80%-90%=8', null],
    ['≥90%=10;每低1%扣0.5', null],
  ])('%s', (cell, expected) => {
    expect(readOptions('ratio', cell)).toEqual(expected);
  });
});

describe('what would be read as something else is refused in words', () => {
  it.each<[ItemKind, string, string]>([
    ['ratio', '≥0.7=10', '写成 ≥70%=得分'],
    ['metric', '取数=集中活动周完成率;≥0.7=10', '写成 ≥70%=得分'],
    ['ratio', '≤1%=10;≤3%=5', '换成相反的比率'],
    ['ratio', '>90%=10', '把 > 写成 ≥'],
    ['ratio', '≥90%=10;其他=2', '写明界限'],
    ['level', 'A=10;B=8;C=5', '写百分比'],
    ['level', 'A=10分;B=8分', '写百分比'],
    ['level', '优秀=1;良好=0.8', '写百分比'],
    ['deduct', '每缺=1;每缺=2', '“每缺”只能写一次'],
    ['level', 'A=100%;A=0%', '“A”只能写一次'],
    ['bonus', '国家级=3;国家级=2', '“国家级”只能写一次'],
  ])('%s %s', (kind, cell, words) => {
    const read = readOptions(kind, cell);
    expect(read && 'wrong' in read && read.wrong.zh).toContain(words);
  });

  it('a count of one needs no percent', () => {
    expect(readOptions('metric', '取数=开展活动场次;≥1=10')).toMatchObject({ item: { kind: 'metric' } });
  });
});

it.each<[string, string, string | null]>([
  ['A1', 'A1', null],
  ['A-1-(2)', 'A-1-2', null],
  ['（一）', '一', null],
  ['一、', '一', null],
  ['A 1', 'A1', null],
  ['①', '①', null],
  ['A，1', 'A，1', '编码中不能有“，”'],
  ['A'.repeat(41), 'A'.repeat(41), '最多 40 字'],
])('the code %s is %s', (cell, code, trouble) => {
  expect(codeCell(cell)).toBe(code);
  const words = codeTrouble(code);
  if (trouble === null) expect(words).toBeNull();
  else expect(words?.zh).toContain(trouble);
});

it.each<[string, number | null]>([
  ['10', 10],
  ['满分10', 10],
  ['(10分)', 10],
  ['（10分）', 10],
  ['５分', 5],
  ['5.5 分', 5.5],
  ['10分/次', null],
  ['0-5', null],
  ['不限', null],
  ['—', null],
])('the points %s are %j', (cell, points) => {
  expect(readPoints(cell)).toBe(points);
});

it.each<[string, string[] | null]>([
  ['镇街、区文明办', ['town', 'district']],
  ['自评+镇评', ['self', 'town']],
  ['镇、街道', ['town']],
  ['检查；群众', ['inspection', 'public']],
  ['第三方', null],
  ['自评(10%)', null],
])('%s judges as %j', (cell, sources) => {
  expect(sourcesOf(cell)).toEqual(sources);
});
