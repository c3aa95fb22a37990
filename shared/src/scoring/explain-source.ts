import { brief, type Dec, exact, shown, sum, ZERO } from '../decimal';
import { dimensionMax, type Rubric, rubricMax, SOURCE_WORDS } from '../rubric';
import { type CoverageCalc, coverItems, joinCoverage, showCoverage } from './coverage';
import { dimensionMean, indicatorMean } from './dimension-totals';
import type { ExplainNode } from './explain-node';
import { evaluatorLabel, explainEntry } from './explain-sheet';
import type { ItemCalc } from './item-score';
import { NO_FIGURE_WORDS } from './missing';
import { type DimensionCalc, isCounted } from './sheet-calc';
import type { SourceCalc, SourceSheet } from './source-calc';

interface Context {
  rubric: Rubric;
  source: SourceCalc;
  /** The source's score out of the rubric's full marks. */
  value: Dec | null;
  /** Its part of the composite, 0…1. */
  share: Dec | undefined;
}

/** A source: its sheets' totals, then its dimensions down to the entries. */
export function explainSource(context: Context): ExplainNode {
  const { rubric, source, value, share = ZERO } = context;
  const perPoint = contributionPerPoint(context);
  const aggregate = source.aggregate;
  return {
    kind: 'source',
    key: source.code,
    label: SOURCE_WORDS[source.code],
    value: value && exact(value),
    shown: value && shown(value, rubric.digits),
    max: exact(rubricMax(rubric)),
    weight: exact(source.weight),
    ...(value ? { contributes: exact(value.times(share)) } : {}),
    rule: aggregate?.rule ?? 'missing',
    words: sourceWords(context),
    ...(aggregate ? {} : { missing: 'notScored' as const }),
    coverage: showCoverage(source.coverage),
    children: [explainSheets(context), ...explainDimensions(context, perPoint)],
  };
}

function sourceWords({ rubric, source, value }: Context) {
  const { aggregate, max } = source;
  if (!aggregate || !value) return { zh: '没有评分', en: 'No score' };
  const full = rubricMax(rubric);
  if (max.equals(full)) return aggregate.words;
  return {
    zh: `${aggregate.words.zh}；满分 ${brief(max)} 折算为 ${brief(full)}：${brief(value)}`,
    en: `${aggregate.words.en}; out of ${brief(max)}, brought to ${brief(full)}: ${brief(value)}`,
  };
}

/** Points of the composite for one point of a sheet that is fully kept: the same for all sheets of a source. */
function contributionPerPoint({ rubric, source, share = ZERO }: Context): Dec {
  const kept = sum(source.sheets.map(({ keep }) => keep));
  if (kept.isZero()) return ZERO;
  return share.times(rubricMax(rubric)).div(source.max).div(kept);
}

function explainSheets({ rubric, source }: Context): ExplainNode {
  const aggregate = source.aggregate;
  return {
    kind: 'sheets',
    key: 'sheets',
    label: { zh: '各份评分', en: 'Sheets' },
    value: aggregate && exact(aggregate.value),
    shown: aggregate && shown(aggregate.value, rubric.digits),
    max: exact(source.max),
    rule: aggregate?.rule ?? 'missing',
    words: aggregate?.words ?? { zh: '没有评分', en: 'No score' },
    children: source.sheets.map((sheet) => explainSheetTotal(rubric, sheet)),
  };
}

function explainSheetTotal(rubric: Rubric, { calc, keep }: SourceSheet): ExplainNode {
  const { total, max, sheet, coverage } = calc;
  const dropped = total !== null && keep.isZero();
  return {
    kind: 'sheetTotal',
    key: sheet.id,
    label: evaluatorLabel(sheet),
    value: total && exact(total),
    shown: total && shown(total, rubric.digits),
    max: exact(max),
    weight: exact(keep),
    rule: total === null ? 'missing' : dropped ? 'dropped' : keep.equals(1) ? 'kept' : 'partlyDropped',
    words: sheetWords(total, max, keep),
    ...(total === null ? { missing: sheet.missing ?? ('notScored' as const) } : {}),
    coverage: showCoverage(coverage),
    ...(sheet.comment ? { comment: sheet.comment } : {}),
  };
}

function sheetWords(total: Dec | null, max: Dec, keep: Dec) {
  if (total === null) return { zh: '没有评分，不参加平均', en: 'No score, not in the mean' };
  const points = { zh: `${brief(total)} 分，满分 ${brief(max)}`, en: `${brief(total)} of ${brief(max)}` };
  if (keep.equals(1)) return points;
  if (keep.isZero())
    return { zh: `${points.zh}；最高或最低，去掉`, en: `${points.en}; highest or lowest, dropped` };
  return {
    zh: `${points.zh}；与其他评分相同，去掉的名额平摊，计 ${brief(keep)} 份`,
    en: `${points.en}; equal to others, which share what is dropped: counts ${brief(keep)}`,
  };
}

function explainDimensions(context: Context, perPoint: Dec): ExplainNode[] {
  const { rubric, source } = context;
  return rubric.dimensions
    .filter((dimension) => !dimensionMax(dimension, source.code).isZero())
    .map((dimension) => explainDimension(context, dimension.code, perPoint));
}

