import { indicatorsOf, type Rubric, roleOf, SOURCE_WORDS } from '../rubric';
import { saidOf } from '../scoring/adjustments';
import { dimensionMean, indicatorMean } from '../scoring/dimension-totals';
import type { SourceCalc } from '../scoring/source-calc';
import { mean } from '../scoring/trimmed-mean';
import { type Book, type BookUnit, columnsFrom, headingsOf, spansOf } from './book';
import { type BookColumn, type Cell, down, formula, here, numberOf, SHEET } from './cell';
import { pointsOf } from './entries-sheet';
import type { Group } from './groups';
import type { SourceSpan } from './layout';
import { sheetColumns } from './sheets-sheet';
import { COUNT } from './sources-columns';

const RAW = 6;
const VALUE = 7;
const FULL = 8;
export const SCALED = 9;
export const RAW_SCALED = 10;
const FIRST_CODE = 11;

export function sourceColumns(rubric: Rubric) {
  const codes = columnsFrom(rubric, FIRST_CODE);
  return { ...codes, engine: codes.next, check: codes.next + 1 };
}

export const sourceHeadings = (rubric: Rubric): BookColumn[] => [
  { header: '单位', width: 28 },
  { header: '来源', width: 10 },
  { header: '权重', width: 8 },
  { header: '评分表份数', width: 10 },
  { header: '高低各去掉份数', width: 12 },
  { header: '全部平均', width: 10, points: true },
  { header: '来源得分', width: 10, points: true },
  { header: '来源满分', width: 10 },
  { header: '折合总分满分', width: 12, points: true },
  { header: '全部平均折合', width: 12, points: true },
  ...headingsOf(rubric).map((header) => ({ header, width: 14, points: true })),
  { header: '系统得分(折合)', width: 12, points: true },
  { header: '核对(应为 0)', width: 12 },
];

/** Every source of a unit: its sheets as one score, and the same by indicator and dimension. */
export const sourceRows = (book: Book, unit: BookUnit): Cell[][] =>
  spansOf(unit).map(({ group, rows }) => sourceRow(book, unit, group, rows));

function sourceRow(book: Book, unit: BookUnit, group: Group, rows: SourceSpan): Cell[] {
  const { rubric, rules } = book;
  const { row } = rows;
  const head: Cell[] = [unit.outcome.name, SOURCE_WORDS[group.code].zh];
  const { source } = group;
  const indicators = indicatorsOf(rubric).map(({ indicator }) =>
    indicatorCell(book, group, rows, indicator.code),
  );
  if (!source) {
    const none = rubric.dimensions.map(() => null);
    return [...head, '无权重', null, null, null, null, null, null, null, ...indicators, ...none, null, null];
  }
  const weight = formula(rules.weight(group.code), source.weight);
  const dimensions = rubric.dimensions.map(({ code }) =>
    keptCell(book, rows, sheetColumns(rubric).dimension(code), dimensionMean(source, code)),
  );
  const scaled = unit.scored?.calc.composite.values[unit.scored.groups.indexOf(group)];
  const { aggregate } = source;
  const full = formula(rules.sourceMax(group.code), source.max);
  if (!aggregate || !scaled) {
    return [...head, weight, 0, 0, null, null, full, null, null, ...indicators, ...dimensions, null, null];
  }
  const all = down(SHEET.sheets, sheetColumns(rubric).total, rows.first, rows.first + rows.scored - 1);
  const scale = (column: number) => `${here(column, row)}*${rules.max}/${here(FULL, row)}`;
  const { engine } = sourceColumns(rubric);
  return [
    ...head,
    weight,
    formula(`COUNT(${all})`, rows.scored),
    dropCell(book, source, row),
    formula(`AVERAGE(${all})`, aggregate.rawMean),
    keptCell(book, rows, sheetColumns(rubric).total, aggregate.value),
    full,
    formula(scale(VALUE), scaled),
    formula(scale(RAW), numberOf(aggregate.rawMean.times(unit.scored ? maxOf(unit) : 0).div(source.max))),
    ...indicators,
    ...dimensions,
    numberOf(scaled),
    formula(`ROUND(${here(SCALED, row)}-${here(engine, row)},8)`, 0),
  ];
}

const maxOf = ({ outcome }: BookUnit): string => outcome.score?.max ?? '0';

/** How many sheets are dropped on each side by the rubric's rule. */
function dropCell({ rubric, rules }: Book, source: SourceCalc, row: number): Cell {
  const { aggregation } = rubric;
  if (aggregation.policy === 'mean' || rules.dropping === null) return 0;
  const count = here(COUNT, row);
  const scored = source.sheets.filter(({ calc }) => calc.total !== null).length;
  if (aggregation.policy === 'dropHighLow') {
    return formula(`IF(${count}>=${rules.dropping},1,0)`, scored >= aggregation.from ? 1 : 0);
  }
  const drop = Math.floor(Number((scored * aggregation.proportion).toFixed(10)));
  return formula(`INT(ROUND(${count}*${rules.dropping},10))`, drop);
}

/** Mean of a column over the sheets, each with the part of it that counts. */
function keptCell(
  { rubric }: Book,
  rows: SourceSpan,
  column: number,
  value: Parameters<typeof formula>[1],
): Cell {
  if (value === null) return null;
  const range = (of: number) => down(SHEET.sheets, of, rows.first, rows.first + rows.scored - 1);
  const [keep, own] = [range(sheetColumns(rubric).keep), range(column)];
  return formula(`SUMPRODUCT(${keep},${own})/SUMIFS(${keep},${own},"<>")`, value);
}

function indicatorCell(book: Book, group: Group, rows: SourceSpan, code: string): Cell {
  const { rubric } = book;
  const indicator = indicatorsOf(rubric).find((one) => one.indicator.code === code)?.indicator;
  const role = indicator && roleOf(indicator);
  const column = sheetColumns(rubric).indicator(code);
  const every = down(SHEET.sheets, column, rows.first, rows.first + rows.count - 1);
  if (role === 'veto') {
    const said = group.sheets.flatMap(({ calc }) => {
      const item = calc.items.get(code);
      return item ? (pointsOf(item) ?? []) : [];
    });
    return said.length === 0 ? null : formula(`MAX(${every})`, Math.max(...said));
  }
  if (!group.source) return null;
  if (role === 'bonus' || role === 'penalty') {
    const value = mean(saidOf(group.source, code).map((one) => one.value));
    return value === null ? null : formula(`AVERAGE(${every})`, value);
  }
  return keptCell(book, rows, column, indicatorMean(group.source, code));
}
