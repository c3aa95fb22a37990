import { Dec, sum } from '../decimal';
import { medianOf } from '../scoring/class-figures';
import type { Book } from './book';
import { type BookColumn, type Cell, down, formula, letters, SHEET, type SheetName } from './cell';
import { ENTRY_CHECK } from './entries-sheet';
import { RANKING_CHECKS } from './ranking-sheet';
import { sheetColumns } from './sheets-sheet';
import { sourceColumns } from './sources-sheet';
import { unitColumns } from './units-columns';

/** A class and its exact totals. */
export type ClassFacts = { name: string; unitClass: string; units: number; totals: readonly Dec[] };

/** What the first sheet says of the result. */
export type BookFacts = {
  /** Lines of a name and its value: the round, the number, the hashes. */
  lines: readonly (readonly [string, string])[];
  classes: readonly ClassFacts[];
};

export const FACTS_COLUMNS: readonly BookColumn[] = [
  { header: '测评结果', width: 24 },
  { header: '', width: 14 },
  { header: '', width: 14, points: true },
  { header: '', width: 14, points: true },
  { header: '', width: 14, points: true },
  { header: '', width: 14, points: true },
];

const GUIDE = [
  '各表由下往上计算：评分明细 → 评分表 → 来源汇总 → 单位汇总 → 名次表；“规则”为冻结的测评体系，“公布值”为公布的结果。',
  '得分、权重、去高去低、缺项折算、加分上限、扣分、一票否决、名次和等次均为公式，可在单元格中查看并重算。',
  '“核对”列为公式结果与公布值之差，应为 0；名次、等次核对列一致为 0，不一致为 1。',
  '下列各项直接写值，不用公式：记录数值由评分表填写；“计入测评人数”按测评员不重复计数；“评分完整度”按权重计算。',
  '缺少评分的项目不计 0 分：按其余项目折算。表格按二进制小数计算，比较和核对时取 10 位和 8 位小数。',
];

/** How many checks are not 0, what the classes come to, and how the workbook is read. */
export function factsRows(book: Book, { lines, classes }: BookFacts): Cell[][] {
  const checks: Cell[] = ['核对不为 0 的单元格', formula(checkFormula(book), 0)];
  const head: Cell[] = ['单位类别', '单位数', '平均分', '中位数', '最高分', '最低分'];
  return [
    ...lines.map(([name, value]): Cell[] => [name, value]),
    checks,
    [],
    head,
    ...classes.map((one) => classRow(book, one)),
    [],
    ...GUIDE.map((words): Cell[] => [words]),
  ];
}

/** The columns in which a sheet compares what it computes with what was published. */
function checkColumns({ rubric }: Book): [SheetName, number][] {
  const units = unitColumns(rubric);
  return [
    ...RANKING_CHECKS.map((column): [SheetName, number] => [SHEET.ranking, column]),
    [SHEET.units, units.check],
    [SHEET.units, units.checkAll],
    [SHEET.sources, sourceColumns(rubric).check],
    [SHEET.sheets, sheetColumns(rubric).check],
    [SHEET.entries, ENTRY_CHECK],
  ];
}

function checkFormula(book: Book): string {
  return checkColumns(book)
    .map(([sheet, column]) => {
      const whole = `'${sheet}'!${letters(column)}:${letters(column)}`;
      return `COUNTIF(${whole},">0")+COUNTIF(${whole},"<0")`;
    })
    .join('+');
}

function classRow(book: Book, { name, unitClass, units, totals }: ClassFacts): Cell[] {
  const span = book.layout.classes.find((one) => one.unitClass === unitClass);
  if (!span || totals.length === 0) return [name, units];
  const cells = down(SHEET.units, unitColumns(book.rubric).total, span.first, span.last);
  return [
    name,
    formula(`ROWS(${cells})`, units),
    formula(`AVERAGE(${cells})`, sum(totals).div(totals.length)),
    formula(`MEDIAN(${cells})`, medianOf(totals)),
    formula(`MAX(${cells})`, Dec.max(...totals)),
    formula(`MIN(${cells})`, Dec.min(...totals)),
  ];
}
