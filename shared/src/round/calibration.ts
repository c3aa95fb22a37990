import {
  type AlphaResult,
  type IccResult,
  icc,
  krippendorffAlpha,
  type ReliabilityVerdict,
  ratingTable,
  reliabilityVerdict,
} from '../reliability';
import { indicatorsOf, type Rubric, roleOf } from '../rubric';
import { type Sheet, type SheetScore, scoreSheet } from '../scoring';
import type { Words } from '../text/words';
import { acceptsAdditions, acceptsScores, countsInResult, wasLeft } from './scoring-window';

/** Fewest evaluators among whom one is told how far from the others they are: of two, each would know the other's. */
export const CALIBRATION_RATERS = 3;

/** Nearer to the others than this, in percent of the points to be had, is no difference to speak of (ours). */
export const CALIBRATION_CLOSE_PERCENT = 5;

/**
 * Whether evaluators are told how they scored the calibration case: when the office has closed it, or no sheet is
 * still to come. `roundState` is that of the calibration case.
 */
export function tellsCalibration(roundState: unknown, sheetStates: readonly unknown[]): boolean {
  const allIn = sheetStates.every((state) => countsInResult(state) || wasLeft(state));
  return !acceptsScores(roundState) || (sheetStates.length > 0 && allIn);
}

/** Why a calibration case is not opened again; null where nobody was told of anything, for nobody has submitted. */
export function caseReopenRefused(submitted: boolean): Words | null {
  if (!submitted) return null;
  return { zh: '校准反馈已公开,不能重新开放。', en: 'It has been told of and cannot be reopened.' };
}

/**
 * Whether somebody has been shown a comparison: a sheet more or fewer from now on could be read off the difference of
 * two readings.
 */
export function comparesCase(roundState: unknown, sheetStates: readonly unknown[]): boolean {
  return (
    tellsCalibration(roundState, sheetStates) &&
    sheetStates.filter(countsInResult).length >= CALIBRATION_RATERS
  );
}

/**
 * Whether an evaluator has still to score the case's unit for real: told of the others before, they would score as the
 * others do. `sheetStates` are those of their own assignments of the unit, null where the sheet is not laid out yet.
 */
export function owesUnit(roundState: unknown, sheetStates: readonly unknown[]): boolean {
  return (
    acceptsAdditions(roundState) && sheetStates.some((state) => !countsInResult(state) && !wasLeft(state))
  );
}

/** How one evaluator scored a part of the case, against the mean of the others; in points. */
export type CalibrationPart = {
  /** Code of the dimension; null: the total. */
  code: string | null;
  name: Words;
  max: number;
  own: number;
  /** Mean of the others, never who. */
  others: number;
  /** Own less the others'; positive is more lenient. */
  difference: number;
  words: Words;
};

export type CalibrationFeedback =
  /** Too few evaluators, or this one has not submitted or has the unit still to score: nothing is told. */
  | { parts: null; raters: number; reason: 'tooFew' | 'notSubmitted' | 'unitOwed' }
  | { parts: CalibrationPart[]; raters: number };

const TOTAL: Words = { zh: '总分', en: 'Total' };

/** One evaluator's severity on the calibration case, by dimension and in total. */
export function calibrationFeedback(
  rubric: Rubric,
  sheets: readonly Sheet[],
  rater: string,
): CalibrationFeedback {
  const raters = sheets.length;
  if (!sheets.some(({ evaluatorId }) => evaluatorId === rater))
    return { parts: null, raters, reason: 'notSubmitted' };
  if (raters < CALIBRATION_RATERS) return { parts: null, raters, reason: 'tooFew' };
  const scores = sheets.map((sheet) => ({
    own: sheet.evaluatorId === rater,
    score: scoreSheet(rubric, sheet),
  }));
  const codes = [null, ...rubric.dimensions.map(({ code }) => code)];
  const parts = codes.flatMap((code) => {
    const points = scores.map(({ own, score }) => ({ own, ...pointsOf(score, code) }));
    const max = points[0]?.max ?? 0;
    const mine = points.find(({ own }) => own)?.value ?? null;
    const others = points.flatMap(({ own, value }) => (own || value === null ? [] : value));
    // With one other alone, the mean would be that one's points.
    if (mine === null || max <= 0 || others.length < CALIBRATION_RATERS - 1) return [];
    const dimension = rubric.dimensions.find((one) => one.code === code);
    const name = dimension ? { zh: dimension.name, en: dimension.name } : TOTAL;
    return partOf(code, name, max, mine, others);
  });
  return { parts, raters };
}

