import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type Builders, builders, type Person } from './support/builders';
import { type Answer, type Client, office, type Rec } from './support/client';
import { connect } from './support/connect';
import { PICTURE, storedFiles } from './support/files';

let by: Client;
let make: Builders;
let own: Rec;
let unit: Person;
let activity: Rec;

beforeAll(async () => {
  by = await office();
  make = builders(by);
  own = await make.unit();
  unit = await make.person('unit', { unit: own.documentId });
  activity = await make.activity({ unit: own.documentId });
});

const keyed = (key: string, rev?: number) => ({
  headers: { 'Idempotency-Key': key },
  ...(rev === undefined ? {} : { rev }),
});

const at = (record: Rec) => `/activities/${record.documentId}`;

function sendPhoto(client: Client, record: Rec, key: string, rev: number, content = PICTURE) {
  const form = new FormData();
  form.append('files', new Blob([new Uint8Array(content)], { type: 'image/png' }), '现场.png');
  return client.call<Rec>('POST', `${at(record)}/files/photos`, { raw: form, ...keyed(key, rev) });
}

const photosOf = async (record: Rec) =>
  (await by.get<Rec>(`${at(record)}?populate[0]=photos`)).data.photos as Rec[];

const historyOf = async (record: Rec) => (await by.get<Rec[]>(`${at(record)}/history`)).data;

const statuses = (answers: Answer[]) => answers.map(({ status }) => status);

describe('a request that comes again with its key', () => {
  it('makes one record, and answers with it each time', async () => {
    const key = randomUUID();
    const body = { data: { name: `一次 ${key}` } };
    const answers = [];
    for (let time = 0; time < 3; time += 1)
      answers.push(await by.call<Rec>('POST', '/towns', { body, ...keyed(key) }));
    expect(statuses(answers)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ data }) => data.documentId)).size).toBe(1);
  });

  it('makes one record also when all of them come at once', async () => {
    const key = randomUUID();
    const name = `同时 ${key}`;
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        by.call<Rec>('POST', '/towns', { body: { data: { name } }, ...keyed(key) }),
      ),
    );
    expect(statuses(answers)).toEqual(Array(6).fill(201));
    const found = await by.get(`/towns?filters[name][$eq]=${encodeURIComponent(name)}`);
    expect(found.meta.pagination.total).toBe(1);
    expect(new Set(answers.map(({ data }) => data.documentId)).size).toBe(1);
  });

  it('takes a step once, though its revision is an old one by then', async () => {
    const planned = await make.activity({ firstAidOfficer: '王急救' });
    const key = randomUUID();
    const send = () =>
      by.call<Rec>('POST', `${at(planned)}/transitions/clear`, { body: { data: {} }, ...keyed(key, 1) });
    expect(statuses(await Promise.all([send(), send(), send()]))).toEqual([200, 200, 200]);
    const again = await send();
    expect([again.status, again.data.state, again.data.rev]).toEqual([200, 'cleared', 2]);
    expect((await historyOf(planned)).filter(({ action }) => action === 'transition')).toHaveLength(1);
    // Without the key it is what it was: somebody else's change came first.
    expect((await by.step(at(planned), 'clear', 1)).status).toBe(409);
  });

  it('saves once, and a later save of somebody else stays', async () => {
    const key = randomUUID();
    const record = await make.activity();
    const send = () =>
      by.call<Rec>('PUT', at(record), { body: { data: { venue: '礼堂' } }, ...keyed(key, 1) });
    expect((await send()).data.rev).toBe(2);
    await by.put(at(record), { data: { venue: '广场' } }, 2);
    const again = await send();
    expect([again.status, again.data.venue, again.data.rev]).toEqual([200, '广场', 3]);
  });

  it('stores one photo, whether one after the other or at once', async () => {
    const record = await make.activity();
    const before = storedFiles().length;
    const key = randomUUID();
    await Promise.all([1, 2, 3].map(() => sendPhoto(by, record, key, 1)));
    const again = await sendPhoto(by, record, key, 1);
    expect([again.status, again.data.rev]).toEqual([201, 2]);
    expect(await photosOf(record)).toHaveLength(1);
    expect(storedFiles().length - before).toBeLessThanOrEqual(2);
    expect((await historyOf(record)).filter(({ action }) => action === 'update')).toHaveLength(1);
  });

  it('deletes once, and says so again', async () => {
    const record = await make.activity();
    const key = randomUUID();
    const send = () => by.call('DELETE', at(record), keyed(key, 1));
    expect([(await send()).status, (await send()).status]).toEqual([204, 204]);
  });
});

