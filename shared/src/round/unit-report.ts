import { type Day, dayInChinese } from '../calendar';
import { brief, dec, shown } from '../decimal';
import { bandIn, bandsFor, type Rubric, tieBreakWords } from '../rubric';
import { classFigures, MISSING_WORDS } from '../scoring';
import { entryOf } from '../scoring/sheet-calc';
import type { SourceCalc } from '../scoring/source-calc';
import { computeUnit } from '../scoring/unit';
import { periodInChinese } from './bulletin-queries';
import type { UnitInputs, UnitOutcome } from './outcome';
import { standingOf } from './standing';

/** What a unit is told of its published result. */
export type UnitReportFacts = {
  round: { name: string; opensOn: string; closesOn: string };
  rubric: Rubric;
  unit: UnitOutcome;
  inputs: UnitInputs;
  /** The units of the same class, the unit itself among them. */
  peers: readonly UnitOutcome[];
  className: string;
  /** The last day of appeal; null where the result has none. */
  appealBy: Day | null;
};

/** A report (告知书) in the order of an official document; in Chinese only. */
export type UnitReport = {
  title: string;
  addressee: string;
  opening: string;
  result: string[];
  dimensions: { name: string; points: string; max: string; percent: string; median: string }[];
  /** Why there are no medians; null where there are. */
  noMedian: string | null;
  lost: { name: string; lost: string; max: string; reasons: string[] }[];
  lift: string[];
  appeal: string[];
};

/** A median of fewer would tell a unit what another one got. */
const MEDIAN_FROM = 5;
const MOST_LOST = 10;
const MOST_REASONS = 5;
const MOST_NAMED = 3;

/** The report of one unit's published result, from what was published. */
export function unitReportOf(facts: UnitReportFacts): UnitReport {
  const { round, rubric, unit, inputs, peers } = facts;
  const standing = standingOf(rubric, unit);
  const { sources } = computeUnit(rubric, inputs.sheets, inputs.metrics);
  const told = peers.filter(({ score }) => score !== null).length >= MEDIAN_FROM;
  return {
    title: '测评结果告知书',
    addressee: `${unit.name}：`,
    opening: `${periodInChinese(round.opensOn, round.closesOn)}，组织开展了${round.name}。现将你单位的测评结果告知如下。`,
    result: [...resultText(facts), ...adjustmentText(rubric, unit)],
    dimensions: dimensionRows(facts, told),
    noMedian: told ? null : `有得分的同类单位不足${MEDIAN_FROM}个，不列同类中位数。`,
    lost: standing.lost.slice(0, MOST_LOST).map(({ code, name, lost, max }) => ({
      name,
      lost,
      max,
      reasons: reasonsOf(sources, code),
    })),
    lift: liftText(facts),
    appeal: appealText(facts),
  };
}

function resultText({ rubric, unit, className }: UnitReportFacts): string[] {
  const { score, rank, ranked, tiedWith, tieBreak } = unit;
  if (!score) return ['本轮没有对你单位的有效评分表，未产生得分。'];
  if (score.shown === null) return ['因缺少规定来源的评分，你单位本轮未产生总分，不参加排名。'];
  const band = bandIn(rubric, unit.unitClass, unit.band)?.label.zh;
  const head = `你单位总分${score.shown}分（满分${score.max}分）`;
  if (rank === null) return [`${head}，${unrankedText(rubric, unit)}${band ? `，等次为${band}` : ''}。`];
  const ties = tiedWith > 0 ? `（与另外${tiedWith}个单位并列）` : '';
  const place = `在${className}参加排名的${ranked}个单位中列第${rank}名${ties}`;
  const by = tieBreak ? [`有单位与你单位总分相同，按${tieBreakWords(rubric, tieBreak).zh}排先后。`] : [];
  return [`${head}，${place}${band ? `，等次为${band}` : ''}。`, ...by];
}

function unrankedText({ minRaters }: Rubric, { unranked, score }: UnitOutcome): string {
  if (unranked === 'vetoed') {
    return `因触发一票否决（${(score?.vetoes ?? []).map(({ name }) => name).join('、')}）不参加排名`;
  }
  return `因测评人数${score?.raters ?? 0}名，少于规定的${minRaters}名，不参加排名`;
}

function adjustmentText({ digits }: Rubric, { score }: UnitOutcome): string[] {
  if (!score || score.composite === null) return [];
  const parts = [
    ...(dec(score.bonus).gt(0) ? [`加分${shown(dec(score.bonus), digits)}分`] : []),
    ...(dec(score.penalty).gt(0) ? [`扣分${shown(dec(score.penalty), digits)}分`] : []),
  ];
  return parts.length === 0
    ? []
    : [`其中综合得分${shown(dec(score.composite), digits)}分，${parts.join('，')}。`];
}

function dimensionRows({ rubric, unit, peers }: UnitReportFacts, told: boolean): UnitReport['dimensions'] {
  return (unit.score?.dimensionTotals ?? []).map(({ code, value, shown: points, max, percent }) => {
    const others = peers.map(
      ({ score }) => score?.dimensionTotals.find((one) => one.code === code)?.value ?? null,
    );
    return {
      name: rubric.dimensions.find((dimension) => dimension.code === code)?.name ?? code,
      points: points ?? '—',
      max,
      percent: value === null || percent === null ? '—' : `${shown(dec(percent), 1)}%`,
      // A dimension that few have a score in would tell what one of them got.
      median:
        told && others.filter((one) => one !== null).length >= MEDIAN_FROM
          ? (classFigures(others, rubric.digits).median ?? '—')
          : '—',
    };
  });
}

/** Why points were lost, in the words of the rule and of the evaluators, without who they were. */
function reasonsOf(sources: readonly SourceCalc[], code: string): string[] {
  const reasons = sources.flatMap((source) =>
    source.sheets.flatMap(({ calc }) => {
      const item = calc.items.get(code);
      if (!item) return [];
      const comment = entryOf(calc.sheet, code)?.comment;
      if (item.missing) return comment ? [`${MISSING_WORDS[item.missing].zh}：${comment}`] : [];
      if (item.role === 'regular' && item.value?.gte(item.max)) return [];
      // That so many points were given is no reason why the others were not.
      const words = item.rule === 'points' ? [] : [item.words.zh];
      const told = [...words, ...(comment ? [comment] : [])].join('：');
      return told ? [told] : [];
    }),
  );
  return [...new Set(reasons)].slice(0, MOST_REASONS);
}

function liftText({ rubric, unit }: UnitReportFacts): string[] {
  const { lift, lost } = standingOf(rubric, unit);
  const best = bandsFor(rubric, unit.unitClass)[0];
  if (unit.score?.vetoes.length) return ['触发一票否决的，须先完成整改，消除否决情形。'];
  if (!lift)
    return best && unit.band === best.code ? [`你单位已在最高等次“${best.label.zh}”，请继续保持。`] : [];
  const { label, min, gap, full } = lift;
  const named = lost.slice(0, MOST_NAMED).map(({ name }) => `“${name}”`);
  const where = named.length > 0 ? `可重点改进${named.join('、')}。` : '';
  if (full) return [`你单位总分已达到${label.zh}的${min}分，因名额所限未列入。${where}`];
  return [`你单位距${label.zh}（${min}分）还差${brief(dec(gap))}分。${where}`];
}

function appealText({ appealBy }: UnitReportFacts): string[] {
  if (appealBy === null) return [];
  return [
    `如对测评结果有异议，可于${dayInChinese(appealBy)}前（含当日）在系统中逐项提出申诉，写明理由并附佐证材料，逾期不再受理。`,
  ];
}