function explainDimension({ rubric, source }: Context, code: string, perPoint: Dec): ExplainNode {
  const parts = source.sheets.flatMap((sheet) => {
    const part = sheet.calc.dimensions.find(({ dimension }) => dimension.code === code);
    return part ? [{ sheet, part }] : [];
  });
  const dimension = rubric.dimensions.find((candidate) => candidate.code === code);
  const name = dimension?.name ?? code;
  const value = dimensionMean(source, code);
  const points = sum(
    parts.map(({ sheet, part }) => (part.value ?? ZERO).times(sheet.calc.factor).times(sheet.keep)),
  );
  const cover = joinCoverage(parts.map(({ part }) => ({ cover: coverItems(part.items.filter(isCounted)) })));
  return {
    kind: 'dimension',
    key: code,
    label: { zh: name, en: name },
    value: value && exact(value),
    shown: value && shown(value, rubric.digits),
    max: dimension ? exact(dimensionMax(dimension, source.code)) : '0',
    ...(value ? { contributes: exact(points.times(perPoint)) } : {}),
    rule: value ? dimensionRule(cover, dimension?.base) : 'missing',
    words: dimensionWords(
      value,
      cover,
      dimension && { base: dimension.base, max: dimensionMax(dimension, source.code) },
    ),
    ...(value ? {} : { missing: 'notScored' as const }),
    coverage: showCoverage(cover),
    children: explainIndicators(rubric, source, parts, perPoint),
  };
}

const hasMissing = ({ missing }: CoverageCalc): boolean => Object.keys(missing).length > 0;

function dimensionRule(cover: CoverageCalc, base: number | undefined): string {
  if (base !== undefined) return hasMissing(cover) ? 'baseReweighted' : 'base';
  return hasMissing(cover) ? 'sumReweighted' : 'sum';
}

function dimensionWords(
  value: Dec | null,
  cover: CoverageCalc,
  { base, max }: { base?: number | undefined; max: Dec } = { max: ZERO },
) {
  if (!value) return { zh: '没有评分', en: 'No score' };
  const gapZh = hasMissing(cover) ? `，有缺项，按评过的分值折算到满分 ${brief(max)}` : '';
  const gapEn = hasMissing(cover) ? `, something is missing: what is scored is brought to ${brief(max)}` : '';
  return base === undefined
    ? { zh: `各指标相加：${brief(value)}${gapZh}`, en: `Sum of the indicators: ${brief(value)}${gapEn}` }
    : {
        zh: `起评分 ${base}，扣后（扣完为止）${brief(value)}${gapZh}`,
        en: `Base ${base} less deductions, not below 0: ${brief(value)}${gapEn}`,
      };
}

type Part = { sheet: SourceSheet; part: DimensionCalc };

function explainIndicators(rubric: Rubric, source: SourceCalc, parts: Part[], perPoint: Dec): ExplainNode[] {
  const items = parts[0]?.part.items.filter(isCounted) ?? [];
  return items.map(({ code, max, role }) => {
    const value = indicatorMean(source, code);
    const leaves = parts.flatMap(({ sheet, part }) =>
      part.items
        .filter((item) => item.code === code)
        .map((item) => ({ item, sheet, points: contribution(item, part, sheet, perPoint) })),
    );
    const name =
      rubric.dimensions.flatMap(({ indicators }) => indicators).find((one) => one.code === code)?.name ??
      code;
    return {
      kind: 'indicator' as const,
      key: code,
      label: { zh: name, en: name },
      value: value && exact(value),
      shown: value && shown(value, rubric.digits),
      max: exact(max),
      // A floor lies between a deduction and its dimension, so its share of the total cannot be told apart.
      ...(value && role === 'regular'
        ? { contributes: exact(sum(leaves.map(({ points }) => points ?? ZERO))) }
        : {}),
      rule: value ? 'mean' : 'missing',
      words: indicatorWords(
        value,
        leaves.map(({ item, sheet }) => ({ item, keep: sheet.keep })),
      ),
      ...(value ? {} : { missing: leaves[0]?.item.missing ?? ('notScored' as const) }),
      children: leaves.map(({ item, sheet, points }) => ({
        ...explainEntry(item, sheet, rubric.digits, points),
        words: keptWords(item, sheet),
      })),
    };
  });
}

/** The mean of an indicator, over the sheets that are kept: those dropped as highest or lowest are not in it. */
function indicatorWords(value: Dec | null, leaves: readonly { item: ItemCalc; keep: Dec }[]) {
  if (!value) {
    const waits = leaves.length > 0 && leaves.every(({ item }) => item.rule === 'noFigure');
    return waits ? NO_FIGURE_WORDS : { zh: '没有评分', en: 'No score' };
  }
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
function keptWords({ value, words }: ItemCalc, { keep }: SourceSheet) {
  if (value === null || !keep.isZero()) return words;
  return {
    zh: `${words.zh}；这份评分总分最高或最低，不计入`,
    en: `${words.en}; this sheet is dropped for its highest or lowest total`,
  };
}

function contribution(
  item: ItemCalc,
  part: DimensionCalc,
  { calc, keep }: SourceSheet,
  perPoint: Dec,
): Dec | null {
  if (item.role !== 'regular' || item.value === null) return null;
  return item.value.times(part.factor).times(calc.factor).times(keep).times(perPoint);
}
