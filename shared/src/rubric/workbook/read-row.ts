import { lacksResult, showsError } from '../../workbook/formula';
import { ITEM_KIND_WORDS, ITEM_KINDS } from '../item-kinds';
import { type Indicator, indicatorSchema } from '../schema';
import { SOURCE_CODES, SOURCE_WORDS } from '../sources';
import { ownCells, type RubricColumn, type RubricRow } from './columns';
import { EVIDENCE_EXPECTED, evidenceOf } from './evidence-words';
import { kindOf, sourcesOf } from './kind-words';
import { OPTION_NOTATION, readOptions } from './read-options';
import { type RowError, rowError } from './row-error';
import { type Cell, foldCell, proseCell, readNumber } from './text-cell';

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

/** The indicator of one row, or what is wrong in its cells (all of it, not just the first). */
export function readIndicator(row: RubricRow): { indicator: Indicator } | { errors: RowError[] } {
  const cells = ownCells(row);
  const errors: RowError[] = [];
  const wrong = (column: RubricColumn, code: string, zh: string, en: string) =>
    errors.push(rowError(row.row, column, cells[column], code, zh, en));

  const code = foldCell(cells.指标编码);
  if (!code) wrong('指标编码', 'required', '填写指标编码，如 A1', 'an indicator code such as A1');
  const name = proseCell(cells.指标);
  if (!name) wrong('指标', 'required', '填写指标名称', 'the name of the indicator');

  const kind = kindOf(foldCell(cells.类型));
  if (!kind) {
    const words = ITEM_KINDS.map((one) => ITEM_KIND_WORDS[one].zh).join('、');
    wrong('类型', 'unknownKind', `填以下之一：${words}`, `one of ${words}`);
  }
  const points = readNumber(String(cells.分值 ?? ''));
  // A veto carries no points, so an empty cell means 0 there and nowhere else.
  const maxPoints = points ?? (kind === 'veto' && foldCell(cells.分值) === '' ? 0 : null);
  if (maxPoints === null) wrong('分值', 'notNumber', '填数字，如 10', 'a number such as 10');
  else if (maxPoints < 0) wrong('分值', 'invalid', '0 到 100000 的数', 'a number from 0 to 100000');

  const sources = sourcesOf(foldCell(cells.评价主体));
  if (sources === null) {
    const words = SOURCE_CODES.map((one) => SOURCE_WORDS[one].zh).join('、');
    wrong('评价主体', 'unknownSource', `填以下若干：${words}；不填为全部`, `some of ${words}; empty for all`);
  }
  const evidence = evidenceOf(foldCell(cells.佐证记录));
  if (evidence === null) wrong('佐证记录', 'unknownEvidence', EVIDENCE_EXPECTED.zh, EVIDENCE_EXPECTED.en);
  const item = kind && readOptions(kind, foldCell(cells.选项));
  if (kind && !item) wrong('选项', 'options', OPTION_NOTATION[kind].zh, OPTION_NOTATION[kind].en);
  for (const [column, cell] of Object.entries(cells) as [RubricColumn, Cell][]) {
    if (!isBrokenFormula(String(cell ?? '')) || errors.some((error) => error.column === column)) continue;
    wrong(
      column,
      'formula',
      '公式没有结果，请直接填写内容',
      'the content itself: this formula has no result',
    );
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
    wrong(column, 'invalid', expected?.zh ?? '检查这一格的内容', expected?.en ?? 'check this cell');
  }
  return { errors };
}

const isBrokenFormula = (text: string) => showsError(text) || lacksResult(text);

/** What a code may look like. */
export const CODE_EXPECTED = {
  zh: '40 字以内，不含空格、全角符号和 ; : = @ ( ) < > | ,',
  en: 'at most 40 characters, no spaces and none of ; : = @ ( ) < > | ,',
};

const EXPECTED: Partial<Record<RubricColumn, { zh: string; en: string }>> = {
  指标编码: CODE_EXPECTED,
  指标: { zh: '200 字以内', en: 'at most 200 characters' },
  分值: { zh: '0 到 100000 的数', en: 'a number from 0 to 100000' },
  评分标准: { zh: '4000 字以内', en: 'at most 4000 characters' },
  佐证记录: EVIDENCE_EXPECTED,
  数据来源: { zh: '1000 字以内', en: 'at most 1000 characters' },
};
