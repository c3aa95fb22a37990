import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { emptyModelSet, type ModelSet } from '@jiedui/shared/model';
import { modelFile } from '@jiedui/shared/modelling';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { freePort } from '../../scripts/lib/port.mjs';
import { type ServerProcess, startServer } from '../../scripts/lib/server-process';
import type { Client } from './support/client';
import { officeOf } from './support/model';

type State = { state: string; address: string | null };
type Draft = {
  rev: string;
  set: ModelSet;
  notices: { zh: string }[];
  described: { types: { resource: string }[] };
  graph: Record<string, Record<string, string>>;
};

const UNIT = 'api::registry.unit';
const VISIT = 'api::call.call';

// The copy starts four times.
vi.setConfig({ testTimeout: 120_000 });

let server: ServerProcess;
let dataDir: string;
let office: Client;

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'jiedui-builder-'));
  const env = { MODEL_PORT: String(await freePort()) };
  // The copy has its own embedded database, whatever the installation uses.
  server = await startServer({ dataDir, demo: false, env });
  office = await officeOf(server);
});

afterAll(async () => {
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const builder = async () => (await office.get<{ builder: State }>('/model')).data.builder;
const draft = async () => (await office.get<Draft>('/model/draft')).data;

/** Waits until the copy answers; gives its link. */
async function running(): Promise<string> {
  for (;;) {
    const { state, address } = await builder();
    if (state === 'running' && address) return address;
    if (state === 'failed' || state === 'stopped') throw new Error(`The copy ${state}:\n${server.output()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** A browser that has come in: its cookies, and the token that the panel keeps. */
async function comeIn(link: string) {
  const answer = await fetch(link, { redirect: 'manual' });
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const token = /setItem\('jwtToken', "\\"([^"\\]+)\\""\)/.exec(await answer.text())?.[1] ?? '';
  return { status: answer.status, cookie, token };
}

type Inside = Awaited<ReturnType<typeof comeIn>>;

async function asBuilder({ cookie, token }: Inside, method: string, address: string, body?: unknown) {
  const { origin } = new URL((await running()) ?? '');
  return fetch(`${origin}${address}`, {
    method,
    headers: { Cookie: cookie, Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

/** Saves as the builder does, and waits until the copy has started again on what became the draft. */
async function save(inside: Inside, data: { contentTypes: object[]; components?: object[] }): Promise<Draft> {
  const answer = await asBuilder(inside, 'POST', '/content-type-builder/update-schema', {
    data: { components: [], ...data },
  });
  expect(answer.status, await answer.text()).toBe(200);
  while ((await builder()).state === 'running') await new Promise((resolve) => setTimeout(resolve, 20));
  await running();
  return draft();
}

const field = (name: string, properties: object, action = 'create') => ({ action, name, properties });
const own = (set: ModelSet, uid: string) => Object.keys(set.types[uid]?.attributes ?? {});

const CALL = {
  action: 'create',
  uid: VISIT,
  kind: 'collectionType',
  displayName: '走访',
  singularName: 'call',
  pluralName: 'calls',
  draftAndPublish: true,
  options: {},
  pluginOptions: { i18n: { localized: true } },
  attributes: [
    field('title', { type: 'string', required: true, maxLength: 80, regex: '^.+$' }),
    field('code', { type: 'uid', targetField: 'title' }),
    field('note', { type: 'text' }),
    field('story', { type: 'richtext' }),
    field('body', { type: 'blocks' }),
    field('mail', { type: 'email' }),
    field('word', { type: 'password' }),
    field('count', { type: 'integer', min: 0, max: 9 }),
    field('big', { type: 'biginteger' }),
    field('rate', { type: 'float' }),
    field('sum', { type: 'decimal' }),
    field('day', { type: 'date' }),
    field('at', { type: 'datetime' }),
    field('hour', { type: 'time' }),
    field('done', { type: 'boolean', default: false }),
    field('more', { type: 'json' }),
    field('reason', { type: 'enumeration', enum: ['illness', 'hardship'] }),
    field('photos', { type: 'media', multiple: true, allowedTypes: ['images'] }),
    field('unit', { type: 'relation', relation: 'manyToOne', target: UNIT, targetAttribute: 'calls' }),
    field('station', { type: 'relation', relation: 'manyToOne', target: 'api::registry.station' }),
    field('helpers', { type: 'relation', relation: 'manyToMany', target: 'api::registry.unit' }),
    field('gifts', { type: 'component', component: 'call.gift', repeatable: true }),
    field('parts', { type: 'dynamiczone', components: ['call.gift'] }),
  ],
};
const GIFT = {
  action: 'create',
  uid: 'call.gift',
  category: 'call',
  displayName: 'Gift',
  icon: 'gift',
  attributes: [field('name', { type: 'string' }), field('pieces', { type: 'integer' })],
};

// The copy is on SQLite whatever the installation is on: once is enough.
describe.runIf(!inject('server').databaseUrl)('the throw-away copy', () => {
  let inside: Inside;

  it('is for whoever shapes models', async () => {
    const panel = new URL(server.url);
    expect((await fetch(`${panel.origin}/api/model`)).status).toBe(401);
    expect((await office.put('/model/draft', { data: {} })).status).toBe(428);
  });

  it('lets one browser in by a link, and nobody without', async () => {
    expect((await office.post('/model/builder')).status).toBe(202);
    const link = await running();
    const { origin } = new URL(link);
    expect((await fetch(`${origin}/`)).status).toBe(403);
    expect((await fetch(`${origin}/admin`)).status).toBe(403);
    inside = await comeIn(link);
    expect(inside.status).toBe(200);
    expect(inside.cookie).not.toMatch(/(^|; )(strapi_admin_refresh|jiedui_refresh)=/);
    expect((await comeIn(link)).status).toBe(403);
    expect((await asBuilder(inside, 'GET', '/admin/users/me')).status).toBe(200);
  });

  it('opens its console as the office', async () => {
    const { origin } = new URL(await running());
    const headers = { Cookie: inside.cookie };
    const answer = await fetch(`${origin}/enter?to=console`, { headers, redirect: 'manual' });
    expect(answer.status).toBe(302);
    const cookie = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
    const session = await fetch(`${origin}/api/auth/refresh`, {
      method: 'POST',
      headers: { Cookie: [inside.cookie, ...cookie].join('; ') },
    });
    expect(await session.json()).toMatchObject({ jwt: expect.any(String) });
  });

  it('makes the draft of a type with every kind of field', async () => {
    const { set, notices, described, graph } = await save(inside, {
      contentTypes: [CALL],
      components: [GIFT],
    });
    expect(own(set, VISIT)).toEqual(CALL.attributes.map(({ name }) => name));
    expect(set.types[VISIT]?.options?.draftAndPublish).toBe(false);
    expect(set.types[VISIT]?.pluginOptions).toBeUndefined();
    expect(set.types[VISIT]?.attributes.station).toMatchObject({ useJoinTable: false });
    expect(set.fields[UNIT]?.calls).toMatchObject({ mappedBy: 'unit', private: true });
    expect(Object.keys(set.components['call.gift']?.attributes ?? {})).toEqual(['name', 'pieces']);
    expect(set.access.call?.read).toEqual({ districtOffice: 'all' });
    expect(notices.map(({ zh }) => zh)).toEqual([expect.stringContaining('草稿与发布')]);
    expect(described.types.map(({ resource }) => resource)).toContain('call');
    expect(graph.call).toMatchObject({ unit: 'unit', station: 'station' });
  });

  it('keeps its visitors in when it starts again', async () => {
    expect((await asBuilder(inside, 'GET', '/admin/users/me')).status).toBe(200);
  });

  it('takes a view over at once', async () => {
    const address = `/content-manager/content-types/${VISIT}/configuration`;
    const answer = await asBuilder(inside, 'GET', address);
    const { contentType } = ((await answer.json()) as { data: { contentType: never } }).data as {
      contentType: {
        settings: object;
        metadatas: Record<string, { list: { mainField?: unknown } }>;
        layouts: { list: string[] };
      };
    };
    const { settings, metadatas, layouts } = contentType;
    // As the panel sends it: without what it was told besides.
    for (const { list } of Object.values(metadatas)) delete list.mainField;
    const changed = { settings, metadatas, layouts: { ...layouts, list: ['title', 'day'] } };
    const put = await asBuilder(inside, 'PUT', address, changed);
    expect(put.status, await put.text()).toBe(200);
    expect((await draft()).set.views[VISIT]?.layouts.list).toEqual(['title', 'day']);
  });

  it('takes a changed, an added and a removed field over, and leaves the program’s alone', async () => {
    const { set } = await save(inside, {
      contentTypes: [
        {
          ...CALL,
          action: 'update',
          draftAndPublish: false,
          attributes: CALL.attributes
            .filter(({ name }) => name !== 'mail')
            .map(({ name, properties }) =>
              field(name, name === 'note' ? { ...properties, maxLength: 50 } : properties, 'update'),
            ),
        },
        {
          action: 'update',
          uid: UNIT,
          displayName: '结对共建单位',
          draftAndPublish: false,
          attributes: [
            field(
              'calls',
              { type: 'relation', relation: 'oneToMany', target: VISIT, targetAttribute: 'unit' },
              'update',
            ),
            field('phone', { type: 'string', maxLength: 20 }),
          ],
        },
      ],
    });
    expect(own(set, VISIT)).not.toContain('mail');
    expect(set.types[VISIT]?.attributes.note).toMatchObject({ maxLength: 50 });
    expect(Object.keys(set.fields[UNIT] ?? {}).sort()).toEqual(['calls', 'phone']);
    expect(set.views[VISIT]?.layouts.list).toEqual(['title', 'day']);
  });

  it('takes a removed type over with all that belongs to it', async () => {
    const { set } = await save(inside, { contentTypes: [{ action: 'delete', uid: VISIT }] });
    expect(set.types).toEqual({});
    expect(set.views).toEqual({});
    expect(set.access).toEqual({});
    expect(Object.keys(set.fields[UNIT] ?? {})).toEqual(['phone']);
  });

  it('leaves nothing behind but the draft', async () => {
    expect((await office.remove('/model/builder')).status).toBe(204);
    expect(existsSync(path.join(dataDir, 'builder'))).toBe(false);
    expect((await builder()).state).toBe('stopped');
    expect((await draft()).set.fields[UNIT]).toHaveProperty('phone');
  });
});

describe.runIf(!inject('server').databaseUrl)('the draft', () => {
  it('takes words and access from the console, one after the other', async () => {
    const { rev } = await draft();
    const headers = { 'If-Match': `"${rev}"` };
    const labels = { 'unit.phone': { zh: '电话', en: 'Telephone' } };
    const first = await office.call<Draft>('PUT', '/model/draft', { body: { data: { labels } }, headers });
    expect(first.status, first.text).toBe(200);
    expect(first.data.set.labels).toEqual(labels);
    const second = await office.call('PUT', '/model/draft', { body: { data: { labels: {} } }, headers });
    expect(second.error.details.code).toBe('REV_CONFLICT');
  });

  it('goes out as a file and comes in from one, if that is sound', async () => {
    const file = await office.get('/model/export?draft=1');
    const send = (content: unknown) => {
      const raw = new FormData();
      raw.append('file', new Blob([JSON.stringify(content)]), 'model.json');
      return office.call<Draft>('POST', '/model/draft/file', { raw });
    };
    const before = await draft();
    await office.remove('/model/draft');
    expect((await send(file.body)).data.set).toEqual(before.set);
    const bad = { fields: { [UNIT]: { phone: { type: 'string', onSave: 'x' } } } };
    const refused = await send(modelFile({ ...emptyModelSet(), ...bad } as unknown as ModelSet));
    expect(refused.status).toBe(422);
    expect(refused.error.details.errors?.[0]?.path.slice(-2)).toEqual(['phone', 'onSave']);
  });
});

it('views of the real panel are not laid out past the model', async () => {
  const { url, panel } = inject('server');
  const signIn = await fetch(`${url}/admin/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: panel.username, password: panel.password }),
  });
  const { data } = (await signIn.json()) as { data: { token: string } };
  const answer = await fetch(`${url}/content-manager/content-types/${UNIT}/configuration`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${data.token}` },
    body: '{}',
  });
  expect(answer.status).toBe(403);
});
