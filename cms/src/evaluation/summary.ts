import type { Actor } from '@jiedui/shared/access';
import { bandsFor, dimensionMax, type Rubric } from '@jiedui/shared/rubric';
import { type RankedUnit, rankUnits } from '@jiedui/shared/scoring';
import { LRUCache } from 'lru-cache';
import { findRecord } from '../read/list';
import { modelOf } from '../read/model';
import { reader } from '../read/reader';
import { type Frozen, readFrozen } from './frozen';
import type { KeptResult } from './results';

/** A round's summary as it goes out, with the version it was made of. */
export type SummaryAnswer = { body: string; version: string };

const answers = new LRUCache<string, SummaryAnswer>({ max: 20 });

/**
 * The ranked summary of a round. Made from the kept results of its units, once per version of the round: a
 * changed sheet changes one unit's row and the version, and the next reader ranks again.
 */
export async function roundSummary(actor: Actor, documentId: string): Promise<SummaryAnswer> {
  const round = await findRecord(modelOf('round'), actor, documentId, {
    fields: ['name', 'state', 'frozenHash', 'rev'],
  });
  const [versionRow] = await reader().all('SELECT version FROM round_versions WHERE round_id = ?', [
    round.id,
  ]);
  const version = `${round.documentId}-${round.rev}-${versionRow?.version ?? 0}`;
  const known = answers.get(version);
  if (known) return known;
  const data =
    round.frozenHash === null ? emptySummary() : await makeSummary(round.id, String(round.frozenHash));
  const { name, state } = round;
  const body = JSON.stringify({ data: { round: { documentId, name, state }, ...data, version }, meta: {} });
  const answer = { body, version };
  answers.set(version, answer);
  return answer;
}

function emptySummary() {
  return { rubric: null, classes: [], updatedAt: null };
}

async function makeSummary(roundId: number, frozenHash: string) {
  const frozen = await frozenOf(roundId, frozenHash);
  const rows = await reader().all(
    `SELECT u.document_id, r.result, r.updated_at FROM round_results r JOIN units u ON u.id = r.unit_id
     WHERE r.round_id = ?`,
    [roundId],
  );
  const results = new Map(
    rows.map((row) => [String(row.document_id), JSON.parse(String(row.result)) as KeptResult]),
  );
  const updatedAt = rows.reduce((latest, row) => Math.max(latest, Number(row.updated_at)), 0);
  return {
    rubric: rubricFacts(frozen.rubric),
    classes: classSummaries(frozen, results),
    updatedAt: updatedAt > 0 ? new Date(updatedAt).toISOString() : null,
  };
}

/** The frozen inputs of a round; the parsed ones are kept, so that only their first reader fetches them. */
export async function frozenOf(roundId: number, frozenHash: string): Promise<Frozen> {
  try {
    return readFrozen(frozenHash, null);
  } catch {
    const [row] = await reader().all('SELECT frozen FROM rounds WHERE id = ?', [roundId]);
    return readFrozen(frozenHash, row?.frozen);
  }
}

function rubricFacts(rubric: Rubric) {
  return {
    name: rubric.name,
    example: rubric.example,
    digits: rubric.digits,
    minRaters: rubric.minRaters,
    bands: rubric.bands,
    dimensions: rubric.dimensions.map((dimension) => ({
      code: dimension.code,
      name: dimension.name,
      max: dimensionMax(dimension).toString(),
    })),
  };
}

function classSummaries({ rubric, roster }: Frozen, results: Map<string, KeptResult>) {
  const scored = roster.flatMap((unit) => {
    const result = results.get(unit.documentId);
    return result
      ? [{ unitId: unit.documentId, unitName: unit.name, unitClass: unit.unitClass, result }]
      : [];
  });
  const ranked = new Map(rankUnits(rubric, scored).map((group) => [group.unitClass, group]));
  return [...new Set(roster.map(({ unitClass }) => unitClass))].map((unitClass) => {
    const group = ranked.get(unitClass);
    const members = roster.filter((unit) => unit.unitClass === unitClass);
    const waiting = members.filter((unit) => !results.has(unit.documentId)).map(waitingRow);
    const rows = (group?.units ?? []).map((unit) =>
      rankedRow(rubric, unitClass, unit, results.get(unit.unitId)),
    );
    return { unitClass, units: members.length, ranked: group?.ranked ?? 0, rows: [...rows, ...waiting] };
  });
}

function rankedRow(rubric: Rubric, unitClass: string, unit: RankedUnit, result: KeptResult | undefined) {
  const band = bandsFor(rubric, unitClass).find(({ code }) => code === unit.band);
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
    dimensions: Object.fromEntries((result?.dimensionTotals ?? []).map((total) => [total.code, total.shown])),
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
    dimensions: {},
    note: { zh: '尚无已提交的评分表', en: 'No submitted sheet yet' },
  };
}
