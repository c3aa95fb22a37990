import {
  type AlphaResult,
  type AskedScore,
  type Disagreement,
  disagreements,
  type GeneralizabilityResult,
  generalizability,
  type IccResult,
  icc,
  krippendorffAlpha,
  type Progress,
  type RankIntervalResult,
  type Rating,
  type RatingTable,
  type ReliabilityVerdict,
  type RoundCoverage,
  rankIntervals,
  ratingTable,
  reliabilityVerdict,
  roundCoverage,
  type ScoredCell,
  type SeverityResult,
  severityFit,
} from '../reliability';
import { indicatorsOf, judges, type Rubric, type SourceCode } from '../rubric';
import { beforeTalks, type Sheet, type SheetPoints, sheetPoints } from '../scoring';

/** The source whose evaluators are compared: the one in which several people score a unit by the same sheet. */
export const COMPARED_SOURCE: SourceCode = 'district';

/** Evaluators further apart than this, in percent of the points to be had, should talk (ours): where a round says nothing. */
export const DISAGREEMENT_PERCENT = 20;

/** A sheet that an evaluator was asked for; `sheet` is null until it is submitted, and for good where recused. */
export type AskedSheet = { unit: string; rater: string; sheet: Sheet | null; recused?: boolean };

/** How far evaluators agree, with what that allows; no verdict where there is no coefficient. */
export type Agreement = { alpha: AlphaResult; verdict: ReliabilityVerdict | null };

/** How far the scores of a round can be trusted; units and raters by their ids, points as on the sheets. */
export type Trust = {
  /** Units and evaluators of the sheets that are in. */
  units: number;
  raters: number;
  total: Agreement;
  dimensions: DimensionAgreement[];
  /** Of the totals, where everybody scored everything. */
  icc: IccResult;
  /** What can be had instead where there are gaps; null where there are none. */
  generalizability: GeneralizabilityResult | null;
  severity: SeverityResult;
  ranks: RankIntervalResult;
  /** Percent of the points above which evaluators are listed as apart. */
  threshold: number;
  disagreements: Disagreement[];
  /** What talks changed, with the agreement as it was before them; null where none changed a score. */
  moderated: Moderation | null;
  /** By indicator: a sheet that is not in leaves all of its indicators open. */
  coverage: RoundCoverage;
};

/** Sheets and entries that talks changed, and how far the evaluators agreed before. */
export type Moderation = {
  sheets: number;
  entries: number;
  before: { total: Agreement; dimensions: DimensionAgreement[] };
};

export type DimensionAgreement = Agreement & { code: string; name: string };

type Read = { unit: string; rater: string; score: SheetPoints | null; sheet: Sheet | null; recused: boolean };
type Scored = Read & { score: SheetPoints };

export type TrustOptions = {
  /** Decides the resamples; the same seed gives the same intervals. */
  seed: string;
  threshold?: number;
  resamples?: number;
};

/**
 * Agreement, severity, rank intervals, disagreements and coverage of the sheets of one source (domain: trust panel).
 * A generator because the resamples take time: it yields its progress and returns the panel.
 * Throws RangeError when an evaluator has two sheets of one unit.
 */
export function* trustOf(
  rubric: Rubric,
  asked: readonly AskedSheet[],
  { seed, threshold = DISAGREEMENT_PERCENT, resamples = 1000 }: TrustOptions,
): Generator<Progress, Trust> {
  const of = asked.length + resamples;
  const read = yield* readSheets(rubric, asked, of);
  const scored = read.filter((one): one is Scored => one.score !== null);
  const table = ratingTable(ratingsOf(scored, ({ total }) => total));
  const block = icc(table);
  return {
    units: table.units.length,
    raters: table.raters.length,
    total: agreementOf(table),
    dimensions: agreementByDimension(rubric, scored),
    icc: block,
    generalizability: block.icc === null ? generalizability(table) : null,
    severity: severityFit(table),
    ranks: yield* after(asked.length, of, rankIntervals(table, { seed, resamples })),
    threshold,
    disagreements: disagreements(cellsOf(scored), threshold),
    moderated: moderationOf(rubric, scored),
    coverage: roundCoverage(read.flatMap((one) => askedScores(rubric, one))),
  };
}

