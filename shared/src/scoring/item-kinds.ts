import { brief, clamp, type Dec, Dec as Decimal, dec, HUNDRED, sum, ZERO } from '../decimal';
import { figureWords, metricWords } from '../metric';
import type { Indicator, ItemOf } from '../rubric';
import type { Entry, Metrics } from './entries';
import type { NoRuling, Ruling } from './item-score';
import { bestStep } from './thresholds';

type Outcome = Ruling | NoRuling;
const NOT_SCORED: NoRuling = { missing: 'notScored' };

/** Judged points, held between 0 and the maximum. */
export function judgePoints(entry: Entry, max: Dec): Outcome {
  if (entry.points === undefined) return NOT_SCORED;
  const value = clamp(dec(entry.points), ZERO, max);
  const words = {
    zh: `评 ${brief(value)} 分，满分 ${brief(max)}`,
    en: `${brief(value)} of ${brief(max)} points`,
  };
  return { value, rule: 'points', words };
}

/**
 * What is taken away, at most the maximum (扣完为止). Single deductions win over their sum, the sum over a count;
 * an empty list is a judgement: nothing to deduct.
 */
export function judgeDeduction(item: ItemOf<'deduct'>, entry: Entry, max: Dec): Outcome {
  const taken = takenAway(item, entry);
  if (!taken) return NOT_SCORED;
  const value = Decimal.min(taken.points, max);
  if (value.isZero()) {
    return { value, rule: 'deduct', words: { zh: '没有扣分', en: 'Nothing taken off' } };
  }
  const floored = taken.points.greaterThan(max);
  return {
    value,
    rule: floored ? 'deductFloor' : 'deduct',
    words: {
      zh: `${taken.zh}，共扣 ${brief(taken.points)} 分${floored ? `，扣完为止，扣 ${brief(max)} 分` : ''}`,
      en: `${taken.en}: ${brief(taken.points)} points off${floored ? `, stopped at ${brief(max)}` : ''}`,
    },
  };
}

function takenAway(item: ItemOf<'deduct'>, entry: Entry): { points: Dec; zh: string; en: string } | null {
  if (entry.deductions) {
    const times = entry.deductions.length;
    const points = sum(entry.deductions.map((deduction) => dec(deduction.points)));
    const list = (locale: 'zh' | 'en') => listed(entry.deductions ?? [], locale);
    return { points, zh: `扣分 ${times} 处${list('zh')}`, en: `${times} deduction(s)${list('en')}` };
  }
  if (entry.deducted !== undefined) return { points: dec(entry.deducted), zh: '按合计扣分', en: 'As a sum' };
  if (entry.count === undefined || item.rule.mode !== 'perMissing') return null;
  const { each } = item.rule;
  const points = dec(entry.count).times(each);
  return {
    points,
    zh: `缺 ${entry.count} 项，每项扣 ${each} 分`,
    en: `${entry.count} missing, ${each} points each`,
  };
}

/** The deductions one by one with their reasons; nothing to list where nobody gave one. */
function listed(deductions: NonNullable<Entry['deductions']>, locale: 'zh' | 'en'): string {
  if (!deductions.some(({ reason }) => reason)) return '';
  const parts = deductions.map(({ reason, points }) =>
    locale === 'zh' ? `${reason ?? '未写原因'} ${points} 分` : `${reason ?? 'no reason given'} ${points}`,
  );
  return locale === 'zh' ? `（${parts.join('；')}）` : ` (${parts.join('; ')})`;
}

/** A state's percentage of the points; with a count, the first level that the number reaches, else the last. */
export function judgeLevel(item: ItemOf<'level'>, entry: Entry, max: Dec): Outcome {
  const counted = item.countBy !== undefined && entry.count !== undefined;
  const level = counted
    ? levelByCount(item, entry.count ?? 0)
    : item.levels.find(({ code }) => code === entry.level);
  if (!level) return NOT_SCORED;
  const value = max.times(level.percent).div(HUNDRED);
  const byZh = counted ? `${item.countBy === 'met' ? '达标' : '问题'} ${entry.count} 项，` : '';
  const name = level.label ? `${level.code} 档（${level.label}）` : `${level.code} 档`;
  const nameEn = level.label ? `${level.code} (${level.label})` : level.code;
  const byEn = counted ? `${entry.count} ${item.countBy === 'met' ? 'met' : 'violation(s)'}: ` : '';
  return {
    value,
    rule: counted ? 'levelByCount' : 'level',
    words: {
      zh: `${byZh}评为 ${name}，按 ${brief(max)} 分的 ${level.percent}% 计 ${brief(value)} 分`,
      en: `${byEn}level ${nameEn}, ${level.percent} % of ${brief(max)} = ${brief(value)}`,
    },
  };
}

