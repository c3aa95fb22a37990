import { type Indicator, indicatorsOf, judges, type Rubric, type SourceCode } from '@jiedui/shared/rubric';
import type { Entries, Entry } from '@jiedui/shared/scoring';
import type { Random } from './random';

/** How an evaluator looks at things: `severity` (about −0.1 … 0.1) shifts what is given. */
export type Judge = { severity: number };

/** A finished sheet on a unit of that diligence (0–1), with words where points were lost. */
export function inventEntries(
  random: Random,
  rubric: Rubric,
  source: SourceCode,
  diligence: number,
  { severity }: Judge,
): Entries {
  const quality = Math.min(1, Math.max(0.2, diligence - severity + (random.next() - 0.5) * 0.14));
  return Object.fromEntries(
    indicatorsOf(rubric)
      .filter(({ indicator }) => judges(source, indicator))
      .map(({ indicator }) => [indicator.code, entryFor(random, indicator, quality)] as const)
      .filter(([, entry]) => Object.keys(entry).length > 0),
  );
}

/** A sheet that somebody has begun: the first indicators only. */
export function beginEntries(entries: Entries, share: number): Entries {
  const all = Object.entries(entries);
  return Object.fromEntries(all.slice(0, Math.max(1, Math.floor(all.length * share))));
}

const LOST = [
  '台账有缺页,已请单位补交。',
  '个别月份没有安排,情况说明不充分。',
  '照片重复使用,提醒后已更正。',
  '现场指引人员不足。',
];

const PRAISE = ['资料齐全,条理清楚。', '群众反映好。', '与站点配合默契。'];

function entryFor(random: Random, { item, maxPoints }: Indicator, quality: number): Entry {
  switch (item.kind) {
    case 'points': {
      const points = Math.round(maxPoints * quality * 2) / 2;
      return { points, ...remark(random, points < maxPoints * 0.75) };
    }
    case 'deduct':
      if (item.from === 'total') return negativeList(random, quality);
      return item.rule.mode === 'perMissing'
        ? { count: Math.round((1 - quality) * 12), ...remark(random, quality < 0.7) }
        : deductions(random, item.rule, quality);
    case 'level': {
      const at = Math.min(item.levels.length - 1, Math.floor((1 - quality) * 4));
      if (item.countBy) return { count: item.levels[at]?.count ?? 0 };
      return { level: item.levels[at]?.code };
    }
    case 'ratio': {
      const denominator = random.between(30, 60);
      return { numerator: Math.round(denominator * Math.min(1, 0.62 + 0.4 * quality)), denominator };
    }
    case 'metric':
      // The system's, not the evaluator's.
      return {};
    case 'bonus':
      return random.chance(0.15) ? { uses: [{ option: item.options.at(-1)?.code ?? '', count: 1 }] } : {};
    case 'veto':
      return {};
  }
}

function deductions(random: Random, rule: { min: number; max: number }, quality: number): Entry {
  const times = Math.round((1 - quality) * 4);
  return {
    deductions: Array.from({ length: times }, () => ({
      points: random.between(rule.min, Math.min(rule.max, rule.min + 2)),
      reason: random.pick(['场内有烟头、纸屑', '签到不完整', '无专人携带药箱', '横幅信息不全']),
    })),
  };
}

/** Seldom, and only where the work is poor, something is taken from the total. */
function negativeList(random: Random, quality: number): Entry {
  if (!random.chance(Math.max(0, 0.6 - quality))) return {};
  return { deductions: [{ points: 2, reason: '群众投诉活动扰民,经查属实。' }] };
}

function remark(random: Random, poor: boolean): Pick<Entry, 'comment'> {
  if (poor) return { comment: random.pick(LOST) };
  return random.chance(0.15) ? { comment: random.pick(PRAISE) } : {};
}

/** The words at the end of a sheet. */
export function overallComment(random: Random, diligence: number): string {
  if (diligence >= 0.85) return random.pick(['工作扎实,活动经常,群众认可。', '组织有力,值得推广。']);
  if (diligence >= 0.65) return random.pick(['总体较好,报送还可以更及时。', '活动有特色,但频次不够均衡。']);
  return random.pick(['集中活动周多次缺席,需要督促。', '重视不够,建议约谈联系人。']);
}
