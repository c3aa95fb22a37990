import { brief, dec, sum } from '../decimal';
import { checkIndicator } from './check-items';
import { checkRealPoints } from './check-real-points';
import { readRubric } from './check-shape';
import { error, type Finding, repeated, warning } from './finding';
import { dimensionMax, rubricMax } from './maxima';
import type { Band } from './policy';
import type { Rubric } from './schema';
import { SOURCE_WORDS } from './sources';
import { indicatorsOf, roleOf } from './walk';

/**
 * Everything wrong or unusual in a rubric, in plain words. Takes an unknown value, so a half-written rubric can be
 * checked too: a wrong shape gives findings about the shape only. No finding of severity `error` means usable.
 */
export function checkRubric(value: unknown): Finding[] {
  const read = readRubric(value);
  if ('findings' in read) return read.findings;
  const { rubric } = read;
  return [
    ...checkCodes(rubric),
    ...checkDimensions(rubric),
    ...checkWeights(rubric),
    ...checkRealPoints(rubric),
    ...checkTotals(rubric),
    ...checkBands(rubric.bands, ['bands']),
    ...Object.entries(rubric.bandsByClass).flatMap(([unitClass, bands]) =>
      checkBands(bands, ['bandsByClass', unitClass]),
    ),
    ...checkTieBreaks(rubric),
  ];
}

function checkCodes(rubric: Rubric): Finding[] {
  const dimensions = rubric.dimensions.map(({ code }, d) => ({ code, path: ['dimensions', d, 'code'] }));
  const indicators = rubric.dimensions.flatMap((dimension, d) =>
    dimension.indicators.map(({ code }, i) => ({ code, path: ['dimensions', d, 'indicators', i, 'code'] })),
  );
  return [
    ...twice(dimensions).map(({ code, path }) =>
      error('duplicateDimension', path, `维度编码 ${code} 重复`, `Dimension code ${code} stands twice`),
    ),
    ...twice(indicators).map(({ code, path }) =>
      error('duplicateIndicator', path, `指标编码 ${code} 重复`, `Indicator code ${code} stands twice`),
    ),
  ];
}

/** For each code that stands more than once its last place: that one is likely the newer. */
function twice<T extends { code: string }>(places: readonly T[]): T[] {
  const last = new Map(places.map((one) => [one.code, one]));
  return repeated(places.map(({ code }) => code)).flatMap((code) => last.get(code) ?? []);
}

function checkDimensions(rubric: Rubric): Finding[] {
  if (indicatorsOf(rubric).length === 0) {
    return [
      error('noIndicators', ['dimensions'], '还没有指标，请至少加一项', 'There is no indicator yet; add one'),
    ];
  }
  return rubric.dimensions.flatMap((dimension, d) => {
    const path = ['dimensions', d];
    const findings = dimension.indicators.flatMap((indicator, i) =>
      checkIndicator(rubric, dimension, indicator, [...path, 'indicators', i]),
    );
    if (
      dimension.base !== undefined &&
      !dimension.indicators.some((indicator) => roleOf(indicator) === 'pool')
    ) {
      findings.push(
        error(
          'baseUnused',
          [...path, 'base'],
          `“${dimension.name}”有起评分，但没有从中扣分的指标`,
          `${dimension.code} has base points, but no indicator takes from them`,
        ),
      );
    }
    return findings;
  });
}

function checkWeights(rubric: Rubric): Finding[] {
  const findings = repeated(rubric.sources.map(({ code }) => code)).map((code) =>
    error(
      'duplicateSource',
      ['sources'],
      `评价主体“${SOURCE_WORDS[code].zh}”重复`,
      `Source ${code} stands twice`,
    ),
  );
  const total = sum(rubric.sources.map(({ weight }) => dec(weight)));
  if (!total.equals(100)) {
    findings.push(
      error(
        'weightsNot100',
        ['sources'],
        `权重合计 ${brief(total)}，应为 100`,
        `The weights add up to ${brief(total)}, not 100`,
      ),
    );
  }
  rubric.sources.forEach(({ code }, at) => {
    if (!rubricMax(rubric, code).isZero()) return;
    findings.push(
      error(
        'sourceJudgesNothing',
        ['sources', at],
        `“${SOURCE_WORDS[code].zh}”有权重，但没有可评的指标`,
        `Source ${code} has a weight, but no indicator to judge`,
      ),
    );
  });
  return findings;
}

