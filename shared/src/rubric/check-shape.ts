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
  points: '得分',
  at: '阈值',
};

/**
 * Parses a rubric of unknown shape. A wrong shape comes back as findings in plain words, one per field, so that
 * nobody reads a parser's message.
 */
export function readRubric(value: unknown): { rubric: Rubric } | { findings: Finding[] } {
  const parsed = rubricSchema.safeParse(value);
  if (parsed.success) return { rubric: parsed.data };
  return { findings: parsed.error.issues.map((issue) => shapeFinding(issue.path, issue.message)) };
}

function shapeFinding(rawPath: PropertyKey[], detail: string): Finding {
  const path = rawPath.map((key) => (typeof key === 'number' ? key : String(key)));
  const field = String(path.at(-1) ?? '');
  if (field === 'percent' && path.includes('levels')) {
    return error(
      'levelWithoutPercent',
      path,
      '分档缺少百分比，请填 0 到 100 的数',
      'A level needs a percentage between 0 and 100',
    );
  }
  const place = path.join('.') || '-';
  const name = FIELD_ZH[field] ?? place;
  return error('shape', path, `“${name}”没有填或填得不对（位置 ${place}），请检查`, `${place}: ${detail}`);
}