describe('a key', () => {
  it('belongs to one request: another body or address under it is refused', async () => {
    const key = randomUUID();
    const first = await by.call('POST', '/towns', { body: { data: { name: `甲 ${key}` } }, ...keyed(key) });
    expect(first.status).toBe(201);
    for (const [path, body] of [
      ['/towns', { data: { name: `乙 ${key}` } }],
      ['/departments', { data: { name: `甲 ${key}` } }],
    ] as const) {
      const other = await by.call('POST', path, { body, ...keyed(key) });
      expect([other.status, other.error.details.code]).toEqual([422, 'REQUEST_KEY_REUSED']);
    }
    const record = await make.activity();
    const photo = randomUUID();
    expect((await sendPhoto(by, record, photo, 1)).status).toBe(201);
    const wrong = await sendPhoto(by, record, photo, 2, Buffer.concat([PICTURE, Buffer.from('x')]));
    expect([wrong.status, wrong.error.details.code]).toEqual([422, 'REQUEST_KEY_REUSED']);
  });

  it("is its sender's own: the same one of somebody else is another key", async () => {
    const key = randomUUID();
    expect((await sendPhoto(by, activity, key, 1)).status).toBe(201);
    expect((await sendPhoto(unit.client, activity, key, 2)).status).toBe(201);
    expect(await photosOf(activity)).toHaveLength(2);
  });

  it('of what was refused is free for the next try', async () => {
    const key = randomUUID();
    const record = await make.activity();
    const clear = (rev: number) =>
      by.call<Rec>('POST', `${at(record)}/transitions/clear`, { body: { data: {} }, ...keyed(key, rev) });
    expect((await clear(1)).error.details.code).toBe('GATE_NOT_MET');
    await by.put(at(record), { data: { firstAidOfficer: '王急救' } }, 1);
    expect((await clear(1)).error.details.code).toBe('REV_CONFLICT');
    expect((await clear(2)).data.state).toBe('cleared');
  });

  it('does not open a record that its sender may not read any more', async () => {
    const key = randomUUID();
    const record = await make.activity({ unit: own.documentId });
    const send = () =>
      unit.client.call<Rec>('PUT', at(record), { body: { data: { venue: '礼堂' } }, ...keyed(key, 1) });
    expect((await send()).status).toBe(200);
    const moved = await by.put(
      at(record),
      { data: { unit: (await make.unit()).documentId, pairing: null } },
      2,
    );
    expect(moved.status, moved.text).toBe(200);
    expect((await send()).status).toBe(404);
  });

  it.each(['short', 'a'.repeat(65), 'with space here', "';--drop-table"])('%s is none', async (key) => {
    const answer = await by.call('POST', '/towns', { body: { data: { name: 'x' } }, ...keyed(key) });
    expect([answer.status, answer.error.details.code]).toEqual([400, 'BAD_INPUT']);
  });

  it('lies in the table with who sent it and nothing of what was sent', async () => {
    const knex = connect(inject('server'));
    try {
      const row = await knex('request_keys').first();
      expect(Object.keys(row).sort()).toEqual(['actor_id', 'document_id', 'fingerprint', 'key', 'made_at']);
      expect(row.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    } finally {
      await knex.destroy();
    }
  });
});
