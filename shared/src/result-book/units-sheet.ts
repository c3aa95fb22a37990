import { dec } from '../decimal';
import { dimensionMax, indicatorsOf, type Rubric, roleOf, SOURCE_WORDS } from '../rubric';
import type { SourceCalc } from '../scoring/source-calc';
import { type Book, type BookUnit, headingsOf, spansOf } from './book';
import {
  type BookColumn,
  type Cell,
  down,
  formula,
  here,
  numberOf,
  numberOrNull,
  on,
  plus,
  SHEET,
} from './cell';
import type { SourceSpan } from './layout';
import { RATER } from './sheets-sheet';
import { RAW_SCALED, SCALED, sourceColumns } from './sources-sheet';
import { unitColumns } from './units-columns';

/** The headings of the units' sheet; the published values have the same without the checks. */
export const unitHeadings = (rubric: Rubric): BookColumn[] => [
  { header: '单位', width: 28 },
  { header: '单位类别', width: 14 },
  ...rubric.sources.map(({ code }) => ({
    header: `${SOURCE_WORDS[code].zh}(折合)`,
    width: 12,
    points: true,
  })),
  { header: '加分前得分', width: 12, points: true },
  { header: '全部评分平均', width: 12, points: true },
  { header: '加分', width: 8, points: true },
  { header: '总分扣分', width: 10, points: true },
  { header: '一票否决项数', width: 12 },
  { header: '总分', width: 10, points: true },
  { header: '测评人数', width: 10 },
  { header: '评分完整度(%)', width: 12, points: true },
  ...headingsOf(rubric).map((header) => ({ header, width: 14, points: true })),
];

export const UNIT_CHECKS: readonly BookColumn[] = [
  { header: '总分核对(应为 0)', width: 12 },
  { header: '逐项核对(应为 0)', width: 12 },
];

type Weighted = { source: SourceCalc; rows: SourceSpan; value: (column: number) => string };

/** A unit's total with all that leads to it, in one row. */
export function unitRow(book: Book, unit: BookUnit): Cell[] {
  const { rubric } = book;
  const { outcome, span } = unit;
  const head: Cell[] = [outcome.name, book.classWords(outcome.unitClass)];
  if (!unit.scored || !outcome.score) return head;
  const columns = unitColumns(rubric);
  const { row } = span;
  const weighted = spansOf(unit).flatMap(({ group, rows }): Weighted[] =>
    group.source
      ? [{ source: group.source, rows, value: (column) => on(SHEET.sources, column, rows.row) }]
      : [],
  );
  const { calc } = unit.scored;
  const sources = weighted.map(({ value }, at): Cell => {
    const points = calc.composite.values[at];
    return points ? formula(value(SCALED), points) : null;
  });
  const published = (column: number) => on(SHEET.published, column, row);
  const squares = (first: number, last: number) => {
    const difference = `(${here(first, row)}:${here(last, row)}-${published(first)}:${here(last, row)})`;
    return `SUMPRODUCT(${difference}*${difference})`;
  };
  return [
    ...head,
    ...sources,
    ...totalCells(book, unit, weighted),
    ...indicatorsOf(rubric).map(({ indicator }) => indicatorCell(book, unit, weighted, indicator.code)),
    ...rubric.dimensions.map(({ code }) => dimensionCell(book, unit, weighted, code)),
    calc.total ? formula(`ROUND(${here(columns.total, row)}-${published(columns.total)},8)`, 0) : null,
    formula(
      `ROUND(${squares(columns.firstFigure, columns.raters)}+${squares(columns.raters, columns.last)},8)`,
      0,
    ),
  ];
}

/** Mean weighted by the sources' weights over those that have a value. */
function weightedFormula({ rules }: Book, terms: readonly { source: SourceCalc; text: string }[]): string {
  const [only] = terms;
  if (terms.length === 1 && only) return only.text;
  const weights = terms.map(({ source }) => rules.weight(source.code));
  return `(${plus(terms.map(({ text }, at) => `${text}*${weights[at]}`))})/(${plus(weights)})`;
}

