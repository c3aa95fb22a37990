import { type Action, accessOf, ROLES, type Role, scopeOf } from '@jiedui/shared/access';
import { machineOf } from '@jiedui/shared/workflow';
import { beforeAll, describe, expect, it } from 'vitest';
import { builders } from './support/builders';
import { type Client, office, type Rec } from './support/client';
import { createValues } from './support/create-values';
import { inScope, makeWorld, PLURAL, RESOURCES, type World } from './support/world';

/** A revision that no record has: who may write gets as far as the clash, and nothing changes. */
const NO_SUCH_REV = 999_999;

let world: World;
beforeAll(async () => {
  const by = await office();
  world = await makeWorld(by, builders(by));
});

const SIDES = ['own', 'foreign'] as const;

/** What the matrix promises for an action on a row: allowed, not there for this person, or not for this role. */
function expected(role: Role, action: Action | 'transition', resource: string, record: Rec, allowed: number) {
  const scope = scopeOf(role, action, resource);
  if (scope === null) return 403;
  return inScope(world, world.actors[role], resource, record.id, scope) ? allowed : 404;
}

function recordOf(side: (typeof SIDES)[number], resource: string, role?: Role): Rec {
  const record = (role && world.forRole[side][role]?.[resource]) ?? world[side][resource];
  if (!record) throw new Error(`The world has no ${side} ${resource}`);
  return record;
}

const clientOf = (role: Role): Client => world.people[role].client;

describe('the world of the test', () => {
  it('has an own and a foreign row of every type of the matrix', () => {
    for (const side of SIDES) expect(Object.keys(world[side]).sort()).toEqual([...RESOURCES].sort());
  });

  it('tells own from foreign: every reach of the matrix finds its own row and not the foreign one', () => {
    for (const resource of RESOURCES) {
      for (const role of ROLES) {
        const scope = scopeOf(role, 'read', resource);
        if (scope === null || scope === 'all') continue;
        const found = SIDES.map((side) =>
          inScope(world, world.actors[role], resource, recordOf(side, resource, role).id, scope),
        );
        expect(found, `${role} × ${resource}`).toEqual([true, false]);
      }
    }
  });
});

describe.each(ROLES.flatMap((role) => RESOURCES.map((resource) => ({ role, resource }))))(
  '$role × $resource',
  ({ role, resource }) => {
    const path = `/${PLURAL[resource]}`;
    const staff = resource === 'staff';

    it('lists the rows of its scope and no others', async () => {
      const ids = SIDES.map((side) => recordOf(side, resource, role).documentId);
      const filter = ids.map((id, at) => `filters[documentId][$in][${at}]=${id}`).join('&');
      const answer = await clientOf(role).get(`${path}?${filter}`);
      if (scopeOf(role, 'read', resource) === null) {
        expect(answer.status).toBe(403);
        expect(answer.error.details.code).toBe('NOT_ALLOWED');
        return;
      }
      const seen = SIDES.filter((side) =>
        inScope(
          world,
          world.actors[role],
          resource,
          recordOf(side, resource, role).id,
          scopeOf(role, 'read', resource),
        ),
      );
      expect(answer.status).toBe(200);
      expect(answer.data.map((record) => record.documentId).sort()).toEqual(
        seen.map((side) => recordOf(side, resource, role).documentId).sort(),
      );
      expect(answer.meta.pagination.total).toBe(seen.length);
    });

    it.each(SIDES)('reads the %s row, and its history, or does not know it', async (side) => {
      const record = recordOf(side, resource, role);
      const status = expected(role, 'read', resource, record, 200);
      for (const address of [record.documentId, `${record.documentId}/history`]) {
        const answer = await clientOf(role).get(`${path}/${address}`);
        expect(answer.status, address).toBe(status);
      }
    });

    it.each(SIDES)('may change and delete the %s row as the matrix says', async (side) => {
      const record = recordOf(side, resource, role);
      const at = `${path}/${record.documentId}`;
      const changed = await clientOf(role).put(at, { data: {} }, NO_SUCH_REV);
      expect(changed.status, 'update').toBe(expected(role, 'update', resource, record, 409));
      const removed = await clientOf(role).remove(at, NO_SUCH_REV);
      if (staff) expect(removed.status, 'delete of an account').toBe(404);
      else expect(removed.status, 'delete').toBe(expected(role, 'delete', resource, record, 409));
    });

    it.each(SIDES)('may move the %s row as the matrix says', async (side) => {
      const record = recordOf(side, resource, role);
      const at = `${path}/${record.documentId}`;
      const name = Object.keys(machineOf(resource)?.transitions ?? {})[0];
      const answer = await clientOf(role).step(at, name ?? 'open', NO_SUCH_REV, 'x');
      if (!name) expect(answer.status).toBe(404);
      else expect(answer.status).toBe(expected(role, 'transition', resource, record, 409));
    });

    it('creates its own row, and no foreign one', async () => {
      const scope = scopeOf(role, 'create', resource);
      if (scope === null) {
        const answer = await clientOf(role).post(path, { data: {} });
        expect(answer.status).toBe(403);
        return;
      }
      const by = await office();
      const mine = await clientOf(role).post(path, {
        data: await createValues(resource, world.own, by, role),
      });
      expect(mine.status, mine.text).toBe(201);
      if (scope === 'all') return;
      const owner = accessOf(resource)?.owner;
      const foreign = owner ? { [owner]: world.foreign.staff?.documentId } : {};
      const values = { ...(await createValues(resource, world.foreign, by, role)), ...foreign };
      const theirs = await clientOf(role).post(path, { data: values });
      expect([400, 403], theirs.text).toContain(theirs.status);
      expect(['BAD_INPUT', 'OUT_OF_SCOPE']).toContain(theirs.error.details.code);
    });
  },
);

/** Guarded fields that lead to another record. */
const RELATIONS = ['appeal.reviewer', 'result.appeal'];

describe('guarded fields', () => {
  const guarded = RESOURCES.flatMap((resource) =>
    Object.entries(accessOf(resource)?.guarded ?? {}).map(([field, roles]) => ({ resource, field, roles })),
  );

  it.each(guarded)('$resource.$field is shown to nobody else', async ({ resource, field, roles }) => {
    expect(guarded.length).toBeGreaterThan(0);
    for (const role of ROLES) {
      if (scopeOf(role, 'read', resource) === null) continue;
      const client = clientOf(role);
      const path = `/${PLURAL[resource]}`;
      const own = `${path}/${recordOf('own', resource, role).documentId}`;
      const relation = RELATIONS.includes(`${resource}.${field}`);
      if (!relation) {
        const one = await client.get<Rec>(own);
        expect(Object.hasOwn(one.data, field), role).toBe(roles.includes(role));
      }
      const queries = relation
        ? [
            `populate[0]=${field}`,
            `filters[${field}][documentId][$startsWith]=1`,
            `filters[$or][0][${field}][documentId][$null]=true`,
            `sort[0]=${field}.documentId`,
          ]
        : [
            `fields[0]=${field}`,
            `filters[${field}][$startsWith]=1`,
            `filters[$or][0][${field}][$null]=true`,
            `sort[0]=${field}`,
          ];
      for (const query of queries) {
        const answer = await client.get(`${path}?${query}`);
        expect(answer.status, `${role}: ${query}`).toBe(roles.includes(role) ? 200 : 400);
      }
    }
  });
});
