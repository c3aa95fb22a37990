import { type Day, dayInChinese } from '../calendar';
import { type Dec, dec, shown, sum, ZERO } from '../decimal';
import { reliabilityVerdict } from '../reliability';
import { bandIn, bandsFor, indicatorsOf, type Rubric, roleOf } from '../rubric';
import type { UnitOutcome } from './outcome';
import type { RoundStatistics } from './statistics';

/** What a bulletin is written from: one published result and its round; the programme gives its name. */
export type BulletinFacts = {
  round: { name: string; opensOn: Day; closesOn: Day; programme: string | null };
  rubric: Rubric;
  units: readonly UnitOutcome[];
  statistics: RoundStatistics;
  /** Sheets that counted, and the evaluators who wrote them. */
  sheets: number;
  evaluators: number;
  /** The words of a class of units. */
  classWords: (unitClass: string) => string;
};

export type BulletinSection = { heading: string; paragraphs: string[] };

export type BulletinTable = {
  title: string;
  rows: { rank: string; unit: string; total: string; band: string }[];
};

/** The text of a bulletin (通报), in the order of an official document. In Chinese only: it goes to Chinese offices. */
export type Bulletin = {
  title: string;
  addressee: string;
  opening: string;
  sections: BulletinSection[];
  tables: BulletinTable[];
};

/** Indicators named as the ones where most points were lost. */
const MOST_LOST = 3;

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** The bulletin of a published result. Every number in it is taken from the result, the days from its round. */
export function bulletinOf(facts: BulletinFacts): Bulletin {
  const classes = [...new Set(facts.units.map(({ unitClass }) => unitClass))].map((unitClass) => ({
    name: facts.classWords(unitClass),
    unitClass,
    units: facts.units.filter((unit) => unit.unitClass === unitClass),
  }));
  const parts: [string, string[]][] = [
    ['总体情况', classes.map((group) => overview(facts.rubric, group))],
    ['等次情况', classes.map((group) => bandsText(facts.rubric, group))],
    ['主要问题', [lostText(facts)]],
    ['评分质量', [qualityText(facts)]],
  ];
  return {
    title: `关于${facts.round.name}结果的通报`,
    addressee: '各结对单位、各新时代文明实践所（站）：',
    opening: openingText(facts),
    sections: parts
      .map(([heading, paragraphs]) => [heading, paragraphs.filter(Boolean)] as const)
      .filter(([, paragraphs]) => paragraphs.length > 0)
      .map(([heading, paragraphs], at) => ({ heading: `${NUMERALS[at]}、${heading}`, paragraphs })),
    tables: classes.map(({ name, units }) => ({
      title: name,
      rows: units.map((unit) => row(facts.rubric, unit)),
    })),
  };
}

type Class = { name: string; unitClass: string; units: UnitOutcome[] };

function openingText({ round, units, sheets, evaluators }: BulletinFacts): string {
  const by = round.programme ? `根据《${round.programme}》，` : '';
  return (
    `${by}${dayInChinese(round.opensOn)}至${dayInChinese(round.closesOn)}，区里组织开展了${round.name}。` +
    `本次共有${units.length}个单位参评，${evaluators}名测评员提交评分表${sheets}份。现将结果通报如下。`
  );
}

const totalsOf = (units: readonly UnitOutcome[]): Dec[] =>
  units.flatMap(({ score }) => (score?.total ? [dec(score.total)] : []));

function overview({ digits }: Rubric, { name, units }: Class): string {
  const totals = totalsOf(units);
  const [first] = units;
  if (totals.length === 0 || !first) return `${name}${units.length}个，尚无得分。`;
  const mean = sum(totals).div(totals.length);
  const best = totals.reduce((a, b) => (a.gte(b) ? a : b));
  const worst = totals.reduce((a, b) => (a.lte(b) ? a : b));
  const unranked = units.length - first.ranked;
  const rest = unranked > 0 ? `，${unranked}个未参加排名` : '';
  return (
    `${name}${units.length}个${rest}，平均${shown(mean, digits)}分，` +
    `最高${shown(best, digits)}分，最低${shown(worst, digits)}分。`
  );
}

function bandsText(rubric: Rubric, { name, unitClass, units }: Class): string {
  const held = bandsFor(rubric, unitClass).flatMap(({ code, label }) => {
    const members = units.filter(({ band }) => band === code);
    return members.length === 0
      ? []
      : [`${label.zh}${members.length}个：${members.map((unit) => unit.name).join('、')}`];
  });
  return held.length === 0 ? '' : `${name}。${held.join('；')}。`;
}

/** The indicators with the lowest share of their points, over all units that have a figure. */
function lostText({ rubric, units }: BulletinFacts): string {
  const shares = indicatorsOf(rubric).flatMap(({ indicator }) => {
    if (roleOf(indicator) !== 'regular') return [];
    const points = units.flatMap(({ score }) => {
      const value = score?.indicators[indicator.code];
      return value === null || value === undefined ? [] : [dec(value)];
    });
    if (points.length === 0) return [];
    const share = sum(points).div(points.length).div(indicator.maxPoints).times(100);
    return share.lt(100) ? [{ name: indicator.name, share }] : [];
  });
  const worst = shares.sort((a, b) => a.share.comparedTo(b.share)).slice(0, MOST_LOST);
  if (worst.length === 0) return '';
  const named = worst.map(({ name, share }) => `“${name}”（得分率${shown(share, 1)}%）`).join('、');
  return `从各项指标看，失分较多的是${named}。请有关单位对照得分说明逐项整改。`;
}

function qualityText({ statistics, units, evaluators }: BulletinFacts): string {
  const { alpha } = statistics;
  const told = units.filter(({ score }) => score !== null).length;
  const covered = sum(units.map(({ score }) => (score ? dec(score.coverage.percent ?? 0) : ZERO)));
  const coverage = told > 0 ? `评分覆盖率平均${shown(covered.div(told), 1)}%。` : '';
  if (alpha === null) return `${coverage}因评分重叠不足，本次未计算评分一致性系数。`;
  const { words } = reliabilityVerdict(alpha, { units: told, raters: evaluators });
  return `${coverage}评分${words.zh}。`;
}

function row(rubric: Rubric, unit: UnitOutcome): BulletinTable['rows'][number] {
  const band = bandIn(rubric, unit.unitClass, unit.band);
  return {
    rank: unit.rank === null ? '—' : String(unit.rank),
    unit: unit.name,
    total: unit.score?.shown ?? '—',
    band: band?.label.zh ?? '—',
  };
}
