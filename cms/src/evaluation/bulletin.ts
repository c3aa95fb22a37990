import type { Actor } from '@jiedui/shared/access';
import { dayOf } from '@jiedui/shared/calendar';
import {
  type Bulletin,
  type BulletinCorrection,
  type BulletinFacts,
  type BulletinSentence,
  bulletinOf,
  correctionFrom,
  type RoundStatistics,
  type StaleSentence,
  sentencesOf,
  staleness,
  type UnitInputs,
  type UnitOutcome,
} from '@jiedui/shared/round';
import type { Rubric } from '@jiedui/shared/rubric';
import { enumWords } from '@jiedui/shared/text';
import type { Knex } from 'knex';
import { Refusal } from '../guard/errors';
import { fromColumn } from '../read/codec';
import { reader } from '../read/reader';
import type { Stored } from '../write/store';
import { bulletinState, type Counted, type KeptBulletin, type KeptRow, readKept } from './kept-bulletin';
import { publishedInputs } from './published-inputs';
import {
  type PublishedResult,
  type PublishedRound,
  publishedById,
  publishedRound,
  publishedUnits,
  readPublished,
} from './published-result';

/** A bulletin with what makes it an official paper: who issues it, when, and how it is proved. */
export type IssuedBulletin = {
  bulletin: Bulletin;
  issuer: string;
  signedAt: string;
  number: number;
  outcomeHash: string;
  /** The number of the last result of the round: a later one corrects this one. */
  last: number;
  round: PublishedRound;
  /** Sentences that no longer say what their query answers, and what it answers now. */
  staleOf: (sentence: BulletinSentence) => StaleSentence | null;
  stale: number;
};

export const classWords = (unitClass: string): string => enumWords('unit', 'unitClass', unitClass).zh;

type Signed = {
  round: Stored;
  rubric: Rubric;
  units: readonly UnitOutcome[];
  statistics: RoundStatistics;
  correction: BulletinCorrection | null;
  counted: Counted;
  signedAt: string;
};

/** The bulletin as it reads at the sign-off, in its transaction, to be kept with its result. */
export async function signedBulletin(trx: Knex.Transaction, signed: Signed) {
  const { round, counted, signedAt } = signed;
  const [row] = await trx('rounds as o')
    .leftJoin('programmes as p', 'p.id', 'o.programme_id')
    .where('o.id', round.id)
    .select('o.id', 'o.document_id', 'o.name', 'p.name as programme', 'p.organizers');
  const { opensOn, closesOn } = round.values;
  const told = publishedRound({ ...row, opens_on: opensOn, closes_on: closesOn });
  const bulletin = bulletinOf({ ...signed, ...counted, round: told, classWords }, signedAt);
  return { ...counted, issuer: told.issuer, bulletin: JSON.stringify(bulletin) };
}

/** A bulletin that somebody changed in the database is never given out under the result's fingerprint. */
async function keptBulletin({ id, bulletinHash }: PublishedResult): Promise<KeptBulletin | null> {
  const [row] = (await reader().all(
    'SELECT sheets, evaluators, issuer, bulletin FROM result_bulletins WHERE result_id = ?',
    [id],
  )) as KeptRow[];
  if (bulletinState(bulletinHash, row) === 'differs') throw new Refusal(409, 'BULLETIN_CHANGED');
  return row ? readKept(row) : null;
}

/** Results that were signed before bulletins were kept are counted when somebody asks. */
async function countedOf(resultId: number, kept: KeptBulletin | null): Promise<Counted> {
  return kept ?? countedIn((await publishedInputs(resultId)).values());
}

/** The same of a result's inputs. */
export function countedIn(inputs: Iterable<UnitInputs>): Counted {
  const sheets = [...inputs].flatMap((own) => own.sheets);
  return { sheets: sheets.length, evaluators: new Set(sheets.map(({ evaluatorId }) => evaluatorId)).size };
}

