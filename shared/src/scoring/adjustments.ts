import { brief, type Dec, Dec as Decimal, dec, sum, ZERO } from '../decimal';
import { type Indicator, indicatorsOf, type Rubric, roleOf } from '../rubric';
import type { Words } from '../text/words';
import { type SourceCalc, weightedMean } from './source-calc';
import { mean } from './trimmed-mean';

/** A bonus or penalty indicator over all sheets: points ≥ 0 for a bonus, ≤ 0 for a penalty, null: nobody said. */
export interface AdjustmentItem {
  indicator: Indicator;
  value: Dec | null;
}

/** All bonus, or all penalty, of a unit. `value` ≥ 0, cap applied. */
export interface Adjustment {
  value: Dec;
  items: AdjustmentItem[];
  rule: 'none' | 'sum' | 'capped';
  words: Words;
}

/**
 * Sums up the bonus or the penalty indicators. Within a source the plain mean of the sheets that say something
 * (facts are not dropped as high or low), over the sources by weight, then the rubric's cap on the sum.
 */
export function adjustment(
  rubric: Rubric,
  sources: readonly SourceCalc[],
  role: 'bonus' | 'penalty',
): Adjustment {
  const items = indicatorsOf(rubric)
    .filter(({ indicator }) => roleOf(indicator) === role)
    .map(({ indicator }) => ({ indicator, value: overSources(sources, indicator.code) }));
  const total = sum(items.map(({ value }) => value ?? ZERO)).abs();
  const cap = role === 'bonus' ? rubric.bonusCap : rubric.penaltyCap;
  const capped = cap !== undefined && total.greaterThan(cap);
  const value = capped ? dec(cap) : total;
  const rule = capped ? 'capped' : total.isZero() ? 'none' : 'sum';
  return { value, items, rule, words: wordsOf(role, total, capped ? value : null) };
}

function wordsOf(role: 'bonus' | 'penalty', total: Dec, cap: Dec | null): Words {
  const [zh, en] = role === 'bonus' ? ['加分', 'Bonus'] : ['总分扣分', 'Penalty'];
  return {
    zh: `${zh}合计 ${brief(total)}${cap ? `，上限 ${brief(cap)}，计 ${brief(cap)}` : ''}`,
    en: `${en} ${brief(total)}${cap ? `, limited to ${brief(cap)}` : ''}`,
  };
}

function overSources(sources: readonly SourceCalc[], code: string): Dec | null {
  return weightedMean(
    sources.map((source) => ({
      value: mean(saidOf(source, code).map(({ value }) => value)),
      weight: source.weight,
    })),
  );
}

/** What the sheets of a source say about an indicator outside the composite. */
export function saidOf({ sheets }: SourceCalc, code: string): { sheetId: string; value: Dec }[] {
  return sheets.flatMap(({ calc }) => {
    const item = calc.items.get(code);
    return item?.value ? [{ sheetId: calc.sheet.id, value: item.value }] : [];
  });
}

/** The composite with bonus and penalty, between 0 and the cap. Which limit held is said in `rule`. */
export function applyAdjustments(
  composite: Dec,
  bonus: Dec,
  penalty: Dec,
  cap: number | undefined,
): { value: Dec; rule: 'sum' | 'floor' | 'cap' } {
  const total = composite.plus(bonus).minus(penalty);
  if (total.isNegative()) return { value: ZERO, rule: 'floor' };
  if (cap !== undefined && total.greaterThan(cap)) return { value: Decimal.min(total, cap), rule: 'cap' };
  return { value: total, rule: 'sum' };
}