function checkTotals(rubric: Rubric): Finding[] {
  const findings: Finding[] = [];
  const max = rubricMax(rubric);
  if (!max.equals(100)) {
    const parts = rubric.dimensions
      .map((dimension) => `${dimension.name} ${brief(dimensionMax(dimension))}`)
      .join('、');
    findings.push(
      warning(
        'maxNot100',
        ['dimensions'],
        `满分合计 ${brief(max)}，不是 100(${parts})`,
        `The points add up to ${brief(max)}, not 100`,
      ),
    );
  }
  if (rubric.cap !== undefined && max.greaterThan(rubric.cap)) {
    findings.push(
      warning(
        'capBelowMax',
        ['cap'],
        `封顶分 ${rubric.cap} 低于满分 ${brief(max)}`,
        `The cap ${rubric.cap} is below the full marks ${brief(max)}`,
      ),
    );
  }
  if (rubric.minRaters > 0 && rubric.sources.every(({ code }) => code === 'self')) {
    findings.push(
      warning(
        'onlySelf',
        ['minRaters'],
        '只有自评，自评不算评价人数，不会产生排名',
        'Only the units judge themselves, which counts as no rater: nobody will be ranked',
      ),
    );
  }
  return findings;
}

function checkBands(bands: Band[], path: Finding['path']): Finding[] {
  const findings = repeated(bands.map(({ code }) => code)).map((code) =>
    error('duplicateBand', path, `等次 ${code} 重复`, `Band ${code} stands twice`),
  );
  const last = bands.at(-1);
  if (!last) return findings;
  if (bands.some(({ min }, at) => min >= (bands[at - 1]?.min ?? Number.POSITIVE_INFINITY))) {
    findings.push(
      error(
        'bandsNotOrdered',
        path,
        '等次应从高到低排列，分数线不能相同',
        'Bands must go from high to low without equal limits',
      ),
    );
  }
  if (last.min > 0) {
    findings.push(
      error(
        'bandsWithGap',
        path,
        `低于 ${last.min} 分没有等次，最后一档的分数线应为 0`,
        `Below ${last.min} there is no band; the last limit must be 0`,
      ),
    );
  }
  if (last.quota) {
    findings.push(
      error(
        'lastBandQuota',
        path,
        '最后一档不能设名额，超出的单位无处可放',
        'The last band cannot have a quota: there is no band below it',
      ),
    );
  }
  return findings;
}

function checkTieBreaks(rubric: Rubric): Finding[] {
  const known = new Set<string>([
    ...rubric.dimensions.map(({ code }) => `dimension:${code}`),
    ...indicatorsOf(rubric).map(({ indicator }) => `indicator:${indicator.code}`),
    ...rubric.sources.map(({ code }) => `source:${code}`),
  ]);
  const unknown = rubric.tieBreaks.filter((key) => key.includes(':') && !known.has(key));
  return [
    ...unknown.map((key) =>
      error(
        'tieBreakUnknown',
        ['tieBreaks'],
        `并列区分项 ${key} 在评价体系中不存在`,
        `Tie-break ${key} does not exist in the rubric`,
      ),
    ),
    ...repeated(rubric.tieBreaks).map((key) =>
      warning('tieBreakTwice', ['tieBreaks'], `并列区分项 ${key} 重复`, `Tie-break ${key} stands twice`),
    ),
  ];
}
