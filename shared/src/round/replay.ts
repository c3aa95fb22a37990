import { runToEnd } from '../reliability';
import { findIndicator, type Rubric } from '../rubric';
import { checkEntries, type Entry, type EntryError, type UnitScore } from '../scoring';
import type { FrozenRound } from './frozen-round';
import { outcomeOf, scoreOf, type UnitInputs, type UnitOutcome } from './outcome';
import { type RoundStatistics, statisticsOf } from './statistics';
import { COMPARED_SOURCE, trustOf } from './trust';

/** The units' results, computed again from their frozen inputs, by the address of the unit. */
export function replayOutcome(
  frozen: Pick<FrozenRound, 'rubric' | 'roster'>,
  inputs: ReadonlyMap<string, UnitInputs>,
): UnitOutcome[] {
  const scores = new Map<string, UnitScore>();
  for (const [unit, own] of inputs) {
    const score = scoreOf(frozen.rubric, own);
    if (score) scores.set(unit, score);
  }
  return outcomeOf(frozen, scores);
}

/** The statistics of the sheets that counted; `seed` is the round's frozen hash. */
export function replayStatistics(
  rubric: Rubric,
  inputs: ReadonlyMap<string, UnitInputs>,
  seed: string,
): RoundStatistics {
  const asked = [...inputs].flatMap(([unit, { sheets }]) =>
    sheets
      .filter(({ source }) => source === COMPARED_SOURCE)
      .map((sheet) => ({ unit, rater: sheet.evaluatorId, sheet })),
  );
  return statisticsOf(runToEnd(trustOf(rubric, asked, { seed })));
}

/** What an upheld appeal puts in place of the entries of one indicator, by the sheet's address. */
export type Correction = Readonly<Record<string, Entry>>;

/** In place of a sheet's address: a figure that the unit itself holds, and no sheet. */
export const OWN_FIGURE = 'figure';

/** The key under which a unit's own figure for the indicator is kept; null where it stands on the sheets. */
export function ownFigureKey(rubric: Rubric, { metrics }: UnitInputs, indicator: string): string | null {
  const item = findIndicator(rubric, indicator)?.item;
  return item?.kind === 'metric' && Object.hasOwn(metrics, item.metric) ? item.metric : null;
}

/**
 * What is wrong with a correction of a unit's frozen inputs, with paths that start with the sheet's address: a sheet
 * that is not among them, an entry that does not fit the indicator, or nothing that is other than it was.
 */
export function correctionProblems(
  rubric: Rubric,
  inputs: UnitInputs,
  indicator: string,
  correction: unknown,
): EntryError[] {
  const figure = ownFigureKey(rubric, inputs, indicator);
  const entryAt = (id: string): Entry | undefined =>
    figure === null
      ? inputs.sheets.find((one) => one.id === id)?.entries[indicator]
      : { value: inputs.metrics[figure] ?? undefined };
  if (correction && (typeof correction !== 'object' || Array.isArray(correction)))
    return [{ path: [], code: 'shape', message: WRONG_FORM }];
  const given = Object.entries((correction ?? {}) as Record<string, unknown>);
  const problems = given.flatMap(([id, entry]): EntryError[] => {
    const source = figure === null ? inputs.sheets.find((one) => one.id === id)?.source : undefined;
    const known = figure === null ? source !== undefined : id === OWN_FIGURE;
    if (!known) return [{ path: [id], code: 'unknownSheet', message: NO_SHEET }];
    return checkEntries(rubric, { [indicator]: entry }, source).map((problem) => ({
      ...problem,
      path: [id, ...problem.path],
    }));
  });
  if (problems.length > 0) return problems;
  const changes = given.some(([id, entry]) => {
    return JSON.stringify(judged(entryAt(id))) !== JSON.stringify(judged(entry as Entry));
  });
  return changes ? [] : [{ path: [], code: 'nothingChanged', message: NOTHING_CHANGED }];
}

const WRONG_FORM = {
  zh: '更正应按评分表逐张填写,请重新填写。',
  en: 'A correction names the sheets with their new entries.',
};
const NO_SHEET = { zh: '该评分表不在本结果中。', en: 'This sheet is not part of the result.' };
const NOTHING_CHANGED = {
  zh: '更正后的评分与原评分相同;如不更正,请选“维持原结果”。',
  en: 'The corrected scores are the old ones; uphold the result instead.',
};

/** An entry without what is said beside it, its fields in one order. */
function judged(entry: Entry | undefined): [string, unknown][] {
  const fields = Object.entries(entry ?? {}).filter(
    ([key, value]) => key !== 'comment' && value !== undefined,
  );
  return fields.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The inputs with the corrected entries in place; everything else word for word as it was. */
export function correctedInputs(
  rubric: Rubric,
  inputs: UnitInputs,
  indicator: string,
  correction: Correction,
): UnitInputs {
  const figure = ownFigureKey(rubric, inputs, indicator);
  if (figure !== null) {
    const value = correction[OWN_FIGURE]?.value ?? null;
    return { ...inputs, metrics: { ...inputs.metrics, [figure]: value } };
  }
  return {
    ...inputs,
    sheets: inputs.sheets.map((sheet) => {
      const entry = Object.hasOwn(correction, sheet.id) ? correction[sheet.id] : undefined;
      return entry ? { ...sheet, entries: { ...sheet.entries, [indicator]: entry } } : sheet;
    }),
  };
}

/** What a reader sees first of a unit's result. */
export type Place = { rank: number | null; total: string | null; band: string | null };

/** A unit whose rank, total or band differs between two results of a round. */
export type MovedUnit = { unit: string; name: string; unitClass: string; before: Place; after: Place };

/** A unit's place in a result. */
export const placeOf = ({ rank, score, band }: UnitOutcome): Place => ({
  rank,
  total: score?.shown ?? null,
  band,
});

/** The units that another result of the round places otherwise, in the order of the later one. */
export function movedUnits(before: readonly UnitOutcome[], after: readonly UnitOutcome[]): MovedUnit[] {
  const known = new Map(before.map((unit) => [unit.unit, placeOf(unit)]));
  return after.flatMap((unit) => {
    const [was, is] = [known.get(unit.unit), placeOf(unit)];
    if (!was || (was.rank === is.rank && was.total === is.total && was.band === is.band)) return [];
    return [{ unit: unit.unit, name: unit.name, unitClass: unit.unitClass, before: was, after: is }];
  });
}
