import { dec } from '../decimal';
import type { Words } from '../text/words';
import { metricOf, RECORDS_WORDS } from './registry';

/**
 * A figure of a unit. `value`: in percent, things, hours or points; null where there is none, which is not zero. Of a
 * rate what it was made of is kept; `tooFew`: answers there are, too few to be shown or counted.
 */
export type Figure = { value: number | null; numerator?: number; denominator?: number; tooFew?: boolean };

/** Figures of a unit by their keys. */
export type Figures = Readonly<Record<string, Figure>>;

/** A number of things. None is a figure, too. */
export const countFigure = (value: number): Figure => ({ value });

/** A share in percent. Of nothing there is no share. */
export const rateFigure = (numerator: number, denominator: number): Figure => ({
  value: denominator === 0 ? null : (numerator / denominator) * 100,
  numerator,
  denominator,
});

/** The plain values, as the scores are computed from them. */
export const figureValues = (figures: Figures): Record<string, number | null> =>
  Object.fromEntries(Object.entries(figures).map(([key, { value }]) => [key, value]));

const PLACES = 2;
const UNIT = { rate: '%', count: '', hours: '', points: '' } as const;

/** A figure in words, with what it was made of: “75%(3/4)”. */
export function figureWords(key: string, { value, numerator, denominator, tooFew }: Figure): Words {
  if (tooFew)
    return {
      zh: `样本不足（${denominator} 份），不计`,
      en: `too few answers (${denominator}), not counted`,
    };
  if (value === null) return { zh: '暂无数据', en: 'no figure yet' };
  const metric = metricOf(key);
  const made = numerator === undefined || denominator === undefined ? '' : `${numerator}/${denominator}`;
  const [zh, en] = made === '' ? ['', ''] : [`（${made}）`, ` (${made})`];
  const unit = metric ? UNIT[metric.unit] : '';
  const shown = `${dec(value).toDecimalPlaces(PLACES)}${unit}`;
  if (metric?.unit === 'hours') return { zh: `${shown} 小时`, en: `${shown} hours` };
  if (metric?.unit === 'points') return { zh: `${shown} 分`, en: `${shown} points` };
  return { zh: `${shown}${zh}`, en: `${shown}${en}` };
}

/** Where a figure comes from, in words; null for a key that nobody can source. */
export function originWords(key: string): Words | null {
  const metric = metricOf(key);
  if (!metric) return null;
  const records = RECORDS_WORDS[metric.records];
  return { zh: `${metric.measures.zh}；来自${records.zh}`, en: `${metric.measures.en}; from ${records.en}` };
}
