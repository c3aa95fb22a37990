import { type Dec, dec } from '../decimal';
import type { Indicator, ItemOf, Step } from '../rubric';
import type { Entry, Metrics } from '../scoring/entries';
import { type Cell, formula, literal, plus } from './cell';

/** What an evaluator wrote as one or two numbers, and the points that follow from them. */
export type ItemFormula = { first: Cell; second: Cell; points: string };

/** The cells in which the two numbers and the indicator's maximum stand. */
export type ItemCells = { first: string; second: string; max: string };

/** The rule of an item as a formula over its cells; only for an entry that holds a value. */
export function itemFormula(
  indicator: Indicator,
  entry: Entry,
  metrics: Metrics,
  cells: ItemCells,
): ItemFormula {
  const { item } = indicator;
  const { first, second, max } = cells;
  switch (item.kind) {
    case 'points':
      return { first: entry.points ?? null, second: null, points: `MAX(0,MIN(${first},${max}))` };
    case 'deduct': {
      const taken = `MIN(${first},${max})`;
      return {
        ...takenCells(item, entry, second),
        points: item.from === 'item' ? `${max}-${taken}` : `-${taken}`,
      };
    }
    case 'level':
      return { ...levelCells(item, entry, second), points: `${max}*${first}/100` };
    case 'ratio': {
      const reached = item.steps.map(({ at, points }) =>
        stepFormula(`${first}*100-${second}*${literal(at)}`, '>=', points),
      );
      const points = `MAX(0,MIN(${max},MAX(0,${reached.join(',')})))`;
      return { first: entry.numerator ?? null, second: entry.denominator ?? null, points };
    }
    case 'metric':
      return {
        first: metrics[item.metric] ?? entry.value ?? null,
        second: null,
        points: `MAX(0,MIN(${max},${metricFormula(item, first, max)}))`,
      };
    case 'bonus':
      return { first: usesFormula(item, entry), second: null, points: `MIN(${first},${max})` };
    case 'veto':
      return { first: entry.triggered ? 1 : 0, second: null, points: first };
  }
}

/** A sum as it is written down, one term after the other; nothing is 0. */
function sumOf(terms: readonly { text: string; value: Dec }[]): Cell {
  const value = terms.reduce((total, term) => total.plus(term.value), dec(0));
  return terms.length === 0 ? 0 : formula(plus(terms.map(({ text }) => text)), value);
}

function takenCells(
  item: ItemOf<'deduct'>,
  entry: Entry,
  second: string,
): Pick<ItemFormula, 'first' | 'second'> {
  if (entry.deductions) {
    const terms = entry.deductions.map(({ points }) => ({ text: literal(points), value: dec(points) }));
    return { first: sumOf(terms), second: null };
  }
  if (entry.deducted !== undefined) return { first: entry.deducted, second: null };
  const each = item.rule.mode === 'perMissing' ? item.rule.each : 0;
  const count = entry.count ?? 0;
  return { first: formula(`${second}*${literal(each)}`, dec(count).times(each)), second: count };
}

function levelCells(
  item: ItemOf<'level'>,
  entry: Entry,
  second: string,
): Pick<ItemFormula, 'first' | 'second'> {
  const { levels, countBy } = item;
  if (countBy === undefined || entry.count === undefined) {
    return { first: levels.find(({ code }) => code === entry.level)?.percent ?? null, second: null };
  }
  const { count } = entry;
  const counted = levels.flatMap((level) =>
    level.count === undefined ? [] : [{ ...level, count: level.count }],
  );
  const reached =
    countBy === 'met' ? counted.find((one) => count >= one.count) : counted.find((one) => count <= one.count);
  const last = levels.at(-1)?.percent ?? 0;
  const sign = countBy === 'met' ? '>=' : '<=';
  const text = counted.reduceRight(
    (rest, level) => `IF(${second}${sign}${level.count},${literal(level.percent)},${rest})`,
    literal(last),
  );
  return { first: formula(text, reached?.percent ?? last), second: count };
}

const stepFormula = (difference: string, sign: '>=' | '<=', points: number): string =>
  `IF(ROUND(${difference},10)${sign}0,${literal(points)},0)`;

function metricFormula({ rule }: ItemOf<'metric'>, figure: string, max: string): string {
  if (rule.mode === 'linear') {
    const { zeroAt, fullAt } = rule;
    return zeroAt === fullAt
      ? '0'
      : `(${figure}-${literal(zeroAt)})*${max}/(${literal(fullAt)}-${literal(zeroAt)})`;
  }
  const sign = rule.direction === 'atMost' ? '<=' : '>=';
  const reached = rule.steps.map(({ at, points }: Step) =>
    stepFormula(`${figure}-${literal(at)}`, sign, points),
  );
  return `MAX(0,${reached.join(',')})`;
}

function usesFormula(item: ItemOf<'bonus'>, entry: Entry): Cell {
  const uses = (entry.uses ?? []).flatMap(({ option, count }) => {
    const points = item.options.find(({ code }) => code === option)?.points;
    return points === undefined
      ? []
      : [{ text: `${literal(points)}*${count}`, value: dec(points).times(count) }];
  });
  return sumOf(uses);
}
