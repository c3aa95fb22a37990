import type { CadenceRule } from './cadence-rule';
import type { CategoryCode, Period, StationLevel } from './vocabulary';

const SOURCE = '示例:其他地区的做法,不属于工作方案';
const DATES = { from: '2022-07-01', to: '2023-02-28' } as const;

function atSites(
  code: string,
  [zh, en]: [string, string],
  levels: StationLevel[],
  what: 'any' | CategoryCode[],
  period: Period,
  minimum: number,
): CadenceRule {
  return {
    code: `example.${code}`,
    words: { zh: `示例:${zh}`, en: `Example: ${en}` },
    who: { per: 'station', levels },
    what,
    period,
    minimum,
    evidence: 'verified',
    ...DATES,
    source: SOURCE,
  };
}

const SITES: StationLevel[] = ['institute', 'station'];

/**
 * Cadences that other districts use, to start from; no part of the plan and in no programme unless added.
 * They speak of 分中心 and of kinds of talk that have no counterpart here: the level and the categories are
 * ours.
 */
export const EXAMPLE_CADENCE_RULES: readonly CadenceRule[] = [
  atSites('siteMonthly', ['所、站每月至少1场', 'sites, one a month'], SITES, 'any', 'month', 1),
  atSites(
    'centerTwoMonths',
    ['分中心每两个月至少1场', 'sub-centres, one in two months'],
    ['center'],
    'any',
    'twoMonths',
    1,
  ),
  atSites(
    'theoryTalks',
    ['理论宣讲每月至少4场', 'theory talks, four a month'],
    SITES,
    ['partyLecture', 'citizenTalks'],
    'month',
    4,
  ),
  atSites(
    'citizenEducation',
    ['市民教育每月至少1场', 'citizen education, one a month'],
    SITES,
    ['familyEducation', 'youthMoral', 'civilCustoms'],
    'month',
    1,
  ),
  atSites('culture', ['文化活动每月至少1场', 'culture, one a month'], SITES, ['cultureArts'], 'month', 1),
  atSites('science', ['科普活动每月至少1场', 'science, one a month'], SITES, ['science'], 'month', 1),
  atSites('fitness', ['健身活动每月至少1场', 'fitness, one a month'], SITES, ['healthFitness'], 'month', 1),
];