function totalCells(book: Book, unit: BookUnit, weighted: readonly Weighted[]): Cell[] {
  const { rubric, rules } = book;
  const { scored, outcome, span } = unit;
  if (!scored || !outcome.score) return [];
  const { calc } = scored;
  const columns = unitColumns(rubric);
  const cell = (column: number) => here(column, span.row);
  const terms = weighted.flatMap(({ source, value }) => (source.aggregate ? [{ source, value }] : []));
  const over = (column: number) =>
    weightedFormula(
      book,
      terms.map(({ source, value }) => ({ source, text: value(column) })),
    );
  // SUM, for MIN and MAX pass over a cell that is empty.
  const sumOf = (role: 'bonus' | 'penalty') => {
    const codes = indicatorsOf(rubric).filter(({ indicator }) => roleOf(indicator) === role);
    const cells = codes.map(({ indicator }) => cell(columns.indicator(indicator.code)));
    return cells.length === 0 ? '0' : `SUM(${cells.join(',')})`;
  };
  const penalty = `ABS(${sumOf('penalty')})`;
  const vetoes = indicatorsOf(rubric).filter(({ indicator }) => roleOf(indicator) === 'veto');
  const veto = plus(vetoes.map(({ indicator }) => cell(columns.indicator(indicator.code)))) || '0';
  const raters = unit.span.sources.reduce((sum, { count }) => sum + count, 0);
  const first = unit.span.sources[0]?.first ?? 0;
  const made = calc.composite.value;
  return [
    made && formula(over(SCALED), made),
    calc.composite.rawMean && formula(over(RAW_SCALED), calc.composite.rawMean),
    formula(`MIN(${rules.bonusCap},${sumOf('bonus')})`, calc.bonus.value),
    formula(rules.penaltyCap ? `MIN(${rules.penaltyCap},${penalty})` : penalty, calc.penalty.value),
    formula(veto, calc.vetoes.length),
    calc.total && formula(totalFormula(book, unit), calc.total),
    formula(`SUM(${down(SHEET.sheets, RATER, first, first + raters - 1)})`, outcome.score.raters),
    numberOrNull(outcome.score.coverage.percent),
  ];
}

/** 加分前得分 + 加分 − 扣分, between 0 and the limit; 0 where a veto says so. */
function totalFormula({ rubric, rules }: Book, { span }: BookUnit): string {
  const columns = unitColumns(rubric);
  const cell = (column: number) => here(column, span.row);
  const sum = `${cell(columns.composite)}+${cell(columns.bonus)}-${cell(columns.penalty)}`;
  const limited = rules.cap ? `MAX(0,MIN(${rules.cap},${sum}))` : `MAX(0,${sum})`;
  const kept = rubric.decidedBy === 'shown' ? `ROUND(${limited}+1E-9,${rules.digits})` : limited;
  const zeroing = indicatorsOf(rubric).filter(
    ({ indicator: { item } }) => item.kind === 'veto' && item.effect === 'zero',
  );
  if (zeroing.length === 0) return kept;
  return `IF(${plus(zeroing.map(({ indicator }) => cell(columns.indicator(indicator.code))))}>0,0,${kept})`;
}

function indicatorCell(book: Book, unit: BookUnit, weighted: readonly Weighted[], code: string): Cell {
  const { rubric } = book;
  const column = sourceColumns(rubric).indicator(code);
  const indicator = indicatorsOf(rubric).find((one) => one.indicator.code === code)?.indicator;
  const rows = sourceRowsWith(unit, code);
  if (indicator && roleOf(indicator) === 'veto') {
    const triggered = unit.scored?.calc.vetoes.some((veto) => veto.code === code) ? 1 : 0;
    if (rows.length === 0) return 0;
    return formula(`MAX(${rows.map((row) => on(SHEET.sources, column, row)).join(',')})`, triggered);
  }
  const value = unit.outcome.score?.indicators[code];
  if (value === null || value === undefined) return null;
  const terms = weighted
    .filter((one) => rows.includes(one.rows.row))
    .map((one) => ({ source: one.source, text: one.value(column) }));
  return formula(weightedFormula(book, terms), numberOf(value));
}

/** The unit's sources whose row holds a figure of this indicator. */
function sourceRowsWith(unit: BookUnit, code: string): number[] {
  return spansOf(unit).flatMap(({ group, rows }) => {
    const regular = group.sheets.some(({ calc, keep }) => {
      const item = calc.items.get(code);
      if (!item) return false;
      if (item.role === 'veto') return item.triggered !== undefined;
      if (item.role === 'bonus' || item.role === 'penalty') return item.value !== null;
      return item.value !== null && (keep?.greaterThan(0) ?? false);
    });
    return regular ? [rows.row] : [];
  });
}

function dimensionCell(book: Book, unit: BookUnit, weighted: readonly Weighted[], code: string): Cell {
  const { rubric, rules } = book;
  const dimension = rubric.dimensions.find((one) => one.code === code);
  const value = unit.outcome.score?.dimensionTotals.find((one) => one.code === code)?.value;
  if (!dimension || value === null || value === undefined) return null;
  const column = sourceColumns(rubric).dimension(code);
  const terms = weighted.flatMap(({ source, value: cell }) => {
    const said = source.sheets.some(
      ({ calc, keep }) =>
        keep.greaterThan(0) &&
        calc.dimensions.some((one) => one.dimension.code === code && one.value !== null),
    );
    if (!said) return [];
    const own = dimensionMax(dimension, source.code);
    const whole = own.equals(dimensionMax(dimension));
    const scale = `*${rules.dimensionMax(code)}/${rules.dimensionMax(code, source.code)}`;
    return [{ source, text: whole ? cell(column) : `${cell(column)}${scale}` }];
  });
  return formula(weightedFormula(book, terms), dec(value));
}
