import { addDays, dayOf, instantAt } from '@jiedui/shared/calendar';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type Builders, builders, step } from './support/builders';
import { Client, office, type Rec } from './support/client';
import { connect } from './support/connect';

const TODAY = dayOf(new Date().toISOString());
const TOKEN = /^jdc_[A-Za-z0-9_-]{43}$/;

type Made = { id: number; token: string; hint: string; expiresOn: string | null };
type Shown = {
  id: number;
  hint: string;
  madeBy: string;
  madeAt: string;
  usedAt: string | null;
  expiresOn: string | null;
  revokedAt: string | null;
  standing: string;
};
type UsageDay = { day: string; requests: number; notModified: number; refused: number; bytes: number };

let by: Client;
let make: Builders;
beforeAll(async () => {
  by = await office();
  make = builders(by);
});

const addressOf = ({ documentId }: Rec) => `/api-consumers/${documentId}`;

async function token(of: Rec, data: Record<string, unknown> = {}): Promise<Made> {
  const answer = await by.post<Made>(`${addressOf(of)}/tokens`, { data });
  expect(answer.status, answer.text).toBe(201);
  return answer.data;
}
const tokens = async (of: Rec) => (await by.get<Shown[]>(`${addressOf(of)}/tokens`)).data;
const reading = ({ token }: { token: string }) => new Client(token).get('/stories');
const usage = async (of: Rec) => (await by.get<UsageDay[]>(`${addressOf(of)}/usage`)).data;
const codeOf = ({ status, error }: { status: number; error: { details: { code: string } } }) => [
  status,
  error.details.code,
];

