import type { Knex } from 'knex';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { builders } from './support/builders';
import { type Client, office } from './support/client';
import { connect } from './support/connect';
import { follow, reader } from './support/published';

// What a cursor is made of is known here, and nowhere else outside the server.

let db: Knex;
let client: Client;
let now: { epoch: string; position: number };
beforeAll(async () => {
  db = connect(inject('server'));
  const by = await office();
  ({ client } = await reader(by, builders(by)));
  const { cursor } = await follow(client, null);
  const [, epoch = '', position] = Buffer.from(cursor, 'base64url').toString().split(':');
  now = { epoch, position: Number(position) };
});
afterAll(() => db.destroy());

async function statusOf(epoch: string, position: number, scope = '*'): Promise<number> {
  const cursor = Buffer.from(`2:${epoch}:${position}:${scope}`).toString('base64url');
  const answer = await client.get(`/stories/changes?cursor=${cursor}`);
  if (answer.status !== 200) expect(answer.error.details.code).toBe('CURSOR_UNUSABLE');
  return answer.status;
}

it('is good for the places of its own history and columns', async () => {
  expect(await statusOf(now.epoch, now.position)).toBe(200);
  expect(await statusOf(now.epoch, now.position + 1_000_000)).toBe(400);
  expect(await statusOf(now.epoch, now.position, '7')).toBe(400);
});

it('is refused where it goes beyond the place from which a restored database went on', async () => {
  const [first] = await db('released_epochs').orderBy('id').limit(1);
  const name = `e${String(Date.now()).slice(-11)}`;
  await db('released_epochs').insert({ id: first.id - 1, name, position: 0 });
  const restoredAt = Number(first.position);
  expect(await statusOf(name, restoredAt)).toBe(200);
  expect(await statusOf(name, restoredAt + 1)).toBe(400);
});

it('is refused where its history is not known at all', async () => {
  expect(await statusOf('nothistory00', 0)).toBe(400);
});
