import { type Cell, foldCell } from './text-cell';

/** Columns of the rubric workbook in the order of the template. */
export const RUBRIC_COLUMNS = [
  '维度编码',
  '维度',
  '维度起评分',
  '指标编码',
  '指标',
  '类型',
  '分值',
  '评分标准',
  '数据来源',
  '评价主体',
  '选项',
  '佐证记录',
] as const;
export type RubricColumn = (typeof RUBRIC_COLUMNS)[number];

/** Columns without which no rubric can be read. */
export const REQUIRED_COLUMNS = ['维度', '指标', '类型', '分值'] as const satisfies RubricColumn[];

/** Other headers seen for the same column. */
const ALIASES: Record<string, RubricColumn> = {
  维度代码: '维度编码',
  一级指标: '维度',
  维度名称: '维度',
  起评分: '维度起评分',
  编码: '指标编码',
  指标代码: '指标编码',
  编号: '指标编码',
  指标名称: '指标',
  二级指标: '指标',
  三级指标: '指标',
  指标类型: '类型',
  满分: '分值',
  分数: '分值',
  标准分: '分值',
  标准: '评分标准',
  来源: '数据来源',
  评分主体: '评价主体',
  类型选项: '选项',
};

/** Headers of which each holds a part of 评分标准: several may stand beside each other. */
export const STANDARD_PARTS: readonly string[] = ['考核内容', '评分细则', '考核标准', '计分办法', '评分办法'];

/** A header without spaces, marks of what is required, and what stands behind it in brackets: 分值(分). */
export const plainHeader = (header: string): string =>
  foldCell(header)
    .replace(/[\s*]/g, '')
    .replace(/(.)\([^()]*\)$/, '$1');

/** The column that a header names, spaces and full-width characters aside; null for a column of somebody's own. */
export function columnOf(header: string): RubricColumn | null {
  const plain = plainHeader(header);
  if (STANDARD_PARTS.includes(plain)) return '评分标准';
  return (
    RUBRIC_COLUMNS.find((column) => column === plain) ??
    (Object.hasOwn(ALIASES, plain) ? (ALIASES[plain] ?? null) : null)
  );
}

/** What was special about a cell: a date, a number shown in percent, or a merged cell that begins further up. */
export type CellMark = 'date' | 'percent' | 'joined';

/** One row of a workbook: its number as the reader sees it, and its cells. */
export interface RubricRow {
  row: number;
  cells: Partial<Record<RubricColumn, Cell>>;
  marks?: Partial<Record<RubricColumn, CellMark>>;
}
