import { describe, expect, it } from 'vitest';
import { computedValue, type Expression, namesOf, readExpression } from '.';

const names = namesOf(
  {
    title: { type: 'string' },
    note: { type: 'text' },
    state: { type: 'enumeration' },
    volunteers: { type: 'integer' },
    serviceMinutes: { type: 'integer' },
    actualPeople: { type: 'integer' },
    expectedPeople: { type: 'integer' },
    rate: { type: 'decimal' },
    routine: { type: 'boolean' },
    unit: { type: 'relation' },
    secret: { type: 'string', private: true },
  },
  (relation) => (relation === 'unit' ? 'name' : null),
);

const RECORD = {
  title: '清洁家园',
  state: 'held',
  volunteers: 3,
  serviceMinutes: 90,
  actualPeople: 28,
  expectedPeople: 30,
  rate: 0.1,
  routine: null,
  unit: { name: '财政局' },
};

const resultOf = (text: string, record: object = {}, decimals: number | null = null) =>
  computedValue(readExpression(text, names) as Expression, decimals, { ...RECORD, ...record });

describe('an expression', () => {
  it.each([
    ['volunteers * 60 + serviceMinutes', {}, 270],
    ["unit.name + '·' + title", {}, '财政局·清洁家园'],
    ['actualPeople >= expectedPeople', {}, false],
    ['1 / 2', {}, 0.5],
    ['actualPeople / expectedPeople * 100', {}, 93.33],
    ['rate + 0.2', {}, 0.3],
    ['volunteers % 2 == 1', {}, true],
    ['volunteers == 3', {}, true],
    ['size(title) * 2', {}, 8],
    ['-volunteers', {}, -3],
    ["routine ? '常态' : '临时'", {}, '临时'],
    ["state == 'held' && title.contains('清洁')", {}, true],
    ["unit.name + '·' + title", { unit: null }, '·清洁家园'],
    ['volunteers + 1', { volunteers: null }, null],
    ['actualPeople > 0 ? 1.0 : volunteers', { volunteers: null }, 1],
    ['volunteers / 0', {}, null],
  ])('%s of %j is %j', (text, record, value) => {
    expect(resultOf(text, record)).toEqual(value);
  });

  it('rounds once, at the end, half a unit up', () => {
    expect(resultOf('rate / 3 * 3', { rate: 1 }, 0)).toBe(1);
    expect(resultOf('rate', { rate: 1.005 }, 2)).toBe(1.01);
    expect(resultOf('rate', { rate: 2.5 }, 0)).toBe(3);
  });

  it('names what it reads', () => {
    expect(readExpression('unit.name + title', names)).toMatchObject({
      kind: 'text',
      uses: ['unit', 'title'],
    });
  });
});

describe('what is no expression says why and where', () => {
  it.each([
    ['volunteers +', '没有写完', 12],
    ['volunteers + title', '类型不相配', 0],
    ['title + nobody', 'nobody', 8],
    ['secret', 'secret', 0],
    ['note', 'note', 0],
    ['unit', '结果应为', 0],
    ['unit.leader', 'leader', 5],
    ["title.matches('(a+)+$')", 'matches', 0],
    ['[1, 2].map(x, x)', '列表', 1],
    ['{}', 'map', 0],
    ['cel.bind(x, 1, x)', '参数', 15],
    ['title.constructor', '没有下级', 6],
    ['__proto__', '__proto__', 0],
    ['unit.__proto__', '__proto__', 5],
    ['constructor', 'constructor', 0],
    ['toString()', 'toString', 0],
    ['bytes(title)', 'bytes', 0],
    ['timestamp(title)', 'timestamp', 0],
    ['', '', 0],
  ])('%s', (text, word, at) => {
    const found = readExpression(text, names);
    expect(found).toMatchObject({ at });
    expect((found as { message: { zh: string } }).message.zh).toContain(word);
  });

  it.each([
    ['too long', `1${' + 1'.repeat(200)}`],
    ['too many parts', `1${'+1'.repeat(100)}`],
    ['too deep', `${'('.repeat(40)}1${')'.repeat(40)}`],
    ['too deep by signs', `${'-'.repeat(200)}1`],
    ['too deep by conditions', `${'true?1:'.repeat(60)}1`],
  ])('%s', (_, text) => {
    expect(readExpression(text, names)).toHaveProperty('message');
  });
});
