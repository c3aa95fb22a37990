import { type Actor, ROLES, type Role, rolesWho, scopeOf } from '@jiedui/shared/access';
import type { Core } from '@strapi/strapi';
import { listRecords } from '../read/list';
import { allModels, type Model } from '../read/model';
import { dialect } from '../read/reader';
import { faultPoint } from './fault';

/** Records may come and go while they are counted. */
const TRIES = 3;

/**
 * Whether a server on a new model is fit to take over: its sign-in answers, and the list of every type does with
 * as many records as its table has. Throws with what is wrong.
 */
export async function checkHealth(strapi: Core.Strapi): Promise<void> {
  faultPoint('checking');
  await checkSignIn(strapi);
  for (const model of allModels()) await checkList(strapi, model);
  await hurry(strapi);
}

/** While it started it could wait long for a write; whoever serves must not. */
async function hurry(strapi: Core.Strapi): Promise<void> {
  if (dialect() === 'sqlite') await strapi.db.connection.raw('PRAGMA busy_timeout = 5000');
}

async function checkSignIn(strapi: Core.Strapi): Promise<void> {
  const address = strapi.server.httpServer.address();
  const port = typeof address === 'object' ? address?.port : null;
  const answer = await fetch(`http://127.0.0.1:${port}/api/auth/local`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Connection: 'close' },
    body: '{}',
  });
  if (answer.status !== 401) throw new Error(`The sign-in answers ${answer.status}`);
}

async function checkList(strapi: Core.Strapi, model: Model): Promise<void> {
  const [some] = rolesWho('read', model.resource);
  const all = ROLES.find((role) => scopeOf(role, 'read', model.resource) === 'all');
  // A type that nobody may read yet has no list.
  if (!some) return;
  for (let left = TRIES; ; left -= 1) {
    const stored = await countRows(strapi, model);
    const { meta } = await listRecords(model, eyesOf(all ?? some), { pagination: { pageSize: 1 } });
    if (!all || meta.pagination.total === stored) return;
    if (left === 0)
      throw new Error(`The list of ${model.resource} has ${meta.pagination.total} of ${stored}`);
  }
}

/** Somebody of a role, without an account. */
const eyesOf = (role: Role): Actor => ({
  id: 0,
  documentId: '',
  username: '',
  displayName: '',
  role,
  unit: null,
  station: null,
  town: null,
  department: null,
});

async function countRows(strapi: Core.Strapi, model: Model): Promise<number> {
  const [row] = await strapi.db.connection(model.table).count({ n: '*' });
  return Number(row?.n);
}
