import type { Actor } from '@jiedui/shared/access';
import type { RoundStatistics, UnitOutcome } from '@jiedui/shared/round';
import { fromColumn, jsonOf } from '../read/codec';
import { findRecord } from '../read/list';
import { modelOf } from '../read/model';
import { reader } from '../read/reader';
import type { Frozen } from './frozen';
import { frozenOf } from './summary';

/** A published result with what every paper about it says: whose it is, of when, and how it is proved. */
export type PublishedResult = {
  id: number;
  documentId: string;
  number: number;
  /** The number of the last result of the round: a later one corrects this one. */
  last: number;
  signedAt: string;
  engineVersion: string;
  frozenHash: string;
  inputsHash: string;
  outcomeHash: string;
  /** Null where it was signed before bulletins had one. */
  bulletinHash: string | null;
  statistics: RoundStatistics;
  round: PublishedRound;
  frozen: Frozen;
};

export type PublishedRound = {
  id: number;
  documentId: string;
  name: string;
  opensOn: string;
  closesOn: string;
  programme: string | null;
  issuer: string;
};

const COLUMNS = `r.id, r.document_id, r.number, r.signed_at, r.engine_version, r.frozen_hash, r.inputs_hash,
  r.outcome_hash, r.bulletin_hash, r.statistics, r.round_id, (SELECT MAX(number) FROM results WHERE round_id = r.round_id) AS last`;

/** A published result that the actor may read as a whole. */
export async function readPublished(actor: Actor, documentId: string): Promise<PublishedResult> {
  const { id } = await findRecord(modelOf('result'), actor, documentId, { fields: ['number'] });
  return publishedById(id);
}

/** The same by its row, for whoever was let in by a record of it. */
export async function publishedById(id: number): Promise<PublishedResult> {
  const [row] = await reader().all(`SELECT ${COLUMNS} FROM results r WHERE r.id = ?`, [id]);
  if (!row) throw new Error(`A published result that is gone: ${id}`);
  const [round] = await reader().all(ROUND, [Number(row.round_id)]);
  if (!round) throw new Error(`A result without its round: ${id}`);
  return {
    id,
    documentId: String(row.document_id),
    number: Number(row.number),
    last: Number(row.last),
    signedAt: String(fromColumn({ type: 'datetime' }, row.signed_at)),
    engineVersion: String(row.engine_version),
    frozenHash: String(row.frozen_hash),
    inputsHash: String(row.inputs_hash),
    outcomeHash: String(row.outcome_hash),
    bulletinHash: row.bulletin_hash ? String(row.bulletin_hash) : null,
    statistics: jsonOf<RoundStatistics>(row.statistics),
    round: publishedRound(round),
    frozen: await frozenOf(Number(row.round_id), String(row.frozen_hash)),
  };
}

/** A round with its programme, as the papers name them. */
const ROUND = `SELECT o.id, o.document_id, o.name, o.opens_on, o.closes_on, p.name AS programme, p.organizers
  FROM rounds o LEFT JOIN programmes p ON p.id = o.programme_id WHERE o.id = ?`;

export function publishedRound(row: Record<string, unknown>): PublishedRound {
  return {
    id: Number(row.id),
    documentId: String(row.document_id),
    name: String(row.name),
    opensOn: String(row.opens_on),
    closesOn: String(row.closes_on),
    programme: row.programme ? planName(String(row.programme)) : null,
    issuer: issuerOf(row.organizers),
  };
}

const planName = (name: string): string => (name.endsWith('方案') ? name : `${name}工作方案`);

/** The office that guides the programme signs. */
function issuerOf(organizers: unknown): string {
  return jsonOf<{ guiding?: string[] } | null>(organizers)?.guiding?.[0] ?? '（发文机关）';
}

/** The results of the units of a published result, in the order of their places. */
export async function publishedUnits(resultId: number): Promise<UnitOutcome[]> {
  const rows = await reader().all('SELECT figures FROM unit_results WHERE result_id = ? ORDER BY place', [
    resultId,
  ]);
  return rows.map(({ figures }) => jsonOf<UnitOutcome>(figures));
}
