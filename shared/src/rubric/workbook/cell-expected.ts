import type { Words } from '../../text/words';
import { ITEM_KIND_WORDS, ITEM_KINDS } from '../item-kinds';
import { SOURCE_CODES, SOURCE_WORDS } from '../sources';
import type { RubricColumn } from './columns';
import { EVIDENCE_EXPECTED } from './evidence-words';

const kinds = ITEM_KINDS.map((one) => ITEM_KIND_WORDS[one].zh).join('、');
const sources = SOURCE_CODES.map((one) => SOURCE_WORDS[one].zh).join('、');

/** What is expected of a cell that cannot be read. */
export const CELL_EXPECTED = {
  name: { zh: '填写指标名称', en: 'the name of the indicator' },
  kind: { zh: `填以下之一：${kinds}`, en: `one of ${kinds}` },
  number: { zh: '填数字，如 10', en: 'a number such as 10' },
  points: { zh: '0 到 100000 的数', en: 'a number from 0 to 100000' },
  percent: {
    zh: '分值填分数，不填百分比；请将单元格设为常规格式后填写，如 10',
    en: 'points, not a percentage, such as 10',
  },
  unlimited: {
    zh: '分值要写数字：加分项填最多加几分，扣分项填最多扣几分',
    en: 'a number: the most that it may add or take',
  },
  sources: {
    zh: `填以下若干：${sources}；不填为全部。权重在上传后设置，这里不写`,
    en: `some of ${sources}; empty for all. Weights are set afterwards`,
  },
  merged: {
    zh: '合并单元格：请把分值写在各行，或将两行并为一项',
    en: 'points in every row, or the merged rows as one',
  },
  date: {
    zh: '单元格被识别为日期，请将该列设为文本后重新填写',
    en: 'text: Excel made a date of it; format the column as text and fill it in again',
  },
  formula: {
    zh: '公式没有结果，请直接填写内容',
    en: 'the content itself: this formula has no result',
  },
  other: { zh: '检查这一格的内容', en: 'check this cell' },
} as const satisfies Record<string, Words>;

/** What the content of a column must keep to. */
export const EXPECTED: Partial<Record<RubricColumn, Words>> = {
  指标: { zh: '200 字以内', en: 'at most 200 characters' },
  分值: CELL_EXPECTED.points,
  评分标准: { zh: '4000 字以内', en: 'at most 4000 characters' },
  佐证记录: EVIDENCE_EXPECTED,
  数据来源: { zh: '1000 字以内', en: 'at most 1000 characters' },
};
