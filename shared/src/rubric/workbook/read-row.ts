import type { Words } from '../../text/words';
import { lacksResult, showsError } from '../../workbook/formula';
import { type Indicator, indicatorSchema } from '../schema';
import { CELL_EXPECTED, EXPECTED } from './cell-expected';
import { codeCell, codeTrouble } from './code-cell';
import type { CellMark, RubricColumn, RubricRow } from './columns';
import { EVIDENCE_EXPECTED, evidenceOf } from './evidence-words';
import { kindOf, sourcesOf } from './kind-words';
import { OPTION_NOTATION } from './option-words';
import { readOptions } from './read-options';
import { type RowError, rowError } from './row-error';
import { type Cell, foldCell, proseCell, readPoints } from './text-cell';

const COLUMN_OF_FIELD: Record<string, RubricColumn> = {
  code: '指标编码',
  name: '指标',
  maxPoints: '分值',
  standard: '评分标准',
  dataSource: '数据来源',
  sources: '评价主体',
  item: '选项',
  evidence: '佐证记录',
};

/**
 * The indicator of one row, or what is wrong in its cells (all of it, not just the first).
 * @param freeCode the code of an indicator for which none is written
 */
export function readIndicator(
  row: RubricRow,
  freeCode: () => string,
): { indicator: Indicator } | { errors: RowError[] } {
  const { cells, marks = {} } = row;
  const errors: RowError[] = [];
  const wrong = (column: RubricColumn, code: string, { zh, en }: Words) =>
    errors.push(rowError(row.row, column, cells[column], code, zh, en));

  const merged = ONE_OF_ITS_OWN.find((column) => marks[column] === 'joined');
  if (merged) {
    wrong(merged, 'merged', CELL_EXPECTED.merged);
    return { errors };
  }
  const code = codeCell(cells.指标编码) || freeCode();
  const notCode = codeTrouble(code);
  if (notCode) wrong('指标编码', 'invalid', notCode);
  const name = proseCell(cells.指标);
  if (!name) wrong('指标', 'required', CELL_EXPECTED.name);

  const kind = kindOf(foldCell(cells.类型));
  if (!kind) wrong('类型', 'unknownKind', CELL_EXPECTED.kind);
  const points = readPoints(String(cells.分值 ?? ''));
  // A veto carries no points, so an empty cell means 0 there and nowhere else.
  const maxPoints = points ?? (kind === 'veto' && foldCell(cells.分值) === '' ? 0 : null);
  if (marks.分值 === 'percent') wrong('分值', 'percent', CELL_EXPECTED.percent);
  else if (maxPoints === null) wrong('分值', 'notNumber', pointsExpected(foldCell(cells.分值)));
  else if (maxPoints < 0) wrong('分值', 'invalid', CELL_EXPECTED.points);

  const sources = sourcesOf(foldCell(cells.评价主体));
  if (sources === null) wrong('评价主体', 'unknownSource', CELL_EXPECTED.sources);
  const evidence = evidenceOf(foldCell(cells.佐证记录));
  if (evidence === null) wrong('佐证记录', 'unknownEvidence', EVIDENCE_EXPECTED);
  const options = kind && readOptions(kind, foldCell(cells.选项));
  const item = options && 'item' in options ? options.item : null;
  if (kind && !item) {
    wrong('选项', 'options', options && 'wrong' in options ? options.wrong : OPTION_NOTATION[kind]);
  }
  for (const [column, cell] of Object.entries(cells) as [RubricColumn, Cell][]) {
    const trouble = cellTrouble(cell, marks[column]);
    if (!trouble) continue;
    const at = errors.findIndex((error) => error.column === column);
    if (at >= 0) errors.splice(at, 1);
    wrong(column, trouble, CELL_EXPECTED[trouble]);
  }
  if (errors.length > 0) return { errors };

  const standard = proseCell(cells.评分标准) || undefined;
  const dataSource = proseCell(cells.数据来源) || undefined;
  const parsed = indicatorSchema.safeParse({
    code,
    name,
    maxPoints,
    item,
    ...(standard ? { standard } : {}),
    ...(dataSource ? { dataSource } : {}),
    ...(sources ? { sources } : {}),
    ...(evidence ? { evidence } : {}),
  });
  if (parsed.success) return { indicator: parsed.data };
  for (const column of new Set(
    parsed.error.issues.map(({ path }) => COLUMN_OF_FIELD[String(path[0])] ?? '选项'),
  )) {
    const expected = column === '选项' && kind ? OPTION_NOTATION[kind] : EXPECTED[column];
    wrong(column, 'invalid', expected ?? CELL_EXPECTED.other);
  }
  return { errors };
}

/** Columns whose content is that of a single row. */
const ONE_OF_ITS_OWN = ['分值', '指标编码'] as const satisfies RubricColumn[];

/** What no column can be read from, or null. */
function cellTrouble(cell: Cell, mark: CellMark | undefined): 'date' | 'formula' | null {
  if (mark === 'date') return 'date';
  const text = String(cell ?? '');
  return showsError(text) || lacksResult(text) ? 'formula' : null;
}

function pointsExpected(text: string): Words {
  if (text.includes('%')) return CELL_EXPECTED.percent;
  return /不限|^[-—–/]+$|无/.test(text) ? CELL_EXPECTED.unlimited : CELL_EXPECTED.number;
}