function levelByCount({ levels, countBy }: ItemOf<'level'>, count: number) {
  const reached = levels.find((level) => {
    if (level.count === undefined) return false;
    return countBy === 'met' ? count >= level.count : count <= level.count;
  });
  return reached ?? levels.at(-1);
}

/** A rate against thresholds. A denominator of 0 says nothing about anybody: no score. */
export function judgeRatio(item: ItemOf<'ratio'>, entry: Entry, max: Dec): Outcome {
  const { numerator, denominator } = entry;
  if (numerator === undefined || denominator === undefined || denominator === 0) return NOT_SCORED;
  const over = dec(numerator).times(HUNDRED);
  const step = bestStep(item.steps, 'atLeast', over, dec(denominator));
  const value = clamp(dec(step?.points ?? 0), ZERO, max);
  const percent = over.div(denominator).toDecimalPlaces(2).toString();
  const [reachedZh, reachedEn] = step
    ? [`达到 ${step.at}%`, `reaches ${step.at} %`]
    : ['未达任何一档', 'reaches no threshold'];
  return {
    value,
    rule: 'ratio',
    words: {
      zh: `${item.numerator ?? ''}${numerator}/${item.denominator ?? ''}${denominator}=${percent}%，${reachedZh}，得 ${brief(value)} 分`,
      en: `${named(item.numerator)}${numerator}/${named(item.denominator)}${denominator} = ${percent} %, ${reachedEn}: ${brief(value)} points`,
    },
  };
}

const named = (label: string | undefined) => (label ? `${label} ` : '');

/** A figure of the system's records; the records win over a figure written on the sheet. */
export function judgeMetric(item: ItemOf<'metric'>, entry: Entry, max: Dec, metrics: Metrics): Outcome {
  const figure = metrics[item.metric] ?? entry.value;
  if (figure === undefined) return NOT_SCORED;
  const { rule } = item;
  const earned =
    rule.mode === 'linear'
      ? linear(rule, figure, max)
      : dec(bestStep(rule.steps, rule.direction, dec(figure))?.points ?? 0);
  const value = clamp(earned, ZERO, max);
  const [name, shown] = [metricWords(item.metric), figureWords(item.metric, { value: figure })];
  const words = {
    zh: `${name.zh} ${shown.zh}，得 ${brief(value)} 分，满分 ${brief(max)}`,
    en: `${name.en} ${shown.en}: ${brief(value)} of ${brief(max)} points`,
  };
  return { value, rule: rule.mode === 'linear' ? 'metricLinear' : 'metricSteps', words };
}

function linear({ zeroAt, fullAt }: { zeroAt: number; fullAt: number }, figure: number, max: Dec): Dec {
  const span = dec(fullAt).minus(zeroAt);
  if (span.isZero()) return ZERO;
  return dec(figure).minus(zeroAt).times(max).div(span);
}

/** Points for each use, at most the indicator's maximum. An empty list is a judgement: no bonus. */
export function judgeBonus(item: ItemOf<'bonus'>, entry: Entry, max: Dec): Outcome {
  if (!entry.uses) return NOT_SCORED;
  const uses = entry.uses.flatMap(({ option, count }) => {
    const found = item.options.find(({ code }) => code === option);
    return found ? [{ name: found.label ?? found.code, count, points: dec(found.points).times(count) }] : [];
  });
  const points = sum(uses.map((use) => use.points));
  const value = Decimal.min(points, max);
  const capped = points.greaterThan(max);
  const list = uses.map((use) => `${use.name}×${use.count}`);
  return {
    value,
    rule: capped ? 'bonusCap' : 'bonus',
    words: {
      zh: `${list.join('、') || '无'}，加 ${brief(points)} 分${capped ? `，最多加 ${brief(max)} 分` : ''}`,
      en: `${list.join(', ') || 'none'}: ${brief(points)} points${capped ? `, capped at ${brief(max)}` : ''}`,
    },
  };
}

/** The rule of the indicator's kind, applied to an entry that holds a value. A veto has no points, so no rule here. */
export function judge({ item }: Indicator, entry: Entry, max: Dec, metrics: Metrics): Outcome {
  switch (item.kind) {
    case 'points':
      return judgePoints(entry, max);
    case 'deduct':
      return judgeDeduction(item, entry, max);
    case 'level':
      return judgeLevel(item, entry, max);
    case 'ratio':
      return judgeRatio(item, entry, max);
    case 'metric':
      return judgeMetric(item, entry, max, metrics);
    case 'bonus':
      return judgeBonus(item, entry, max);
    case 'veto':
      return NOT_SCORED;
  }
}
