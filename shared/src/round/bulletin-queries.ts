import { type Day, dayInChinese } from '../calendar';
import { type Dec, Dec as Decimal, dec, shown, sum, ZERO } from '../decimal';
import { reliabilityVerdict } from '../reliability';
import { bandIn, bandsFor, indicatorsOf, type Rubric, roleOf } from '../rubric';
import { type BulletinClass, type BulletinFacts, bulletinClasses } from './bulletin-facts';
import type { UnitOutcome } from './outcome';
import type { Place } from './replay';

/** A query on a published result by name: what a sentence's numbers come from. */
export type BulletinQuery = { name: BulletinQueryName; args: Record<string, string> };

/** What a query answers: figures and names that can be compared and hashed. */
export type Answer = Record<string, unknown>;

/** How a query is answered and said; null where there is nothing to say. */
type Rule<A extends Answer> = {
  answer: (facts: BulletinFacts, args: Record<string, string>) => A | null;
  say: (answer: A) => string;
};

const rule = <A extends Answer>(one: Rule<A>) => one as unknown as Rule<Answer>;

/** Indicators named as the ones where most points were lost. */
const MOST_LOST = 3;

const classOf = (facts: BulletinFacts, args: Record<string, string>): BulletinClass | null =>
  bulletinClasses(facts).find(({ unitClass }) => unitClass === args.unitClass) ?? null;

const totalsOf = (units: readonly UnitOutcome[]): Dec[] =>
  units.flatMap(({ score }) => (score?.total ? [dec(score.total)] : []));

const names = (list: readonly string[]): string => list.join('、');

/** 2022年10月8日至11月25日: the year is not said twice. */
export function periodInChinese(from: Day, to: Day): string {
  const end = dayInChinese(to);
  return `${dayInChinese(from)}至${from.slice(0, 4) === to.slice(0, 4) ? end.slice(5) : end}`;
}

const period = rule({
  answer: ({ round: { programme, name, opensOn, closesOn } }) => ({ programme, name, opensOn, closesOn }),
  say: ({
    programme,
    name,
    opensOn,
    closesOn,
  }: {
    programme: string | null;
    name: string;
    opensOn: Day;
    closesOn: Day;
  }) =>
    `${programme ? `按照《${programme}》要求，` : ''}${periodInChinese(opensOn, closesOn)}，组织开展了${name}。`,
});

/** In the words of the paper: what a correction puts right, whoever asked for it. */
const correction = rule({
  answer: ({ correction: told }) =>
    told && { number: told.number, earlier: told.earlier.number, signedOn: told.earlier.signedOn },
  say: ({ number, earlier, signedOn }: { number: number; earlier: number; signedOn: Day }) =>
    `经复核，${dayInChinese(signedOn)}签发的第${earlier}号测评结果有误，现予更正，以第${number}号为准。`,
});

type Corrected = { units: { name: string; before: string; after: string }[] };

const corrected = rule({
  answer: ({ correction: told, rubric }) =>
    told && {
      units: told.moved.map(({ name, unitClass, before, after }) => ({
        name,
        before: placeWords(rubric, unitClass, before),
        after: placeWords(rubric, unitClass, after),
      })),
    },
  say: ({ units }: Corrected) =>
    units.length === 0
      ? '更正后，各单位的名次、总分和等次均不变。'
      : `更正后，${units.length}个单位的结果有变动：${units.map(({ name, before, after }) => `${name}由${before}变为${after}`).join('；')}。`,
});

/** 第3名、88.00分、良好 */
function placeWords(rubric: Rubric, unitClass: string, { rank, total, band }: Place): string {
  const label = bandIn(rubric, unitClass, band)?.label.zh;
  return [
    rank === null ? '未参加排名' : `第${rank}名`,
    ...(total === null ? [] : [`${total}分`]),
    ...(label ? [label] : []),
  ].join('、');
}

const participation = rule({
  answer: ({ units, evaluators, sheets }) => ({ units: units.length, evaluators, sheets }),
  say: ({ units, evaluators, sheets }: { units: number; evaluators: number; sheets: number }) =>
    `本次共有${units}个单位参评，${evaluators}名测评员提交评分表${sheets}份。`,
});

const coverage = rule({
  answer({ units }) {
    const told = units.flatMap(({ score }) => (score ? [dec(score.coverage.percent ?? 0)] : []));
    return told.length === 0 ? null : { percent: shown(sum(told).div(told.length), 1) };
  },
  say: ({ percent }: { percent: string }) => `应评项目的评分完成率平均为${percent}%。`,
});

type ClassTotals = {
  name: string;
  units: number;
  unranked: number;
  mean: string | null;
  best: string;
  worst: string;
};

