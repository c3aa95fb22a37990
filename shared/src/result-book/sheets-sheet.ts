import { type Dec, dec, ONE } from '../decimal';
import { indicatorsOf, type Rubric, SOURCE_WORDS } from '../rubric';
import { type DimensionCalc, judgedOf, type SheetCalc } from '../scoring/sheet-calc';
import { type Book, type BookUnit, columnsFrom, headingsOf, spansOf } from './book';
import { type BookColumn, type Cell, down, formula, here, numberOf, on, plus, SHEET } from './cell';
import { entryRowOf, evaluatorName, POINTS, pointsOf } from './entries-sheet';
import type { SourceSpan } from './layout';
import { COUNT, DROP } from './sources-columns';

export const RATER = 5;
const FIRST_CODE = 6;

/** Where what of a sheet stands. */
export function sheetColumns(rubric: Rubric) {
  const codes = columnsFrom(rubric, FIRST_CODE);
  return {
    ...codes,
    total: codes.next,
    compared: codes.next + 1,
    keep: codes.next + 2,
    engine: codes.next + 3,
    check: codes.next + 4,
  };
}

export const sheetHeadings = (rubric: Rubric): BookColumn[] => [
  { header: '单位', width: 28 },
  { header: '单位类别', width: 14 },
  { header: '来源', width: 10 },
  { header: '测评员', width: 14 },
  { header: '计入测评人数', width: 10 },
  ...headingsOf(rubric).map((header) => ({ header, width: 14, points: true })),
  { header: '本表得分', width: 10, points: true },
  { header: '比较用得分(10 位小数)', width: 14 },
  { header: '计入份额', width: 10 },
  { header: '系统得分', width: 10, points: true },
  { header: '核对(应为 0)', width: 12 },
];

/** Every sheet of a unit in one row: points by indicator, the dimensions and the sheet's total. */
export function sheetRows(book: Book, unit: BookUnit): Cell[][] {
  const counted = new Set<string>();
  return spansOf(unit).flatMap(({ group, rows }) =>
    group.sheets.map(({ calc, keep }, at) => {
      const head: Cell[] = [
        unit.outcome.name,
        book.classWords(unit.outcome.unitClass),
        SOURCE_WORDS[group.code].zh,
        evaluatorName(calc),
        raterFlag(calc, group.source !== null, counted),
      ];
      return [...head, ...figures(book, calc, rows, at, keep)];
    }),
  );
}

/** 1 for an evaluator's first sheet on the unit; the unit's own sheet and the system's figures are no rating. */
function raterFlag({ sheet, total }: SheetCalc, weighted: boolean, counted: Set<string>): number {
  const rates = weighted && total !== null && sheet.source !== 'self' && !sheet.id.startsWith('system:');
  if (!rates || counted.has(sheet.evaluatorId)) return 0;
  counted.add(sheet.evaluatorId);
  return 1;
}

function figures(book: Book, calc: SheetCalc, rows: SourceSpan, at: number, keep: Dec | null): Cell[] {
  const { rubric } = book;
  const row = rows.first + at;
  const columns = sheetColumns(rubric);
  const points = indicatorsOf(rubric).map(({ indicator: { code } }): Cell => {
    const item = calc.items.get(code);
    const value = item ? pointsOf(item) : null;
    if (value === null) return null;
    return formula(on(SHEET.entries, POINTS, entryRowOf(rubric, code, calc, rows.firstEntry, at)), value);
  });
  const dimensions = calc.dimensions.map(
    (one): Cell =>
      one.value === null || !rows.weighted
        ? null
        : formula(dimensionFormula(book, calc, one, row), one.value),
  );
  if (calc.total === null || !rows.weighted) return [...points, ...dimensions, null, null, null, null, null];
  const total = here(columns.total, row);
  return [
    ...points,
    ...dimensions,
    formula(totalFormula(book, calc, row), calc.total),
    formula(`ROUND(${total},10)`, calc.total.toDecimalPlaces(10)),
    keepCell(book, rows, row, keep ?? dec(0)),
    numberOf(calc.total),
    formula(`ROUND(${total}-${here(columns.engine, row)},8)`, 0),
  ];
}

/** A dimension's points, brought to its full marks where something in it was not scored. */
function dimensionFormula({ rubric, rules }: Book, calc: SheetCalc, one: DimensionCalc, row: number): string {
  const columns = sheetColumns(rubric);
  const cell = ({ code }: { code: string }) => here(columns.indicator(code), row);
  const scored = one.items.filter(({ role, value }) => role === 'regular' && value !== null);
  const pool = one.items.filter(({ role }) => role === 'pool');
  const judged = judgedOf(pool);
  const base = rules.base(one.dimension.code);
  const maxima = (items: readonly { code: string }[]) =>
    plus(items.map(({ code }) => rules.indicatorMax(code)));
  const taken = plus(judged.filter(({ value }) => value !== null).map(cell));
  // Of a rubric whose judged deductions may take nothing there is nothing to scale.
  const whole = judged.length === pool.length || judged.every(({ max }) => max.isZero());
  const left = whole ? `${base}+${taken}` : `${base}+(${taken})*(${maxima(pool)})/(${maxima(judged)})`;
  const parts = [...scored.map(cell), ...(judged.length > 0 ? [`MAX(0,${left})`] : [])];
  if (one.factor.equals(ONE)) return plus(parts);
  const full = [...scored.map(({ code }) => rules.indicatorMax(code)), ...(judged.length > 0 ? [base] : [])];
  return `(${plus(parts)})*${rules.dimensionMax(one.dimension.code, calc.sheet.source)}/(${plus(full)})`;
}

function totalFormula({ rubric, rules }: Book, calc: SheetCalc, row: number): string {
  const columns = sheetColumns(rubric);
  const scored = calc.dimensions.filter(({ value }) => value !== null).map(({ dimension }) => dimension.code);
  const points = plus(scored.map((code) => here(columns.dimension(code), row)));
  if (calc.factor.equals(ONE)) return points;
  const full = plus(scored.map((code) => rules.dimensionMax(code, calc.sheet.source)));
  return `(${points})*${rules.sourceMax(calc.sheet.source)}/(${full})`;
}

/** How much of the sheet is left after dropping high and low; equal ones share what is dropped. */
function keepCell({ rubric, rules }: Book, rows: SourceSpan, row: number, keep: Dec): Cell {
  if (rules.dropping === null) return 1;
  const { compared } = sheetColumns(rubric);
  const all = down(SHEET.sheets, compared, rows.first, rows.first + rows.scored - 1);
  const own = here(compared, row);
  const [count, drop] = [on(SHEET.sources, COUNT, rows.row), on(SHEET.sources, DROP, rows.row)];
  const below = `COUNTIF(${all},"<"&${own})`;
  const equal = `COUNTIF(${all},${own})`;
  return formula(`MAX(0,MIN(${below}+${equal},${count}-${drop})-MAX(${below},${drop}))/${equal}`, keep);
}
