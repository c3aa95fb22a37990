import type { Actor } from '@jiedui/shared/access';
import {
  type IdNumber,
  MOST_PASTED,
  maskOf,
  masksAgree,
  type PastedPerson,
  readPeople,
} from '@jiedui/shared/hours';
import { fieldError } from '@jiedui/shared/model';
import { Refusal } from '../guard/errors';
import { findRecord, readScope } from '../read/list';
import { modelOf } from '../read/model';
import { reader } from '../read/reader';
import { personHash } from './person-hash';

type Candidate = { documentId: string; name: string; maskedId: string | null; unit: string | null };

/**
 * One person of a pasted list and who that may be. `standing`: `known` is one volunteer, `several` are for a person to
 * choose from, `new` is nobody yet; `wrongId` and `otherName` need another look at the number; `there` is recorded
 * already.
 */
type ResolvedPerson = {
  line: number;
  name: string;
  idGiven: IdNumber['kind'];
  standing: 'known' | 'several' | 'new' | 'wrongId' | 'otherName' | 'there';
  candidates: Candidate[];
};

const MOST_CANDIDATES = 400;
const LONGEST_TEXT = 20_000;

type Row = Candidate & { id: number; id_hash: string | null };

/** Who the people of a pasted list are: by number among everybody, by name among those that the actor may read. */
export async function resolvePeople(
  actor: Actor,
  activity: string,
  text: unknown,
): Promise<ResolvedPerson[]> {
  const people = pasted(text);
  await findRecord(modelOf('activity'), actor, activity, { fields: ['documentId'] });
  const hashes = people.flatMap(({ id }) => (id.kind === 'valid' ? [personHash(id.number)] : []));
  const [byHash, byName, there] = await Promise.all([
    volunteersBy('t.id_hash', hashes, null),
    volunteersBy(
      't.name',
      people.map(({ name }) => name),
      actor,
    ),
    recordedAt(activity),
  ]);
  return people.map((person) => resolve(person, byHash, byName, there));
}

function pasted(text: unknown): PastedPerson[] {
  const tooMuch = {
    zh: `一次最多粘贴${MOST_PASTED}人。`,
    en: `At most ${MOST_PASTED} people at once.`,
  };
  if (typeof text !== 'string')
    throw new Refusal(400, 'BAD_INPUT', { errors: [fieldError(['text'], 'REQUIRED')] });
  const people = text.length > LONGEST_TEXT ? [] : readPeople(text);
  if (text.length > LONGEST_TEXT || people.length > MOST_PASTED)
    throw new Refusal(400, 'BAD_INPUT', { errors: [fieldError(['text'], 'TOO_LONG', tooMuch)] });
  return people;
}

async function volunteersBy(column: string, values: readonly string[], actor: Actor | null): Promise<Row[]> {
  if (values.length === 0) return [];
  const scope = actor && readScope(modelOf('volunteer'), actor);
  const marks = values.map(() => '?').join(', ');
  return (await reader().all(
    `SELECT t.id, t.document_id AS "documentId", t.name, t.masked_id AS "maskedId", t.id_hash, u.name AS unit
     FROM volunteers t LEFT JOIN units u ON u.id = t.unit_id
     WHERE ${column} IN (${marks}) ${scope ? `AND ${scope.text}` : ''} ORDER BY t.id LIMIT ${MOST_CANDIDATES}`,
    [...values, ...(scope?.params ?? [])],
  )) as Row[];
}

async function recordedAt(activity: string): Promise<Set<number>> {
  const rows = await reader().all(
    `SELECT a.volunteer_id FROM attendances a JOIN activities t ON t.id = a.activity_id WHERE t.document_id = ?`,
    [activity],
  );
  return new Set(rows.map((row) => Number(row.volunteer_id)));
}

function resolve(
  { line, name, id }: PastedPerson,
  byHash: readonly Row[],
  byName: readonly Row[],
  there: ReadonlySet<number>,
): ResolvedPerson {
  const answer = (standing: ResolvedPerson['standing'], rows: readonly Row[] = []): ResolvedPerson => ({
    line,
    name,
    idGiven: id.kind,
    standing: rows.length === 1 && there.has(rows[0]?.id ?? 0) ? 'there' : standing,
    candidates: rows.map(({ id: _, id_hash: __, ...candidate }) => candidate),
  });
  if (id.kind === 'wrong' || id.kind === 'other') return answer('wrongId');
  if (id.kind === 'valid') {
    const hash = personHash(id.number);
    const same = byHash.find((row) => row.id_hash === hash);
    if (same) return same.name === name ? answer('known', [same]) : answer('otherName');
  }
  // A name alone says little: who has another number is somebody else.
  const named = byName.filter((row) => row.name === name && mayBe(row, id));
  if (named.length === 0) return answer('new');
  return answer(named.length === 1 ? 'known' : 'several', named);
}

function mayBe({ maskedId, id_hash }: Row, id: IdNumber): boolean {
  if (id.kind === 'valid')
    return id_hash === null && (maskedId === null || masksAgree(maskedId, maskOf(id.number)));
  return id.kind !== 'masked' || maskedId === null || masksAgree(maskedId, id.masked);
}