describe('a token', () => {
  it('is told once, and known afterwards by its last characters', async () => {
    const consumer = await make.consumer();
    const made = await token(consumer);
    expect(made.token).toMatch(TOKEN);
    expect(made.hint).toBe(made.token.slice(-4));
    const listed = await by.get<Shown[]>(`${addressOf(consumer)}/tokens`);
    expect(listed.data).toMatchObject([
      { id: made.id, hint: made.hint, usedAt: null, revokedAt: null, standing: 'live' },
    ]);
    expect(listed.data[0]?.madeBy).toBeTruthy();
    const places = [listed.text];
    for (const address of [addressOf(consumer), `${addressOf(consumer)}/history`, '/audit', '/api-consumers'])
      places.push((await by.get(address)).text);
    for (const text of places) expect(text).not.toContain(made.token.slice(4));
  });

  it('is nowhere in the database but by its hash, and the log tells that it was made', async () => {
    const consumer = await make.consumer();
    const made = await token(consumer);
    await by.remove(`${addressOf(consumer)}/tokens/${made.id}`);
    const knex = connect(inject('server'));
    const entries = await knex('audit_entries').where({ document_id: consumer.documentId }).orderBy('id');
    const [row] = await knex('api_tokens').where({ id: made.id });
    await knex.destroy();
    expect(entries.map(({ action }) => action)).toEqual(['create', 'makeToken', 'endToken']);
    expect(JSON.parse(entries[1].changes)).toEqual({ token: [null, `…${made.hint}`] });
    expect(JSON.stringify([entries, row])).not.toContain(made.token.slice(4));
    const history = await by.get<{ action: string }[]>(`${addressOf(consumer)}/history`);
    expect(history.data.map(({ action }) => action)).toEqual(['endToken', 'makeToken', 'create']);
  });

  it('opens the stories until it is ended, and nothing else ever', async () => {
    const consumer = await make.consumer();
    const made = await token(consumer);
    expect((await reading(made)).status).toBe(200);
    for (const address of ['/units', '/api-consumers', `${addressOf(consumer)}/tokens`, '/audit', '/staff'])
      expect(codeOf(await new Client(made.token).get(address)), address).toEqual([401, 'SIGN_IN_REQUIRED']);
    const write = await new Client(made.token).post('/stories', { data: { title: 'x' } });
    expect(write.status).toBe(405);
    expect((await by.remove(`${addressOf(consumer)}/tokens/${made.id}`)).status).toBe(204);
    expect(codeOf(await reading(made))).toEqual([401, 'TOKEN_REFUSED']);
    expect((await tokens(consumer))[0]).toMatchObject({ standing: 'revoked' });
    expect(codeOf(await by.remove(`${addressOf(consumer)}/tokens/${made.id}`))).toEqual([404, 'NOT_FOUND']);
  });

  it('that is made up, cut or of another kind is refused', async () => {
    const { token: whole } = await token(await make.consumer());
    for (const wrong of [
      whole.slice(0, -1),
      `${whole}A`,
      'jdc_',
      `jdc_${'A'.repeat(43)}`,
      whole.toUpperCase(),
    ])
      expect((await reading({ token: wrong })).status, wrong).toBe(401);
    const other = await fetch(`${inject('server').url}/api/stories?access_token=${whole}`);
    expect(other.status).toBe(401);
  });

  it('may be one of five at once; an ended one makes room', async () => {
    const consumer = await make.consumer();
    const made = [];
    for (let count = 0; count < 4; count += 1) made.push(await token(consumer));
    const rest = await Promise.all(
      [1, 2, 3].map(() => by.post<Made>(`${addressOf(consumer)}/tokens`, { data: {} })),
    );
    expect(rest.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    await by.remove(`${addressOf(consumer)}/tokens/${made[0]?.id}`);
    await token(consumer);
    expect((await tokens(consumer)).filter(({ standing }) => standing === 'live')).toHaveLength(5);
  });

  it('lasts no longer than said, nor than its consumer', async () => {
    const consumer = await make.consumer();
    const yesterday = { data: { expiresOn: addDays(TODAY, -1) } };
    const past = await by.post(`${addressOf(consumer)}/tokens`, yesterday);
    expect(codeOf(past)).toEqual([400, 'BAD_INPUT']);
    expect(past.error.details.errors?.[0]).toMatchObject({ path: ['expiresOn'], code: 'OUT_OF_RANGE' });
    const odd = await by.post(`${addressOf(consumer)}/tokens`, { data: { scope: 'all', expiresOn: 'x' } });
    expect(odd.error.details.errors?.map(({ code }) => code)).toEqual(['UNKNOWN_FIELD', 'WRONG_TYPE']);
    const today = await token(consumer, { expiresOn: TODAY });
    expect((await reading(today)).status).toBe(200);
    const over = await token(consumer);
    const knex = connect(inject('server'));
    await knex('api_tokens')
      .where({ id: over.id })
      .update({ expires_on: addDays(TODAY, -1) });
    await knex.destroy();
    expect(codeOf(await reading(over))).toEqual([401, 'TOKEN_REFUSED']);
    await by.put(addressOf(consumer), { data: { expiresOn: addDays(TODAY, -1) } }, 1);
    expect(codeOf(await reading(today))).toEqual([401, 'TOKEN_REFUSED']);
    expect((await tokens(consumer)).map(({ standing }) => standing)).toEqual(['expired', 'expired']);
  });

  it('goes with its consumer', async () => {
    const consumer = await make.consumer();
    const both = [await token(consumer), await token(consumer)];
    for (const one of both) expect((await reading(one)).status).toBe(200);
    await step(by, addressOf(consumer), 'revoke', '不再合作');
    for (const one of both) expect(codeOf(await reading(one))).toEqual([401, 'TOKEN_REFUSED']);
    expect((await tokens(consumer)).map(({ standing }) => standing)).toEqual(['revoked', 'revoked']);
    const more = await by.post(`${addressOf(consumer)}/tokens`, { data: {} });
    expect(codeOf(more)).toEqual([409, 'STATE_LOCKED']);
  });

  it('is the desk’s business alone', async () => {
    const consumer = await make.consumer();
    const made = await token(consumer);
    const desk = (await make.person('publicity')).client;
    expect((await desk.get(`${addressOf(consumer)}/tokens`)).status).toBe(200);
    for (const role of ['civilityOffice', 'evaluator'] as const) {
      const { client } = await make.person(role);
      for (const answer of [
        await client.get(`${addressOf(consumer)}/tokens`),
        await client.get(`${addressOf(consumer)}/usage`),
        await client.get('/api-consumers/standings'),
        await client.post(`${addressOf(consumer)}/tokens`, { data: {} }),
        await client.remove(`${addressOf(consumer)}/tokens/${made.id}`),
      ])
        expect(codeOf(answer), role).toEqual([403, 'NOT_ALLOWED']);
    }
    const other = await make.consumer();
    expect((await by.remove(`${addressOf(other)}/tokens/${made.id}`)).status).toBe(404);
    expect((await by.remove(`${addressOf(consumer)}/tokens/x`)).status).toBe(404);
    expect((await by.post('/api-consumers/abcdefghijklmnopqrstuvwx/tokens', { data: {} })).status).toBe(404);
  });
});

describe('the quota of a day', () => {
  it('is told with every answer, ends in 429 until midnight, and counts an unchanged answer too', async () => {
    const consumer = await make.consumer({ dailyQuota: 4 });
    const made = await token(consumer);
    const first = await reading(made);
    expect(first.headers.get('ratelimit-limit')).toBe('4');
    expect(first.headers.get('ratelimit-remaining')).toBe('3');
    const etag = first.headers.get('etag') ?? '';
    const same = await new Client(made.token).get('/stories', { headers: { 'If-None-Match': etag } });
    expect([same.status, same.headers.get('ratelimit-remaining')]).toEqual([304, '2']);
    const bad = await new Client(made.token).get('/stories?nothing=1');
    expect([bad.status, bad.headers.get('ratelimit-remaining')]).toEqual([400, '1']);
    expect((await reading(made)).headers.get('ratelimit-remaining')).toBe('0');
    const over = await reading(made);
    expect(codeOf(over)).toEqual([429, 'QUOTA_SPENT']);
    const wait = Number(over.headers.get('retry-after'));
    const midnight = Date.parse(instantAt(addDays(TODAY, 1), '00:00'));
    expect(Math.abs(wait - (midnight - Date.now()) / 1000)).toBeLessThan(60);
    expect(over.headers.get('ratelimit-reset')).toBe(String(wait));
    await expect
      .poll(async () => (await usage(consumer))[0])
      .toMatchObject({ day: TODAY, requests: 4, notModified: 1, refused: 1 });
    expect((await usage(consumer))[0]?.bytes).toBeGreaterThan(200);
    expect(await usage(consumer)).toHaveLength(30);
    const standing = (await by.get<Rec[]>('/api-consumers/standings')).data;
    expect(standing.find(({ documentId }) => documentId === consumer.documentId)).toMatchObject({
      quota: 4,
      today: 4,
      tokens: 1,
    });
    expect((await tokens(consumer))[0]?.usedAt).toBeTruthy();
  });

  it('holds for requests at once, over all tokens of the consumer', async () => {
    const consumer = await make.consumer({ dailyQuota: 10 });
    const both = [await token(consumer), await token(consumer)];
    const answers = await Promise.all(Array.from({ length: 30 }, (_, at) => reading(both[at % 2] as Made)));
    const count = (status: number) => answers.filter((answer) => answer.status === status).length;
    expect([count(200), count(429)]).toEqual([10, 20]);
    await by.put(addressOf(consumer), { data: { dailyQuota: 11 } }, 1);
    expect((await reading(both[0] as Made)).status).toBe(200);
    expect((await reading(both[1] as Made)).status).toBe(429);
  });

  it('counts what other processes have answered', async () => {
    const consumer = await make.consumer({ dailyQuota: 10 });
    const made = await token(consumer);
    const knex = connect(inject('server'));
    const rest = { not_modified: 0, refused: 0, bytes: 0 };
    await knex('api_usage').insert({ consumer_id: consumer.id, day: TODAY, requests: 9, ...rest });
    expect((await reading(made)).headers.get('ratelimit-remaining')).toBe('0');
    expect((await reading(made)).status).toBe(429);
    await expect.poll(async () => (await usage(consumer))[0]?.requests).toBe(10);
    await knex.destroy();
  });
});

describe('the columns of a consumer', () => {
  it('cannot be widened by a column’s disappearance', async () => {
    const column = await make.column();
    await make.consumer({ columns: [column.documentId] });
    const gone = await by.remove(`/story-columns/${column.documentId}`, column.rev);
    expect(codeOf(gone)).toEqual([409, 'IN_USE']);
  });
});
