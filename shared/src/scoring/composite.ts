import { brief, type Dec, sum, ZERO } from '../decimal';
import { type Rubric, rubricMax, SOURCE_WORDS } from '../rubric';
import type { Words } from '../text/words';
import { type CoverageCalc, joinCoverage } from './coverage';
import { type SourceCalc, weightedMean } from './source-calc';

/** The sources as one score, out of the rubric's full marks. */
export interface Composite {
  value: Dec | null;
  /** The same from plain means, nothing dropped. */
  rawMean: Dec | null;
  /** A source's score out of the rubric's full marks, by position. */
  values: (Dec | null)[];
  /** Part of the composite that a source has (0…1), by position; missing sources re-weighted away. */
  shares: Dec[];
  rule: 'composite' | 'compositeReweighted' | 'noTotal';
  words: Words;
}

/** Composite of sources: each brought to the rubric's full marks, weighted, re-weighted for missing sources. */
export function composite(rubric: Rubric, sources: readonly SourceCalc[]): Composite {
  const max = rubricMax(rubric);
  const scale = (source: SourceCalc, points: Dec) => points.times(max).div(source.max);
  const values = sources.map((source) => source.aggregate && scale(source, source.aggregate.value));
  const raws = sources.map((source) => source.aggregate && scale(source, source.aggregate.rawMean));
  const missing = sources.filter(({ aggregate }) => aggregate === null);
  const refused = missing.length > 0 && rubric.missingSource === 'noTotal';
  const weigh = (list: (Dec | null)[]) =>
    refused ? null : weightedMean(sources.map(({ weight }, at) => ({ value: list[at] ?? null, weight })));
  const value = weigh(values);
  const present = sum(sources.filter(({ aggregate }) => aggregate).map(({ weight }) => weight));
  return {
    value,
    rawMean: weigh(raws),
    values,
    shares: sources.map(({ aggregate, weight }) => (aggregate && value ? weight.div(present) : ZERO)),
    rule: value === null ? 'noTotal' : missing.length > 0 ? 'compositeReweighted' : 'composite',
    words: wordsOf(sources, values, value, present),
  };
}

function wordsOf(
  sources: readonly SourceCalc[],
  values: (Dec | null)[],
  value: Dec | null,
  present: Dec,
): Words {
  const missing = sources.filter(({ aggregate }) => aggregate === null);
  const absentZh = missing.map(({ code }) => SOURCE_WORDS[code].zh).join('、');
  const absentEn = missing.map(({ code }) => SOURCE_WORDS[code].en).join(', ');
  if (value === null) {
    return {
      zh: `缺少${absentZh || '评分'}，不产生总分`,
      en: `No total: nothing from ${absentEn || 'any source'}`,
    };
  }
  const term = (locale: keyof Words) =>
    sources
      .flatMap(({ code, weight }, at) => {
        const points = values[at];
        return points ? [`${SOURCE_WORDS[code][locale]} ${brief(points)}×${brief(weight)}`] : [];
      })
      .join(' + ');
  return {
    zh: `(${term('zh')})÷${brief(present)}=${brief(value)}${absentZh ? `；缺少${absentZh}，权重按其余来源重新分配` : ''}`,
    en: `(${term('en')}) ÷ ${brief(present)} = ${brief(value)}${absentEn ? `; nothing from ${absentEn}, re-weighted` : ''}`,
  };
}

/**
 * Coverage of a unit, in percent of weight: each source counts with its weight whatever number of sheets it has,
 * and a source without any sheet counts as not covered.
 */
export function unitCoverage(sources: readonly SourceCalc[]): CoverageCalc {
  const parts = sources.map(({ coverage, weight, sheets }) => {
    if (sheets.length === 0) return { cover: { scored: ZERO, possible: weight, missing: {} } };
    if (coverage.possible.isZero()) return { cover: coverage };
    const scored = coverage.scored.times(weight).div(coverage.possible);
    return { cover: { scored, possible: weight, missing: coverage.missing } };
  });
  return joinCoverage(parts);
}