function agreementByDimension(rubric: Rubric, scored: readonly Scored[]): DimensionAgreement[] {
  return rubric.dimensions.map(({ code, name }) => ({
    code,
    name,
    ...agreementOf(ratingTable(ratingsOf(scored, (score) => dimensionOf(score, code)?.value ?? null))),
  }));
}

function moderationOf(rubric: Rubric, scored: readonly Scored[]): Moderation | null {
  const changed = scored.map(({ sheet }) => Object.keys(sheet?.moderated ?? {}).length);
  const entries = changed.reduce((sum, count) => sum + count, 0);
  if (entries === 0) return null;
  const before = scored.map((one, at) =>
    one.sheet && changed[at] ? { ...one, score: sheetPoints(rubric, beforeTalks(one.sheet)) } : one,
  );
  return {
    sheets: changed.filter((count) => count > 0).length,
    entries,
    before: {
      total: agreementOf(ratingTable(ratingsOf(before, ({ total }) => total))),
      dimensions: agreementByDimension(rubric, before),
    },
  };
}

/** Sheets that are read between two reports of progress. */
const AT_ONCE = 500;

function* readSheets(rubric: Rubric, asked: readonly AskedSheet[], of: number): Generator<Progress, Read[]> {
  const read: Read[] = [];
  for (const { unit, rater, sheet, recused = false } of asked) {
    if (read.length % AT_ONCE === 0) yield { done: read.length, of };
    read.push({ unit, rater, sheet, score: sheet && sheetPoints(rubric, sheet), recused });
  }
  return read;
}

/** The progress of a part that comes after `before` of the whole. */
function* after<T>(before: number, of: number, part: Generator<Progress, T>): Generator<Progress, T> {
  for (;;) {
    const step = part.next();
    if (step.done) return step.value;
    yield { done: before + step.value.done, of };
  }
}

const dimensionOf = ({ dimensions }: SheetPoints, code: string) =>
  dimensions.find((dimension) => dimension.code === code);

/** What is not scored is left out. */
function ratingsOf(scored: readonly Scored[], pointsOf: (score: SheetPoints) => number | null): Rating[] {
  return scored.flatMap(({ unit, rater, score }) => {
    const value = pointsOf(score);
    return value === null ? [] : [{ unit, rater, value }];
  });
}

function agreementOf(table: RatingTable): Agreement {
  const alpha = krippendorffAlpha(table, 'interval');
  if (alpha.alpha === null) return { alpha, verdict: null };
  const basis = { units: alpha.units, raters: table.raters.length };
  return { alpha, verdict: reliabilityVerdict(alpha.alpha, basis) };
}

/** The totals and the dimensions of each unit, where there are points to be had. */
function cellsOf(scored: readonly Scored[]): ScoredCell[] {
  const cells = new Map<string, ScoredCell & { scores: { rater: string; value: number }[] }>();
  const add = (
    unit: string,
    dimension: string | null,
    maximum: number,
    rater: string,
    value: number | null,
  ) => {
    if (value === null || maximum <= 0) return;
    const key = JSON.stringify([unit, dimension]);
    const cell = cells.get(key) ?? { unit, dimension, maximum, scores: [] };
    cells.set(key, cell);
    cell.scores.push({ rater, value });
  };
  for (const { unit, rater, score } of scored) {
    add(unit, null, score.max, rater, score.total);
    for (const { code, max, value } of score.dimensions) add(unit, code, max, rater, value);
  }
  return [...cells.values()];
}

function askedScores(rubric: Rubric, { unit, rater, score, recused }: Read): AskedScore[] {
  if (score) return score.states.map((state) => ({ unit, rater, state }));
  return indicatorsOf(rubric)
    .filter(({ indicator }) => judges(COMPARED_SOURCE, indicator))
    .map(() => ({ unit, rater, state: recused ? 'recused' : 'notScored' }));
}
