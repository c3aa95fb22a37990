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
import { beforeTalks, type Sheet, type SheetPoints, sheetPointsReader } from '../scoring';

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

/** `before` and `changed` are of sheets that talks changed: the points before them, and how many entries. */
type Read = {
  unit: string;
  rater: string;
  score: SheetPoints | null;
  before: SheetPoints | null;
  changed: number;
  recused: boolean;
};
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
  const judged = indicatorsOf(rubric).filter(({ indicator }) => judges(COMPARED_SOURCE, indicator)).length;
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
    coverage: roundCoverage(read.flatMap((one) => askedScores(one, judged))),
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
  const entries = scored.reduce((sum, { changed }) => sum + changed, 0);
  if (entries === 0) return null;
  const former = scored.map((one) => ({ ...one, score: one.before ?? one.score }));
  return {
    sheets: scored.filter(({ changed }) => changed > 0).length,
    entries,
    before: {
      total: agreementOf(ratingTable(ratingsOf(former, ({ total }) => total))),
      dimensions: agreementByDimension(rubric, former),
    },
  };
}

/** Sheets that are read between two reports of progress. */
const AT_ONCE = 500;

function* readSheets(rubric: Rubric, asked: readonly AskedSheet[], of: number): Generator<Progress, Read[]> {
  const pointsOf = sheetPointsReader(rubric);
  const read: Read[] = [];
  for (const one of asked) {
    if (read.length % AT_ONCE === 0) yield { done: read.length, of };
    const { unit, rater, sheet, recused = false } = one;
    const changed = Object.keys(sheet?.moderated ?? {}).length;
    const before = sheet && changed > 0 ? pointsOf(beforeTalks(sheet)) : null;
    read.push({ unit, rater, score: sheet && pointsOf(sheet), before, changed, recused });
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
  type Cell = ScoredCell & { scores: { rater: string; value: number }[] };
  const byUnit = new Map<string, Map<string | null, Cell>>();
  const add = (
    unit: string,
    dimension: string | null,
    maximum: number,
    rater: string,
    value: number | null,
  ) => {
    if (value === null || maximum <= 0) return;
    const cells = byUnit.get(unit) ?? new Map<string | null, Cell>();
    byUnit.set(unit, cells);
    const cell = cells.get(dimension) ?? { unit, dimension, maximum, scores: [] };
    cells.set(dimension, cell);
    cell.scores.push({ rater, value });
  };
  for (const { unit, rater, score } of scored) {
    add(unit, null, score.max, rater, score.total);
    for (const { code, max, value } of score.dimensions) add(unit, code, max, rater, value);
  }
  return [...byUnit.values()].flatMap((cells) => [...cells.values()]);
}

/** What became of the scores of one sheet, counted by reason. */
function askedScores({ unit, rater, score, recused }: Read, judged: number): AskedScore[] {
  if (!score && judged === 0) return [];
  if (!score) return [{ unit, rater, state: recused ? 'recused' : 'notScored', count: judged }];
  const counts = new Map<AskedScore['state'], number>();
  for (const state of score.states) counts.set(state, (counts.get(state) ?? 0) + 1);
  return [...counts].map(([state, count]) => ({ unit, rater, state, count }));
}
