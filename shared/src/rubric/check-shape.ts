import { error, type Finding } from './finding';
import { type Rubric, rubricSchema } from './schema';

/** Field names as the office reads them; a field that is not here is named by its path. */
const FIELD_ZH: Record<string, string> = {
  name: '名称',
  code: '编码',
  maxPoints: '分值',
  percent: '百分比',
  weight: '权重',
  levels: '分档',
  steps: '阈值',
  options: '加分选项',
  each: '每缺扣分',
  min: '下限',
  max: '上限',
  minRaters: '最少评价人数',
  bonusCap: '加分上限',
  metric: '取数项',
  kinds: '佐证记录',
  categories: '佐证记录的类别',
  points: '得分',
  at: '阈值',
  base: '起评分',
  count: '数量',
  from: '起扣人数',
  proportion: '去掉比例',
  digits: '小数位数',
  zeroAt: '零分值',
  fullAt: '满分值',
  zh: '名称',
  en: '英文名称',
  label: '说明',
  tieBreaks: '并列区分项',
};

/**
 * Parses a rubric of unknown shape. A wrong shape comes back as findings in plain words, one per field, so that
 * nobody reads a parser's message.
 */
export function readRubric(value: unknown): { rubric: Rubric } | { findings: Finding[] } {
  const parsed = rubricSchema.safeParse(value);
  if (parsed.success) return { rubric: parsed.data };
  return { findings: parsed.error.issues.map((issue) => shapeFinding(value, issue.path, issue.message)) };
}

function shapeFinding(value: unknown, rawPath: PropertyKey[], detail: string): Finding {
  const path = rawPath.map((key) => (typeof key === 'number' ? key : String(key)));
  const place = path.join('.') || '-';
  const owner = ownerOf(value, path);
  const zh = owner ? `${owner}：` : '';
  const en = owner ? `${owner}: ` : '';
  const field = String(path.at(-1) ?? '');
  if (field === 'percent' && path.includes('levels')) {
    return error(
      'levelWithoutPercent',
      path,
      `${zh}分档缺少百分比，请填 0 到 100 的数`,
      `${en}A level needs a percentage between 0 and 100`,
    );
  }
  const name = FIELD_ZH[field];
  const where = name && owner ? '' : `（位置 ${place}）`;
  return error(
    'shape',
    path,
    `${zh}“${name ?? place}”没有填或填得不对${where}，请检查`,
    `${en}${name && owner ? field : place}: ${detail}`,
  );
}

/** The indicator or dimension that the path lies in, as its writer knows it; null when it has no name yet. */
function ownerOf(value: unknown, path: Finding['path']): string | null {
  if (path[0] !== 'dimensions') return null;
  const inIndicator = path.length > 4 && path[2] === 'indicators';
  const own = path.slice(0, inIndicator ? 4 : 2).reduce<unknown>(childOf, value);
  const named = [childOf(own, 'code'), childOf(own, 'name')].filter(
    (one) => typeof one === 'string' && one !== '',
  );
  return named.length > 0 ? named.join(' ') : null;
}

const childOf = (of: unknown, key: string | number): unknown =>
  typeof of === 'object' && of !== null ? (of as Record<string | number, unknown>)[key] : undefined;
