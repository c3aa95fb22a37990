import type { Actor } from '@jiedui/shared/access';
import type { Param } from '../../read/database';
import { readScope } from '../../read/list';
import { modelOf } from '../../read/model';
import { reader } from '../../read/reader';
import { instant } from './log';

/** How a webhook stands, beside its record. */
export type Standing = {
  webhook: string;
  secretAt: string | null;
  formerUntil: string | null;
  triedAt: string | null;
  /** Whether the last try was received; null where there was none. */
  received: boolean | null;
  failures: number;
  failingSince: string | null;
  waiting: number;
  /** Whether changes were missed while it was disabled and have not been replayed. */
  missed: boolean;
};

const MOST = 500;

/** How the webhooks that the actor reads stand, or the one of an address. */
export async function standingsOf(actor: Actor, documentId: string | null = null): Promise<Standing[]> {
  const model = modelOf('webhook');
  const scope = readScope(model, actor);
  const parts = [
    ...(scope ? [scope] : []),
    ...(documentId === null ? [] : [{ text: 't.document_id = ?', params: [documentId] as Param[] }]),
  ];
  const where = parts.length > 0 ? `WHERE ${parts.map(({ text }) => text).join(' AND ')}` : '';
  const rows = await reader().all(
    `SELECT t.document_id, s.*, (SELECT COALESCE(MAX(position), 0) FROM released_head) AS head,
       (SELECT COUNT(*) FROM webhook_deliveries d WHERE d.webhook_id = t.id AND d.state = 'waiting') AS waiting
     FROM "${model.table}" t LEFT JOIN webhook_standings s ON s.webhook_id = t.id ${where}
     ORDER BY t.id LIMIT ${MOST}`,
    parts.flatMap(({ params }) => params),
  );
  return rows.map(toStanding);
}

function toStanding(row: Record<string, unknown>): Standing {
  const missedFrom = row.disabled_position ?? null;
  return {
    webhook: String(row.document_id),
    secretAt: row.secret ? instant(row.secret_at) : null,
    formerUntil: row.former_secret ? instant(row.former_until) : null,
    triedAt: instant(row.tried_at),
    received: row.received === null || row.received === undefined ? null : Boolean(row.received),
    failures: Number(row.failures ?? 0),
    failingSince: instant(row.failing_since),
    waiting: Number(row.waiting),
    missed: missedFrom !== null && Number(missedFrom) < Number(row.head),
  };
}