function partOf(
  code: string | null,
  name: Words,
  max: number,
  own: number,
  given: readonly number[],
): CalibrationPart {
  const others = given.reduce((sum, value) => sum + value, 0) / given.length;
  const difference = own - others;
  return { code, name, max, own, others, difference, words: leanWords(difference, max) };
}

function leanWords(difference: number, max: number): Words {
  const points = Math.abs(difference).toFixed(1);
  if (Math.abs(difference) * 100 <= CALIBRATION_CLOSE_PERCENT * max)
    return { zh: '与其他测评员接近', en: 'close to the others' };
  return difference < 0
    ? { zh: `比其他测评员平均少 ${points} 分,偏严`, en: `${points} less than the others: severe` }
    : { zh: `比其他测评员平均多 ${points} 分,偏宽`, en: `${points} more than the others: lenient` };
}

function pointsOf(score: SheetScore, code: string | null): { value: number | null; max: number } {
  const part = code === null ? { value: score.total, max: score.max } : dimensionOf(score, code);
  return { value: part?.value == null ? null : Number(part.value), max: Number(part?.max ?? 0) };
}

const dimensionOf = ({ dimensions }: SheetScore, code: string) => dimensions.find((one) => one.code === code);

/** How far all agree on the calibration case, and each one's difference from the others; the office's to read. */
export type CalibrationAgreement = {
  alpha: AlphaResult;
  verdict: ReliabilityVerdict | null;
  icc: IccResult;
  /** The most lenient first. Null: nothing scored, or nobody else. */
  raters: { rater: string; total: number | null; difference: number | null }[];
};

/**
 * The items of the one case are what is compared, each in percent of its points, since their sizes differ. Of a
 * deduction, what is left of them: items that are counted from below and from above would otherwise differ by that
 * alone, and agreement on it is none. Bonus items are left out for the same reason: without a bonus they all lie at 0.
 */
export function calibrationAgreement(rubric: Rubric, sheets: readonly Sheet[]): CalibrationAgreement {
  const scores = sheets.map((sheet) => ({ rater: sheet.evaluatorId, score: scoreSheet(rubric, sheet) }));
  const roles = new Map(indicatorsOf(rubric).map(({ indicator }) => [indicator.code, roleOf(indicator)]));
  const ratings = scores.flatMap(({ rater, score }) =>
    score.items.flatMap(({ code, value, max }) => {
      const role = roles.get(code);
      if (value === null || Number(max) <= 0 || role === 'bonus') return [];
      const left = role === 'regular' ? Number(value) : Number(max) + Number(value);
      return [{ unit: code, rater, value: (left / Number(max)) * 100 }];
    }),
  );
  const table = ratingTable(ratings);
  const alpha = krippendorffAlpha(table, 'interval');
  const verdict =
    alpha.alpha === null
      ? null
      : reliabilityVerdict(alpha.alpha, { units: alpha.units, raters: table.raters.length });
  const totals = scores.map(({ rater, score }) => ({
    rater,
    total: score.total === null ? null : Number(score.total),
  }));
  const raters = totals.map(({ rater, total }) => ({
    rater,
    total,
    difference: total === null ? null : fromOthers(total, rater, totals),
  }));
  raters.sort((a, b) => (b.difference ?? 0) - (a.difference ?? 0) || (a.rater < b.rater ? -1 : 1));
  return { alpha, verdict, icc: icc(table), raters };
}

function fromOthers(
  total: number,
  rater: string,
  totals: readonly { rater: string; total: number | null }[],
): number | null {
  const others = totals.flatMap((one) => (one.rater === rater || one.total === null ? [] : one.total));
  if (others.length === 0) return null;
  return total - others.reduce((sum, value) => sum + value, 0) / others.length;
}
