import { metricOf, metricWords } from '../../metric';
import type { Item, Step } from '../item-kinds';
import { type Pair, writePairs } from './notation';
import { TAKEN_FROM_ZH } from './read-deduct';
import { COUNTED_ZH } from './read-options';

/** An item's options in the notation of the 选项 column, as `readOptions` reads it. */
export function writeOptions(item: Item): string {
  return writePairs(pairsOf(item));
}

function pairsOf(item: Item): Pair[] {
  switch (item.kind) {
    case 'points':
      return [];
    case 'deduct': {
      const from = item.from === 'item' ? [] : [{ key: '扣自', value: TAKEN_FROM_ZH[item.from] }];
      const { rule } = item;
      const how =
        rule.mode === 'judged'
          ? { key: '每次', value: `${rule.min}-${rule.max}` }
          : { key: '每缺', value: String(rule.each) };
      return [how, ...from];
    }
    case 'level':
      return [
        ...(item.countBy ? [{ key: '计数', value: COUNTED_ZH[item.countBy] }] : []),
        ...item.levels.map(({ code, label, percent, count }) => ({
          key: code,
          ...(label ? { label } : {}),
          value: `${percent}%${count === undefined ? '' : `@${count}`}`,
        })),
      ];
    case 'ratio':
      return [
        ...(item.numerator ? [{ key: '分子', value: item.numerator }] : []),
        ...(item.denominator ? [{ key: '分母', value: item.denominator }] : []),
        ...stepPairs(item.steps, '≥', '%'),
      ];
    case 'metric': {
      const { rule } = item;
      const how =
        rule.mode === 'linear'
          ? [{ key: '线性', value: `${rule.zeroAt}~${rule.fullAt}` }]
          : stepPairs(
              rule.steps,
              rule.direction === 'atLeast' ? '≥' : '≤',
              metricOf(item.metric)?.unit === 'rate' ? '%' : '',
            );
      return [{ key: '取数', value: metricWords(item.metric).zh }, ...how];
    }
    case 'bonus':
      return item.options.map(({ code, label, points }) => ({
        key: code,
        ...(label ? { label } : {}),
        value: String(points),
      }));
    case 'veto':
      if (item.effect === 'zero') return [{ key: '后果', value: '零分' }];
      return item.band ? [{ key: '等次', value: item.band }] : [];
  }
}

function stepPairs(steps: readonly Step[], sign: string, unit: string): Pair[] {
  return steps.map(({ at, points }) => ({ key: `${sign}${at}${unit}`, value: String(points) }));
}