const classTotals = rule({
  answer(facts, args) {
    const found = classOf(facts, args);
    const [first] = found?.units ?? [];
    if (!found || !first) return null;
    const { name, units } = found;
    const { digits } = facts.rubric;
    const totals = totalsOf(units);
    const empty = { name, units: units.length, unranked: units.length - first.ranked };
    if (totals.length === 0) return { ...empty, mean: null, best: '', worst: '' };
    return {
      ...empty,
      mean: shown(sum(totals).div(totals.length), digits),
      best: shown(Decimal.max(...totals), digits),
      worst: shown(Decimal.min(...totals), digits),
    };
  },
  say({ name, units, unranked, mean, best, worst }: ClassTotals) {
    if (mean === null) return `${name}${units}个，尚无得分。`;
    const rest = unranked > 0 ? `（其中${unranked}个未参加排名）` : '';
    return `${name}${units}个${rest}，平均${mean}分，最高${best}分，最低${worst}分。`;
  },
});

type Bands = { bands: { label: string; units: string[] }[] };

const classBands = rule({
  answer(facts, args) {
    const found = classOf(facts, args);
    const bands = bandsFor(facts.rubric, args.unitClass ?? '').flatMap(({ code, label }) => {
      const units = (found?.units ?? []).filter(({ band }) => band === code).map(({ name }) => name);
      return units.length === 0 ? [] : [{ label: label.zh, units }];
    });
    return bands.length === 0 ? null : { bands };
  },
  say: ({ bands }: Bands) =>
    `${bands.map(({ label, units }) => `${label}${units.length}个：${names(units)}`).join('；')}。`,
});

const classUnranked = rule({
  answer(facts, args) {
    const units = (classOf(facts, args)?.units ?? []).filter(({ rank }) => rank === null);
    const of = (reason: (unit: UnitOutcome) => boolean) => units.filter(reason).map(({ name }) => name);
    const vetoed = of(({ unranked }) => unranked === 'vetoed');
    const others = of(({ unranked }) => unranked !== 'vetoed');
    return units.length === 0 ? null : { vetoed, others };
  },
  say({ vetoed, others }: { vetoed: string[]; others: string[] }) {
    const parts = [
      ...(vetoed.length > 0 ? [`${names(vetoed)}因触发一票否决`] : []),
      ...(others.length > 0 ? [`${names(others)}因评分不足`] : []),
    ];
    return `${parts.join('，')}，不参加排名。`;
  },
});

const mostLost = rule({
  answer({ rubric, units }) {
    const shares = indicatorsOf(rubric).flatMap(({ indicator }) => {
      if (roleOf(indicator) !== 'regular' || indicator.maxPoints === 0) return [];
      const points = units.flatMap(({ score }) => score?.indicators[indicator.code] ?? []);
      if (points.length === 0) return [];
      const share = sum(points.map(dec)).div(points.length).div(indicator.maxPoints).times(100);
      return share.lt(100) ? [{ name: indicator.name, share }] : [];
    });
    const worst = shares.sort((a, b) => a.share.comparedTo(b.share)).slice(0, MOST_LOST);
    if (worst.length === 0) return null;
    return { indicators: worst.map(({ name, share }) => ({ name, percent: shown(share, 1) })) };
  },
  say: ({ indicators }: { indicators: { name: string; percent: string }[] }) =>
    `从各项指标看，得分率较低的是${indicators.map(({ name, percent }) => `“${name}”（${percent}%）`).join('、')}。`,
});

const deducted = rule({
  answer({ units }) {
    const taken = units
      .flatMap(({ score }) => (score ? [dec(score.penalty)] : []))
      .filter((one) => one.gt(ZERO));
    return taken.length === 0 ? null : { units: taken.length };
  },
  say: ({ units }: { units: number }) => `有${units}个单位因负面清单被扣分。`,
});

/** Units in the lowest band of their class, where the class has more than one. */
const lowest = rule({
  answer(facts) {
    const units = facts.units.filter(({ unitClass, band }) => {
      const bands = bandsFor(facts.rubric, unitClass);
      return bands.length > 1 && band !== null && band === bands.at(-1)?.code;
    });
    return units.length === 0 ? null : { units: units.map(({ name }) => name) };
  },
  say: ({ units }: { units: string[] }) =>
    `${names(units)}等次靠后，要由主要负责同志牵头，逐项制定整改措施，明确责任人和完成时限。`,
});

const agreement = rule({
  answer({ statistics: { alpha }, units, evaluators }) {
    const told = units.filter(({ score }) => score !== null).length;
    return {
      words: alpha === null ? null : reliabilityVerdict(alpha, { units: told, raters: evaluators }).words.zh,
    };
  },
  say: ({ words }: { words: string | null }) =>
    words === null ? '评分重叠不足，未计算评分一致性系数。' : `评分${words}。`,
});

const RULES = {
  period,
  correction,
  corrected,
  participation,
  coverage,
  classTotals,
  classBands,
  classUnranked,
  mostLost,
  deducted,
  lowest,
  agreement,
} as const;

export type BulletinQueryName = keyof typeof RULES;

/** What a query answers on these facts; null where there is nothing to say. */
export function answerOf(facts: BulletinFacts, { name, args }: BulletinQuery): Answer | null {
  return RULES[name]?.answer(facts, args) ?? null;
}

/** An answer as a sentence. */
export const sayAnswer = ({ name }: BulletinQuery, answer: Answer): string => RULES[name].say(answer);
