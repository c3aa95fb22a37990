import { type Rubric, roleOf, SOURCE_WORDS } from '../rubric';
import type { ItemCalc } from '../scoring/item-score';
import { MISSING_WORDS } from '../scoring/missing';
import { entryOf, type SheetCalc } from '../scoring/sheet-calc';
import { type Book, type BookUnit, indicatorOf, spansOf } from './book';
import { type BookColumn, type Cell, formula, here, numberOrNull } from './cell';
import { judgedBy } from './groups';
import { itemFormula } from './item-formula';
import { ROLE_WORDS } from './rules-sheet';

/** Columns that others point at. */
const MAX = 8;
const FIRST = 9;
const SECOND = 10;
export const POINTS = 11;
const ENGINE = 13;

export const ENTRY_COLUMNS: readonly BookColumn[] = [
  { header: '单位', width: 28 },
  { header: '来源', width: 10 },
  { header: '测评员', width: 14 },
  { header: '维度', width: 18 },
  { header: '编码', width: 8 },
  { header: '指标', width: 28 },
  { header: '作用', width: 10 },
  { header: '分值', width: 8 },
  { header: '记录数值', width: 10 },
  { header: '个数或分母', width: 10 },
  { header: '得分', width: 10, points: true },
  { header: '未评原因', width: 10 },
  { header: '系统得分', width: 10, points: true },
  { header: '核对(应为 0)', width: 12 },
  { header: '计算说明', width: 44 },
  { header: '测评员意见', width: 44 },
];
export const ENTRY_CHECK = 14;

/** Every entry of every sheet of a unit, with the points that its rule gives it. */
export function entryRows(book: Book, unit: BookUnit): Cell[][] {
  return spansOf(unit).flatMap(({ group, rows }) => {
    const judged = judgedBy(book.rubric, group.code);
    return group.sheets.flatMap(({ calc }, at) =>
      judged.map(({ code }, index) => {
        const row = rows.firstEntry + at * judged.length + index;
        return entryRow(book, unit, calc, code, row);
      }),
    );
  });
}

function entryRow(
  { rubric, rules }: Book,
  unit: BookUnit,
  calc: SheetCalc,
  code: string,
  row: number,
): Cell[] {
  const indicator = indicatorOf(rubric, code);
  const item = calc.items.get(code);
  const head: Cell[] = [
    unit.outcome.name,
    SOURCE_WORDS[calc.sheet.source].zh,
    evaluatorName(calc),
    dimensionOf(rubric, code),
    code,
    indicator.name,
    ROLE_WORDS[roleOf(indicator)],
    formula(rules.indicatorMax(code), indicator.maxPoints),
  ];
  const comment = entryOf(calc.sheet, code)?.comment ?? null;
  const value = item && pointsOf(item);
  if (!item || value === null || value === undefined) {
    return [
      ...head,
      null,
      null,
      null,
      item?.missing ? MISSING_WORDS[item.missing].zh : null,
      null,
      null,
      null,
      comment,
    ];
  }
  const cells = { first: here(FIRST, row), second: here(SECOND, row), max: here(MAX, row) };
  const made = itemFormula(indicator, entryOf(calc.sheet, code) ?? {}, unit.metrics, cells);
  return [
    ...head,
    made.first,
    made.second,
    formula(made.points, value),
    null,
    value,
    formula(`ROUND(${here(POINTS, row)}-${here(ENGINE, row)},8)`, 0),
    item.words.zh,
    comment,
  ];
}

/** An item's points; of a veto whether it is triggered, as 1 or 0. Null: nothing was said. */
export function pointsOf({ role, value, triggered }: ItemCalc): number | null {
  if (role === 'veto') return triggered === undefined ? null : Number(triggered);
  return numberOrNull(value);
}

/** The row in which a sheet's entry for an indicator stands. */
export function entryRowOf(rubric: Rubric, code: string, calc: SheetCalc, first: number, at: number): number {
  const judged = judgedBy(rubric, calc.sheet.source);
  return first + at * judged.length + judged.findIndex((one) => one.code === code);
}

export const evaluatorName = ({ sheet }: SheetCalc): string =>
  sheet.id.startsWith('system:') ? '系统取数' : (sheet.evaluatorName ?? sheet.evaluatorId);

const dimensionOf = (rubric: Rubric, code: string): string =>
  rubric.dimensions.find(({ indicators }) => indicators.some((one) => one.code === code))?.name ?? '';
