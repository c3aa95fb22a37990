import type { Actor } from '@jiedui/shared/access';
import { addDays, dayOf } from '@jiedui/shared/calendar';
import { clock } from '../../clock';
import { findRecord, readScope } from '../../read/list';
import { modelOf } from '../../read/model';
import { reader } from '../../read/reader';
import { usageDay } from './usage';

const DAYS = 30;

/** What a consumer asked for on each of the last thirty days, newest first; a day without a request too. */
export async function usageOf(actor: Actor, documentId: string) {
  const consumer = await findRecord(modelOf('api-consumer'), actor, documentId, { fields: ['dailyQuota'] });
  const { day: today } = usageDay(Date.now());
  const rows = await reader().all(
    `SELECT day, requests, not_modified, refused, bytes FROM api_usage
     WHERE consumer_id = ? AND day > ? ORDER BY day`,
    [consumer.id as number, addDays(today, -DAYS)],
  );
  const byDay = new Map(rows.map((row) => [String(row.day), row]));
  return Array.from({ length: DAYS }, (_row, back) => {
    const day = addDays(today, -back);
    const row = byDay.get(day);
    return {
      day,
      requests: Number(row?.requests ?? 0),
      notModified: Number(row?.not_modified ?? 0),
      refused: Number(row?.refused ?? 0),
      bytes: Number(row?.bytes ?? 0),
    };
  });
}

const MOST = 200;

/** When each consumer last asked, how often today, and how many tokens of it are in force. */
export async function standings(actor: Actor) {
  const scope = readScope(modelOf('api-consumer'), actor);
  const rows = await reader().all(
    `SELECT t.document_id, t.daily_quota, u.requests, k.used_at, k.live
     FROM api_consumers t
     LEFT JOIN api_usage u ON u.consumer_id = t.id AND u.day = ?
     LEFT JOIN (
       SELECT consumer_id, max(used_at) AS used_at,
         sum(CASE WHEN revoked_at IS NULL AND (expires_on IS NULL OR expires_on >= ?) THEN 1 ELSE 0 END) AS live
       FROM api_tokens GROUP BY consumer_id
     ) k ON k.consumer_id = t.id
     ${scope ? `WHERE ${scope.text}` : ''} ORDER BY t.id DESC LIMIT ${MOST}`,
    [usageDay(Date.now()).day, dayOf(clock().now()), ...(scope?.params ?? [])],
  );
  return rows.map((row) => ({
    documentId: String(row.document_id),
    quota: Number(row.daily_quota),
    today: Number(row.requests ?? 0),
    tokens: Number(row.live ?? 0),
    usedAt: row.used_at === null ? null : new Date(Number(row.used_at)).toISOString(),
  }));
}
