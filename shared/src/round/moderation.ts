import { indicatorsOf, isSystemFilled, judges, type Rubric } from '../rubric';
import { type Sheet, scoreSheet } from '../scoring';
import type { Words } from '../text/words';
import { lettered } from './lettered';
import { acceptsScores, countsInResult, wasLeft } from './scoring-window';
import { COMPARED_SOURCE } from './trust';

/** States of talks between evaluators that still go on or wait to begin, for queries. */
export const UNSETTLED_TALK_STATES = ['open', 'talking'] as const;

/** Whether those asked may answer, and change the entry that is talked about. */
export function takesAnswers(talkState: unknown): boolean {
  return talkState === 'talking';
}

/** States of answers by which a sheet was changed, for queries. */
export const CHANGED_ANSWER_STATES = ['changed'] as const;

/** Why there is no talk in a round of this state; null where there is. */
export function talkRefused(roundState: unknown): Words | null {
  if (acceptsScores(roundState)) return null;
  return { zh: '本轮不在评分中,不能会商。', en: 'The round is not open: there is no talk.' };
}

const NOBODY_CHANGED: Words = {
  zh: '没有人改评,请用“维持原评分”。',
  en: 'Nobody changed anything: use “Keep the scores”.',
};
const SOMEBODY_CHANGED: Words = {
  zh: '已有人改评,请用“办结(已改评)”。',
  en: 'Somebody changed a score: use “Settle (changed)”.',
};

/**
 * Why a talk does not end by the step of this gate, by the states of its answers; null where it does, and for the gates
 * of other steps. The outcome says what happened: settled where somebody changed an entry, kept where nobody did.
 */
export function talkEndRefused(gate: string | undefined, answerStates: readonly unknown[]): Words | null {
  const changed = answerStates.some((state) => CHANGED_ANSWER_STATES.some((one) => one === state));
  if (gate === 'talkChanged') return changed ? null : NOBODY_CHANGED;
  if (gate === 'talkUnchanged') return changed ? SOMEBODY_CHANGED : null;
  return null;
}

/** What a talk is about: an indicator or a dimension, with the indicators that may be changed in it. */
export type TalkSubject = { code: string; name: string; indicators: string[] };

/** The indicator or the dimension of a code; null where nothing of it is judged by evaluators. */
export function talkSubject(rubric: Rubric, code: string): TalkSubject | null {
  const dimension = rubric.dimensions.find((one) => one.code === code);
  const indicators = indicatorsOf(rubric)
    .map(({ indicator }) => indicator)
    .filter((one) => dimension?.indicators.includes(one) || (!dimension && one.code === code))
    .filter((one) => judges(COMPARED_SOURCE, one) && !isSystemFilled(one));
  const [first] = indicators;
  if (!first) return null;
  return { code, name: dimension?.name ?? first.name, indicators: indicators.map((one) => one.code) };
}

/** One evaluator's points on an indicator or a dimension; null: not scored. */
export type GivenPoints = { rater: string; points: number | null };

/** How far evaluators are apart on an indicator or a dimension (`indicator` false) of one unit. */
export type Spread = {
  code: string;
  name: string;
  indicator: boolean;
  max: number;
  given: GivenPoints[];
  /** Highest less lowest, in points and in percent of the maximum; null with fewer than two scores. */
  spread: number | null;
  percent: number | null;
};

/** Who gave how many points, on every dimension and indicator that evaluators judge, in the order of the rubric. */
export function spreadsOf(rubric: Rubric, sheets: readonly Sheet[]): Spread[] {
  const scored = sheets.map((sheet) => ({ rater: sheet.evaluatorId, score: scoreSheet(rubric, sheet) }));
  return rubric.dimensions.flatMap((dimension) => {
    const asked = dimension.indicators.filter((one) => talkSubject(rubric, one.code) !== null);
    if (asked.length === 0) return [];
    const max = scored[0]?.score.dimensions.find(({ code }) => code === dimension.code)?.max ?? '0';
    const head = { code: dimension.code, name: dimension.name, indicator: false, max: Number(max) };
    const own = scored.map(({ rater, score }) => ({
      rater,
      points: pointsIn(score.dimensions, dimension.code),
    }));
    const parts = asked.map((one) => {
      const given = scored.map(({ rater, score }) => ({ rater, points: pointsIn(score.items, one.code) }));
      return withSpread({ code: one.code, name: one.name, indicator: true, max: one.maxPoints }, given);
    });
    return [withSpread(head, own), ...parts];
  });
}

const pointsIn = (list: readonly { code: string; value: string | null }[], code: string): number | null => {
  const value = list.find((one) => one.code === code)?.value ?? null;
  return value === null ? null : Number(value);
};

function withSpread(head: Omit<Spread, 'given' | 'spread' | 'percent'>, given: GivenPoints[]): Spread {
  const points = given.flatMap((one) => one.points ?? []);
  if (points.length < 2 || head.max <= 0) return { ...head, given, spread: null, percent: null };
  const spread = clean(Math.max(...points) - Math.min(...points));
  return { ...head, given, spread, percent: clean((spread / head.max) * 100) };
}

// 0.3 − 0.1 is a hair less than 0.2.
const clean = (value: number): number => Number(value.toFixed(9));

/**
 * Whether the points of the others may be shown to an evaluator who is asked: only where the office says so, and only
 * when no sheet of the unit is still to come.
 */
export function mayDisclose(disclose: unknown, sheetStates: readonly unknown[]): boolean {
  return disclose === true && sheetStates.every((state) => countsInResult(state) || wasLeft(state));
}

/** The others' points under letters, in an order that the seed decides and that tells nothing of who they are. */
export function othersGiven(
  given: readonly GivenPoints[],
  own: string,
  seed: string,
): { letter: string; points: number | null }[] {
  const others = given.filter(({ rater }) => rater !== own);
  return lettered(others, ({ rater }) => rater, seed).map(({ letter, item }) => ({
    letter,
    points: item.points,
  }));
}
