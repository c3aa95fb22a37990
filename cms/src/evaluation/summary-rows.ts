import { classesOf } from '@jiedui/shared/round';
import { bandIn, bandsFor, dimensionMax, type Rubric } from '@jiedui/shared/rubric';
import { classFigures, type RankedUnit, rankUnits } from '@jiedui/shared/scoring';
import type { Frozen } from './frozen';
import type { KeptResult } from './results';

export type ClassSummary = ReturnType<typeof classSummaries>[number];
export type SummaryRow = ClassSummary['rows'][number];

/** What a reader of the summary has to know of the rubric. Bands stand with each class: they may differ. */
export function rubricFacts(rubric: Rubric) {
  return {
    name: rubric.name,
    example: rubric.example,
    digits: rubric.digits,
    minRaters: rubric.minRaters,
    dimensions: rubric.dimensions.map((dimension) => ({
      code: dimension.code,
      name: dimension.name,
      max: dimensionMax(dimension).toString(),
    })),
  };
}

/** The units of every class, ranked, with the class's own bands and the middle of its totals. */
export function classSummaries({ rubric, roster }: Frozen, results: Map<string, KeptResult>) {
  const scored = roster.flatMap((unit) => {
    const result = results.get(unit.documentId);
    return result
      ? [{ unitId: unit.documentId, unitName: unit.name, unitClass: unit.unitClass, result }]
      : [];
  });
  const ranked = new Map(rankUnits(rubric, scored).map((group) => [group.unitClass, group]));
  return classesOf(roster).map((unitClass) => {
    const group = ranked.get(unitClass);
    const members = roster.filter((unit) => unit.unitClass === unitClass);
    const waiting = members.filter((unit) => !results.has(unit.documentId)).map(waitingRow);
    const rows = (group?.units ?? []).map((unit) =>
      rankedRow(rubric, unitClass, unit, results.get(unit.unitId)),
    );
    const totals = (group?.units ?? []).map(({ total }) => total);
    return {
      unitClass,
      units: members.length,
      ranked: group?.ranked ?? 0,
      ...classFigures(totals, rubric.digits),
      bands: bandsFor(rubric, unitClass),
      rows: [...rows, ...waiting],
    };
  });
}

function rankedRow(rubric: Rubric, unitClass: string, unit: RankedUnit, result: KeptResult | undefined) {
  const band = bandIn(rubric, unitClass, unit.band);
  return {
    unit: { documentId: unit.unitId, name: unit.unitName },
    rank: unit.rank,
    tiedWith: unit.tiedWith,
    total: unit.shown,
    band: band ? { code: band.code, words: band.label } : null,
    moved: unit.moved,
    tieBreak: unit.tieBreak ?? null,
    raters: result?.raters ?? 0,
    coverage: result?.coverage ?? null,
    rawMean: result?.rawMean ?? null,
    dimensions: shownByCode(result?.dimensionTotals ?? []),
    note: unit.unranked?.words ?? null,
  };
}

function waitingRow(unit: { documentId: string; name: string }) {
  return {
    unit: { documentId: unit.documentId, name: unit.name },
    rank: null,
    tiedWith: 0,
    total: null,
    band: null,
    moved: [],
    tieBreak: null,
    raters: 0,
    coverage: null,
    rawMean: null,
    dimensions: {} as Record<string, string | null>,
    note: { zh: '尚无已提交的评分表', en: 'No submitted sheet yet' },
  };
}

const shownByCode = (totals: KeptResult['dimensionTotals']): Record<string, string | null> =>
  Object.fromEntries(totals.map(({ code, shown }) => [code, shown]));
