import { dec } from '../decimal';
import { isMetric } from '../metric';
import { error, type Finding, repeated, warning } from './finding';
import type { ItemOf, Step } from './item-kinds';
import type { Dimension, Indicator, Rubric } from './schema';
import { roleOf } from './walk';

type Path = Finding['path'];

/** Findings about one indicator by itself; `path` is the indicator's place in the rubric. */
export function checkIndicator(
  rubric: Rubric,
  dimension: Dimension,
  indicator: Indicator,
  path: Path,
): Finding[] {
  return [
    ...checkPoints(indicator, path),
    ...checkSources(rubric, indicator, path),
    ...checkItem(rubric, dimension, indicator, [...path, 'item']),
  ];
}

function checkPoints({ code, item, maxPoints }: Indicator, path: Path): Finding[] {
  if (item.kind === 'veto') {
    if (maxPoints === 0) return [];
    return [
      warning(
        'vetoWithPoints',
        [...path, 'maxPoints'],
        `${code}：一票否决不计分，分值应为 0`,
        `${code}: a veto carries no points, use 0`,
      ),
    ];
  }
  if (maxPoints > 0) return checkFineness(code, maxPoints, path);
  return [
    error('noPoints', [...path, 'maxPoints'], `${code}：分值应大于 0`, `${code}: the points must be above 0`),
  ];
}

/** Decimal places in which points are given. */
const PLACES = 2;

function checkFineness(code: string, maxPoints: number, path: Path): Finding[] {
  if (dec(maxPoints).decimalPlaces() <= PLACES) return [];
  return [
    error(
      'pointsTooFine',
      [...path, 'maxPoints'],
      `${code}：分值最多两位小数，否则无法评满分`,
      `${code}: at most two decimal places, or nobody could award all of the points`,
    ),
  ];
}

function checkSources(rubric: Rubric, { code, sources, item }: Indicator, path: Path): Finding[] {
  const known = rubric.sources.map((source) => source.code);
  if (item.kind === 'veto' || !sources || sources.some((source) => known.includes(source))) return [];
  return [
    error(
      'unsourceable',
      [...path, 'sources'],
      `${code}：没有任何评价主体能评这一项，请改评价主体或加入其权重`,
      `${code}: no source of this rubric judges it; change its sources or give one a weight`,
    ),
  ];
}

function checkItem(rubric: Rubric, dimension: Dimension, indicator: Indicator, path: Path): Finding[] {
  const { item, code, maxPoints } = indicator;
  switch (item.kind) {
    case 'points':
      return [];
    case 'deduct':
      return checkDeduct(item, dimension, indicator, path);
    case 'level':
      return checkLevels(item, code, path);
    case 'ratio':
      return checkSteps(item.steps, 'atLeast', code, maxPoints, path);
    case 'metric':
      return checkMetric(item, code, maxPoints, path);
    case 'bonus':
      return checkBonus(item, code, path);
    case 'veto':
      return checkVeto(rubric, item, code, path);
  }
}

function checkMetric({ metric, rule }: ItemOf<'metric'>, code: string, max: number, path: Path): Finding[] {
  const findings = isMetric(metric)
    ? []
    : [
        error(
          'unknownMetric',
          [...path, 'metric'],
          `${code}：系统中没有取数项 ${metric}，这项指标无从取数，请从列表中选择`,
          `${code}: nothing here gives the figure ${metric}; choose one from the list`,
        ),
      ];
  if (rule.mode === 'steps') return [...findings, ...checkSteps(rule.steps, rule.direction, code, max, path)];
  if (rule.zeroAt !== rule.fullAt) return findings;
  return [
    ...findings,
    error(
      'linearFlat',
      path,
      `${code}：零分值与满分值不能相同`,
      `${code}: the figures for none and all of the points must differ`,
    ),
  ];
}

function checkDeduct(
  item: ItemOf<'deduct'>,
  dimension: Dimension,
  indicator: Indicator,
  path: Path,
): Finding[] {
  const findings: Finding[] = [];
  const { code } = indicator;
  if (item.rule.mode === 'judged' && item.rule.min > item.rule.max) {
    findings.push(
      error(
        'rangeReversed',
        path,
        `${code}：每次扣分的下限大于上限`,
        `${code}: the least deduction is above the most`,
      ),
    );
  }
  if (roleOf(indicator) === 'pool' && dimension.base === undefined) {
    findings.push(
      error(
        'poolWithoutBase',
        path,
        `${code}：从维度起评分中扣，但“${dimension.name}”没有起评分`,
        `${code} takes from the dimension, but ${dimension.code} has no base points`,
      ),
    );
  }
  return findings;
}

