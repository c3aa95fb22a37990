import { brief, type Dec, exact, shown, sum, ZERO } from '../decimal';
import { dimensionMax, type Rubric, rubricMax, SOURCE_WORDS } from '../rubric';
import { coverItems, joinCoverage, showCoverage } from './coverage';
import { dimensionMean, indicatorMean } from './dimension-totals';
import type { ExplainNode } from './explain-node';
import { evaluatorLabel, explainEntry } from './explain-sheet';
import type { ItemCalc } from './item-score';
import { type DimensionCalc, isCounted, reweightedBy } from './sheet-calc';
import type { SourceCalc, SourceSheet } from './source-calc';
import {
  dimensionRule,
  dimensionWords,
  indicatorWords,
  keptWords,
  missingRule,
  sheetWords,
} from './source-words';

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
    // Without a sheet there is nothing below that would not say the same again.
    children:
      source.sheets.length === 0 ? [] : [explainSheets(context), ...explainDimensions(context, perPoint)],
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
    words: sheetWords(calc, keep),
    ...(total === null ? { missing: sheet.missing ?? ('notScored' as const) } : {}),
    coverage: showCoverage(coverage),
    ...(sheet.comment ? { comment: sheet.comment } : {}),
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
  const items = parts.flatMap(({ part }) => part.items.filter(isCounted));
  const cover = joinCoverage(parts.map(({ part }) => ({ cover: coverItems(part.items.filter(isCounted)) })));
  const weighed = joinCoverage(parts.map(({ part }) => ({ cover: coverItems(reweightedBy(part.items)) })));
  return {
    kind: 'dimension',
    key: code,
    label: { zh: name, en: name },
    value: value && exact(value),
    shown: value && shown(value, rubric.digits),
    max: dimension ? exact(dimensionMax(dimension, source.code)) : '0',
    ...(value ? { contributes: exact(points.times(perPoint)) } : {}),
    rule: value ? dimensionRule(weighed, dimension?.base) : missingRule(items),
    words: dimensionWords(
      value,
      weighed,
      items,
      dimension && { base: dimension.base, max: dimensionMax(dimension, source.code) },
    ),
    ...(value ? {} : { missing: 'notScored' as const }),
    coverage: showCoverage(cover),
    children: explainIndicators(rubric, source, parts, perPoint),
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
      rule: value ? 'mean' : missingRule(leaves.map(({ item }) => item)),
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

function contribution(
  item: ItemCalc,
  part: DimensionCalc,
  { calc, keep }: SourceSheet,
  perPoint: Dec,
): Dec | null {
  if (item.role !== 'regular' || item.value === null) return null;
  return item.value.times(part.factor).times(calc.factor).times(keep).times(perPoint);
}
