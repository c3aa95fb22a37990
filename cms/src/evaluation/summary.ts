import type { Actor } from '@jiedui/shared/access';
import { bandsFor, dimensionMax, type Rubric } from '@jiedui/shared/rubric';
import { type RankedUnit, rankUnits } from '@jiedui/shared/scoring';
import { LRUCache } from 'lru-cache';
import type { Row } from '../read/database';
import { findRecord } from '../read/list';
import { modelOf } from '../read/model';
import { reader } from '../read/reader';
import { type Frozen, readFrozen } from './frozen';
import type { KeptResult } from './results';

/** A round's summary as it goes out, with the version it was made of. */
export type SummaryAnswer = { body: Buffer; version: string };

const answers = new LRUCache<string, SummaryAnswer>({ max: 20 });

/**
 * The ranked summary of a round. Made from the kept results of its units, once per version of the round: a
 * changed sheet changes one unit's row and the version, and the next reader ranks again.
 */
export async function roundSummary(actor: Actor, documentId: string): Promise<SummaryAnswer> {
  const [round, [versionRow]] = await Promise.all([
    findRecord(modelOf('round'), actor, documentId, { fields: ['name', 'state', 'frozenHash', 'rev'] }),
    reader().all(
      'SELECT v.version FROM round_versions v JOIN rounds r ON r.id = v.round_id WHERE r.document_id = ?',
      [documentId],
    ),
  ]);
  const version = `${round.documentId}-${round.rev}-${versionRow?.version ?? 0}`;
  const known = answers.get(version);
  if (known) return known;
  const data =
    round.frozenHash === null ? emptySummary() : await makeSummary(round.id, String(round.frozenHash));
  const { name, state } = round;
  const answered = { data: { round: { documentId, name, state }, ...data, version }, meta: {} };
  // Kept as bytes: encoding hundreds of rows anew would cost each reader more than all the rest.
  const answer = { body: Buffer.from(JSON.stringify(answered)), version };
  answers.set(version, answer);
  return answer;
}

function emptySummary() {
  return { rubric: null, classes: [], updatedAt: null };
}

async function makeSummary(roundId: number, frozenHash: string) {
  const frozen = await frozenOf(roundId, frozenHash);
  const kept = await keptResults(roundId);
  const results = new Map([...kept.values()].map(({ documentId, result }) => [documentId, result]));
  const updatedAt = latest(kept, 'updatedAt');
  return {
    rubric: rubricFacts(frozen.rubric),
    classes: classSummaries(frozen, results),
    updatedAt: updatedAt > 0 ? new Date(updatedAt).toISOString() : null,
  };
}

type Kept = { version: number; documentId: string; updatedAt: number; result: KeptResult };

/** Results by the unit's row, as this process read them last. */
const keptByRound = new LRUCache<number, Map<number, Kept>>({ max: 20 });

/** The kept results of a round; those that did not change since the last time are not fetched again. */
async function keptResults(roundId: number): Promise<Map<number, Kept>> {
  const before = keptByRound.get(roundId) ?? new Map<number, Kept>();
  const seen = latest(before, 'version');
  // One statement, so that what is there and what changed are of the same moment.
  const rows = await reader().all(
    `SELECT r.unit_id, r.version, r.updated_at, u.document_id, CASE WHEN r.version > ? THEN r.result END AS result
     FROM round_results r LEFT JOIN units u ON u.id = r.unit_id AND r.version > ? WHERE r.round_id = ?`,
    [seen, seen, roundId],
  );
  const kept = new Map(rows.map((row) => [Number(row.unit_id), keptOf(row, before)]));
  keptByRound.set(roundId, kept);
  return kept;
}

const latest = (kept: Map<number, Kept>, what: 'version' | 'updatedAt') =>
  [...kept.values()].reduce((most, one) => Math.max(most, one[what]), 0);

function keptOf(row: Row, before: Map<number, Kept>): Kept {
  const known = before.get(Number(row.unit_id));
  if (row.result === null && known) return known;
  return {
    version: Number(row.version),
    documentId: String(row.document_id),
    updatedAt: Number(row.updated_at),
    result: JSON.parse(String(row.result)) as KeptResult,
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