async function factsOf(result: PublishedResult, kept: KeptBulletin | null): Promise<BulletinFacts> {
  const { round, statistics, frozen } = result;
  const { sheets, evaluators } = await countedOf(result.id, kept);
  const units = await publishedUnits(result.id);
  const correction = await correctionOf(result, units);
  return { round, rubric: frozen.rubric, units, statistics, sheets, evaluators, correction, classWords };
}

async function correctionOf(
  { round, number }: PublishedResult,
  units: readonly UnitOutcome[],
): Promise<BulletinCorrection | null> {
  const [row] = await reader().all('SELECT id, signed_at FROM results WHERE round_id = ? AND number = ?', [
    round.id,
    number - 1,
  ]);
  if (!row) return null;
  const signedOn = dayOf(String(fromColumn({ type: 'datetime' }, row.signed_at)));
  const earlier = { number: number - 1, signedOn, units: await publishedUnits(Number(row.id)) };
  return correctionFrom(number, earlier, units);
}

/** What the queries are answered from now: the last result of the round, with the names and days of today. */
async function factsNow(result: PublishedResult, own: BulletinFacts): Promise<BulletinFacts> {
  const last = result.last > result.number ? await lastFacts(result) : own;
  const rows = await reader().all(
    `SELECT u.document_id, u.name FROM units u WHERE u.id IN
       (SELECT unit_id FROM unit_results WHERE round_id = ?)`,
    [result.round.id],
  );
  const names = new Map(rows.map((row) => [String(row.document_id), String(row.name)]));
  const renamed = <U extends { unit: string; name: string }>(units: readonly U[]): U[] =>
    units.map((unit) => ({ ...unit, name: names.get(unit.unit) ?? unit.name }));
  const correction = last.correction && { ...last.correction, moved: renamed(last.correction.moved) };
  return { ...last, round: result.round, units: renamed(last.units), correction };
}

async function lastFacts({ round, last }: PublishedResult): Promise<BulletinFacts> {
  const [row] = await reader().all('SELECT id FROM results WHERE round_id = ? AND number = ?', [
    round.id,
    last,
  ]);
  const result = await publishedById(Number(row?.id));
  return factsOf(result, await keptBulletin(result));
}

/** The bulletin of a published result as it was signed, and what of it would be said otherwise today. */
export async function bulletinFor(actor: Actor, resultId: string): Promise<IssuedBulletin> {
  const result = await readPublished(actor, resultId);
  const kept = await keptBulletin(result);
  const own = await factsOf(result, kept);
  const bulletin = kept?.bulletin ?? bulletinOf(own, result.signedAt);
  const now = await factsNow(result, own);
  const staleOf = (sentence: BulletinSentence) => staleness(sentence, now);
  const { number, last, signedAt, outcomeHash, round } = result;
  return {
    bulletin,
    issuer: kept?.issuer ?? round.issuer,
    signedAt,
    number,
    outcomeHash,
    last,
    round,
    staleOf,
    stale: sentencesOf(bulletin).filter((sentence) => staleOf(sentence) !== null).length,
  };
}

/** The bulletin for the screen: every sentence with its query and whether it still holds, and the tables. */
export async function bulletinSentences(actor: Actor, resultId: string) {
  const issued = await bulletinFor(actor, resultId);
  const { bulletin, staleOf, round, ...rest } = issued;
  const told = (sentence: BulletinSentence) => ({ ...sentence, stale: staleOf(sentence) });
  const paragraphs = (list: Bulletin['sections'][number]['paragraphs']) =>
    list.map(({ lead, sentences }) => ({ lead, sentences: sentences.map(told) }));
  return {
    ...rest,
    round: { documentId: round.documentId, name: round.name },
    title: bulletin.title,
    addressee: bulletin.addressee,
    closing: bulletin.closing,
    tables: bulletin.tables,
    opening: paragraphs([bulletin.opening])[0],
    sections: bulletin.sections.map((section) => ({
      heading: section.heading,
      paragraphs: paragraphs(section.paragraphs),
    })),
    note: bulletin.note.map(told),
  };
}
