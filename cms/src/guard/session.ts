import { type Actor, asRole, type Duty, hasDuty } from '@jiedui/shared/access';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { LRUCache } from 'lru-cache';
import { toColumn } from '../read/codec';
import type { Param } from '../read/database';
import { dialect, reader } from '../read/reader';
import { lookAtSettings } from '../settings/settings';
import { Refusal } from './errors';

/** How long a checked token is believed without a look at the database, in milliseconds. */
const BELIEVED_FOR = 5_000;

type Sessions = {
  validateAccessToken(token: string): {
    isValid: boolean;
    payload?: { type: string; userId: string; sessionId: string; exp?: number };
  };
};

/** Strapi's name for the sessions of our accounts; its panel keeps its own. */
const ORIGIN = 'users-permissions';

const believed = new LRUCache<string, { actor: Actor; until: number }>({ max: 10_000, ttl: BELIEVED_FOR });

/** Forgets who is signed in, so that a revoked session or a changed role counts from now on in this process. */
export function forgetSessions(): void {
  believed.clear();
}

export const sessionManager = (strapi: Core.Strapi) =>
  (strapi as unknown as { sessionManager(origin: string): Sessions }).sessionManager(ORIGIN);

async function actorOf(strapi: Core.Strapi, token: string): Promise<Actor> {
  const known = believed.get(token);
  if (known && known.until > Date.now()) return known.actor;
  const sessions = sessionManager(strapi);
  const { isValid, payload } = sessions.validateAccessToken(token);
  if (!isValid || payload?.type !== 'access') throw new Refusal(401, 'SIGN_IN_REQUIRED');
  const [actor, active] = await Promise.all([loadActor(Number(payload.userId)), isActive(payload.sessionId)]);
  if (!actor || !active) throw new Refusal(401, 'SIGN_IN_REQUIRED');
  believed.set(token, { actor, until: (payload.exp ?? 0) * 1000 });
  return actor;
}

/**
 * Strapi's own question for this goes by the writers' connection, where it would wait for the end of an import.
 * Sessions live by real time, not by the product's clock.
 */
async function isActive(sessionId: string): Promise<boolean> {
  const now = toColumn({ type: 'datetime' }, new Date().toISOString(), dialect()) as Param;
  const found = await reader().all(
    'SELECT 1 FROM strapi_sessions WHERE session_id = ? AND origin = ? AND expires_at > ?',
    [sessionId, ORIGIN, now],
  );
  return found.length > 0;
}

/** The account as an actor; null when it is blocked, unknown, or of a role that the product does not know. */
export async function loadActor(id: number): Promise<Actor | null> {
  const [row] = await reader().all(
    `SELECT id, document_id, username, display_name, staff_role, blocked, unit_id, station_id, town_id, department_id
     FROM up_users WHERE id = ?`,
    [id],
  );
  const role = asRole(row?.staff_role);
  if (!row || !role || row.blocked === true || row.blocked === 1) return null;
  return {
    id: Number(row.id),
    documentId: String(row.document_id),
    username: String(row.username),
    displayName: String(row.display_name ?? row.username),
    role,
    unit: row.unit_id as number | null,
    station: row.station_id as number | null,
    town: row.town_id as number | null,
    department: row.department_id as number | null,
  };
}

function bearer(header: string | undefined): string | null {
  const match = /^Bearer (\S+)$/i.exec(header ?? '');
  return match?.[1] ?? null;
}

/** Who is signed in with this request; refuses where nobody is. */
export async function requireActor(strapi: Core.Strapi, ctx: Context): Promise<Actor> {
  const token = bearer(ctx.request.header.authorization);
  if (!token) throw new Refusal(401, 'SIGN_IN_REQUIRED');
  return actorOf(strapi, token);
}

/** What a route of ours may ask of its caller besides being signed in. */
export type RouteAuth = { duty?: Duty };

/**
 * The only way in to the API: a signed-in account of a known role. What it may do on which rows is the
 * guard's business; a route that names a duty is checked here.
 */
export function sessionStrategy(strapi: Core.Strapi) {
  return {
    name: 'jiedui-session',
    async authenticate(ctx: Context) {
      const actor = await requireActor(strapi, ctx);
      ctx.state.actor = actor;
      await lookAtSettings();
      return { authenticated: true, credentials: actor };
    },
    verify(auth: { credentials: Actor }, config: RouteAuth) {
      if (config.duty && !hasDuty(auth.credentials.role, config.duty)) throw new Refusal(403, 'NOT_ALLOWED');
    },
  };
}