function checkLevels({ levels, countBy }: ItemOf<'level'>, code: string, path: Path): Finding[] {
  const findings = repeated(levels.map((level) => level.code)).map((level) =>
    error('duplicateLevel', path, `${code}：分档 ${level} 重复`, `${code}: level ${level} stands twice`),
  );
  if (!levels.some(({ percent }) => percent === 100)) {
    findings.push(
      warning(
        'noFullLevel',
        path,
        `${code}：没有 100% 的档，谁也得不到满分`,
        `${code}: no level earns 100 %`,
      ),
    );
  }
  if (!countBy) return findings;
  const counts = levels.map(({ count }) => count);
  if (counts.slice(0, -1).some((count) => count === undefined)) {
    findings.push(
      error(
        'levelWithoutCount',
        path,
        `${code}：按数量定档，除最后一档外都要填数量`,
        `${code}: every level but the last needs a number`,
      ),
    );
  }
  const known = counts.filter((count) => count !== undefined);
  const ordered = known.every((count, at) => {
    const before = known[at - 1];
    return before === undefined || (countBy === 'violations' ? count > before : count < before);
  });
  if (!ordered) {
    const zh = countBy === 'violations' ? '从少到多' : '从多到少';
    findings.push(
      error(
        'countsNotOrdered',
        path,
        `${code}：各档数量应${zh}`,
        `${code}: the numbers of the levels are out of order`,
      ),
    );
  }
  const falling = levels.every(({ percent }, at) => percent <= (levels[at - 1]?.percent ?? 100));
  if (!falling) {
    findings.push(
      error(
        'percentNotOrdered',
        path,
        `${code}：按数量定档时，各档百分比应从高到低`,
        `${code}: percentages must fall from level to level`,
      ),
    );
  }
  const last = levels.at(-1);
  if (last && last.count !== undefined && last.percent > 0) {
    findings.push(
      warning(
        'lastLevelEarns',
        path,
        `${code}：最后一档“${last.code}”包括其余所有情形，数量再${countBy === 'violations' ? '多' : '少'}也得 ${last.percent}%；如不得分，请加一档 0%`,
        `${code}: the last level ${last.code} holds for every other number too and earns ${last.percent} %; add one of 0 % if it should earn nothing`,
      ),
    );
  }
  return findings;
}

function checkSteps(
  steps: Step[],
  direction: 'atLeast' | 'atMost',
  code: string,
  max: number,
  path: Path,
): Finding[] {
  const findings: Finding[] = [];
  if (steps.some(({ points }) => points > max)) {
    findings.push(
      error(
        'stepAboveMax',
        path,
        `${code}：阈值得分超过分值 ${max}`,
        `${code}: a threshold earns more than ${max} points`,
      ),
    );
  }
  if (repeated(steps.map(({ at }) => at)).length > 0) {
    findings.push(error('duplicateStep', path, `${code}：阈值重复`, `${code}: a threshold stands twice`));
  }
  const byStrictness = [...steps].sort((a, b) => (direction === 'atLeast' ? b.at - a.at : a.at - b.at));
  if (byStrictness.some(({ points }, at) => points > (byStrictness[at - 1]?.points ?? points))) {
    findings.push(
      error(
        'stepsNotOrdered',
        path,
        `${code}：更严的阈值得分反而更低`,
        `${code}: a stricter threshold earns less than an easier one`,
      ),
    );
  }
  return findings;
}

function checkBonus({ options }: ItemOf<'bonus'>, code: string, path: Path): Finding[] {
  return repeated(options.map((option) => option.code)).map((option) =>
    error(
      'duplicateOption',
      path,
      `${code}：加分选项 ${option} 重复`,
      `${code}: option ${option} stands twice`,
    ),
  );
}

function checkVeto(rubric: Rubric, { effect, band }: ItemOf<'veto'>, code: string, path: Path): Finding[] {
  if (effect === 'zero' || band === undefined) return [];
  const lists = [rubric.bands, ...Object.values(rubric.bandsByClass)];
  if (lists.every((bands) => bands.some((candidate) => candidate.code === band))) return [];
  return [
    error(
      'vetoBandUnknown',
      path,
      `${code}：等次 ${band} 不在等次表中`,
      `${code}: band ${band} is not in every list of bands`,
    ),
  ];
}
