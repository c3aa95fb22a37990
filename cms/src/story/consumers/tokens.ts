import { randomBytes } from 'node:crypto';
import type { Actor } from '@jiedui/shared/access';
import { dayOf } from '@jiedui/shared/calendar';
import {
  HINT_LENGTH,
  MOST_TOKENS,
  TOKEN_PREFIX,
  tokenExpiryProblem,
  tokenStanding,
} from '@jiedui/shared/consumer';
import { fieldError } from '@jiedui/shared/model';
import { isEditable, machineOf } from '@jiedui/shared/workflow';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { type AuditAction, writeEntries } from '../../audit/entry';
import { clock } from '../../clock';
import { Refusal } from '../../guard/errors';
import { findRecord } from '../../read/list';
import { modelOf } from '../../read/model';
import { reader } from '../../read/reader';
import { lockedRow } from '../../write/actions';
import type { Values } from '../../write/column-values';
import { stateHashOfRow } from '../../write/store';
import { writeTransaction } from '../../write/transaction';
import { forgetConsumers } from './auth';
import { hashOf } from './hash';

const TABLE = 'api_tokens';
const RESOURCE = 'api-consumer';

const today = (): string => dayOf(clock().now());
const iso = (milliseconds: unknown): string | null =>
  milliseconds === null ? null : new Date(Number(milliseconds)).toISOString();

/** The tokens of a consumer, newest first, by what may be known of them. */
export async function tokensOf(actor: Actor, documentId: string) {
  const consumer = await findRecord(modelOf(RESOURCE), actor, documentId, { fields: ['expiresOn'] });
  const rows = await reader().all(
    `SELECT id, hint, made_by, made_at, expires_on, used_at, revoked_at FROM ${TABLE}
     WHERE consumer_id = ? ORDER BY id DESC LIMIT 100`,
    [consumer.id as number],
  );
  return rows.map((row) => ({
    id: Number(row.id),
    hint: String(row.hint),
    madeBy: String(row.made_by),
    madeAt: iso(row.made_at),
    usedAt: iso(row.used_at),
    expiresOn: row.expires_on as string | null,
    revokedAt: iso(row.revoked_at),
    standing: tokenStanding(
      { revokedAt: row.revoked_at as number | null, expiresOn: row.expires_on as string | null },
      consumer.expiresOn as string | null,
      today(),
    ),
  }));
}

/** Makes a token. It is in this answer and nowhere else. */
export async function makeToken(strapi: Core.Strapi, actor: Actor, documentId: string, input: Values) {
  const unknown = Object.keys(input).filter((name) => name !== 'expiresOn');
  const errors = unknown.map((name) => fieldError([name], 'UNKNOWN_FIELD'));
  const wrong = tokenExpiryProblem(input.expiresOn, today());
  if (wrong) errors.push(wrong);
  if (errors.length > 0) throw new Refusal(400, 'BAD_INPUT', { errors });
  const token = TOKEN_PREFIX + randomBytes(32).toString('base64url');
  const hint = token.slice(-HINT_LENGTH);
  const id = await writeTransaction(strapi, async (trx) => {
    const consumer = await consumerForWrite(trx, actor, documentId);
    if (!isEditable(machineOf(RESOURCE), consumer.row.state, actor.role))
      throw new Refusal(409, 'STATE_LOCKED');
    await requireRoom(trx, consumer.id);
    const [made] = await trx(TABLE)
      .insert({
        consumer_id: consumer.id,
        token_hash: hashOf(token),
        hint,
        made_by: actor.displayName,
        made_at: Date.now(),
        expires_on: input.expiresOn ?? null,
      })
      .returning('id');
    await note(trx, actor, consumer, 'makeToken', [null, `…${hint}`]);
    return Number(made.id);
  });
  return { id, token, hint, expiresOn: input.expiresOn ?? null };
}

/** Ends a token: from now on it opens nothing. */
export async function endToken(
  strapi: Core.Strapi,
  actor: Actor,
  documentId: string,
  id: number,
): Promise<void> {
  if (!Number.isInteger(id) || id < 1 || id > MOST_ID) throw new Refusal(404, 'NOT_FOUND');
  await writeTransaction(strapi, async (trx) => {
    const consumer = await consumerForWrite(trx, actor, documentId);
    const token = await trx(TABLE)
      .where({ id, consumer_id: consumer.id })
      .whereNull('revoked_at')
      .first('hint');
    if (!token) throw new Refusal(404, 'NOT_FOUND');
    await trx(TABLE).where({ id }).update({ revoked_at: Date.now() });
    await note(trx, actor, consumer, 'endToken', [`…${token.hint}`, null]);
  });
  forgetConsumers();
}

/** Ends every token of a consumer, inside the transaction of the step that does so. */
export async function endAllTokens(trx: Knex.Transaction, consumer: number): Promise<void> {
  await trx(TABLE)
    .where({ consumer_id: consumer })
    .whereNull('revoked_at')
    .update({ revoked_at: Date.now() });
}

/** What a row's number can be in the database. */
const MOST_ID = 2_147_483_647;

type Locked = { id: number; row: Record<string, unknown> };

/** The consumer, kept from others who would make a token of it at the same time. */
async function consumerForWrite(trx: Knex.Transaction, actor: Actor, documentId: string): Promise<Locked> {
  const row = await lockedRow(trx, modelOf(RESOURCE), actor, 'update', documentId);
  return { id: Number(row.id), row };
}

async function requireRoom(trx: Knex.Transaction, consumer: number): Promise<void> {
  const live = trx(TABLE).where({ consumer_id: consumer }).whereNull('revoked_at');
  const [counted] = await live
    .andWhere((until) => until.whereNull('expires_on').orWhere('expires_on', '>=', today()))
    .count({ n: '*' });
  if (Number(counted?.n) < MOST_TOKENS) return;
  throw new Refusal(409, 'BAD_INPUT', {
    words: {
      zh: `最多可有 ${MOST_TOKENS} 个有效令牌,请先停用不用的。`,
      en: `There may be ${MOST_TOKENS} tokens in force; revoke some first.`,
    },
  });
}

/** The log tells that there is a token and its last characters, never the token; the record itself is as before. */
async function note(
  trx: Knex.Transaction,
  actor: Actor,
  { id, row }: Locked,
  action: AuditAction,
  change: [string | null, string | null],
): Promise<void> {
  await writeEntries(trx, [
    {
      actor,
      action,
      resource: RESOURCE,
      rowId: id,
      documentId: String(row.document_id),
      rev: Number(row.rev),
      changes: { token: change },
      stateHash: await stateHashOfRow(trx, modelOf(RESOURCE), row),
    },
  ]);
}
