import { brief, type Dec, ZERO } from '../decimal';
import type { Words } from '../text/words';
import type { CoverageCalc } from './coverage';
import type { ItemCalc } from './item-score';
import { NO_FIGURE_WORDS } from './missing';
import type { SourceSheet } from './source-calc';

/** What a whole sheet gives, and whether it is dropped as the highest or lowest. */
export function sheetWords(calc: SourceSheet['calc'], keep: Dec) {
  const { total } = calc;
  if (total === null) return { zh: '没有评分，不参加平均', en: 'No score, not in the mean' };
  const points = totalWords(calc, total);
  if (keep.equals(1)) return points;
  if (keep.isZero())
    return { zh: `${points.zh}；最高或最低，去掉`, en: `${points.en}; highest or lowest, dropped` };
  return {
    zh: `${points.zh}；与其他评分相同，去掉的名额平摊，计 ${brief(keep)} 份`,
    en: `${points.en}; equal to others, which share what is dropped: counts ${brief(keep)}`,
  };
}

/** A sheet's total, with what was made of it where something is missing. */
function totalWords({ factor, max, dimensions }: SourceSheet['calc'], total: Dec) {
  const [points, full] = [brief(total), brief(max)];
  if (!factor.equals(1)) {
    const [own, of] = [brief(total.div(factor)), brief(max.div(factor))];
    return {
      zh: `评过的维度满分 ${of}，得 ${own} 分，折算到满分 ${full} 为 ${points} 分`,
      en: `${own} of the ${of} points of the dimensions that are scored, brought to ${full}: ${points}`,
    };
  }
  const partly = dimensions.some((dimension) => !dimension.factor.equals(1));
  return {
    zh: `${points} 分，满分 ${full}${partly ? '，缺项已在各维度内折算' : ''}`,
    en: `${points} of ${full}${partly ? ', what is missing re-weighted within its dimension' : ''}`,
  };
}

/** Whether there is nothing but system figures that are not there yet. */
const waitsForFigures = (items: readonly ItemCalc[]): boolean =>
  items.length > 0 && items.every(({ rule }) => rule === 'noFigure');

/** The rule of a number that is not there. */
export const missingRule = (items: readonly ItemCalc[]): string =>
  waitsForFigures(items) ? 'noFigure' : 'missing';

const missingWords = (items: readonly ItemCalc[]): Words =>
  waitsForFigures(items) ? NO_FIGURE_WORDS : { zh: '没有评分', en: 'No score' };

const hasMissing = ({ missing }: CoverageCalc): boolean => Object.keys(missing).length > 0;

export function dimensionRule(cover: CoverageCalc, base: number | undefined): string {
  if (base !== undefined) return hasMissing(cover) ? 'baseReweighted' : 'base';
  return hasMissing(cover) ? 'sumReweighted' : 'sum';
}

export function dimensionWords(
  value: Dec | null,
  cover: CoverageCalc,
  items: readonly ItemCalc[],
  { base, max }: { base?: number | undefined; max: Dec } = { max: ZERO },
) {
  if (!value) return missingWords(items);
  const gapZh = hasMissing(cover) ? `，有缺项，按评过的分值折算到满分 ${brief(max)}` : '';
  const gapEn = hasMissing(cover) ? `, something is missing: what is scored is brought to ${brief(max)}` : '';
  return base === undefined
    ? { zh: `各指标相加：${brief(value)}${gapZh}`, en: `Sum of the indicators: ${brief(value)}${gapEn}` }
    : {
        zh: `起评分 ${base}，扣后（扣完为止）${brief(value)}${gapZh}`,
        en: `Base ${base} less deductions, not below 0: ${brief(value)}${gapEn}`,
      };
}

/** The mean of an indicator, over the sheets that are kept: those dropped as highest or lowest are not in it. */
export function indicatorWords(value: Dec | null, leaves: readonly { item: ItemCalc; keep: Dec }[]) {
  if (!value) return missingWords(leaves.map(({ item }) => item));
  const scored = leaves.filter(({ item }) => item.value !== null);
  const kept = scored.filter(({ keep }) => keep.greaterThan(0));
  const dropped = scored.length - kept.length;
  const shared = kept.some(({ keep }) => !keep.equals(1));
  const zh = [
    ...(shared ? ['按各份计入的份数加权'] : []),
    ...(dropped > 0 ? [`另 ${dropped} 份因总分最高或最低不计入`] : []),
  ];
  const en = [
    ...(shared ? ['weighted by how much of each is kept'] : []),
    ...(dropped > 0 ? [`${dropped} more dropped for the highest or lowest total`] : []),
  ];
  return {
    zh: `${kept.length} 份评分的平均：${brief(value)}${zh.length > 0 ? `（${zh.join('，')}）` : ''}`,
    en: `Mean of ${kept.length} sheet(s): ${brief(value)}${en.length > 0 ? ` (${en.join(', ')})` : ''}`,
  };
}

/** What one evaluator gave, and that it is not in the mean where the sheet is dropped. */
export function keptWords({ value, words }: ItemCalc, { keep }: SourceSheet) {
  if (value === null || !keep.isZero()) return words;
  return {
    zh: `${words.zh}；这份评分总分最高或最低，不计入`,
    en: `${words.en}; this sheet is dropped for its highest or lowest total`,
  };
}
