import { beforeAll, describe, expect, inject, it } from 'vitest';
import { builders, unique } from './support/builders';
import { Client, office, type Rec } from './support/client';
import { patchwork, storedFiles, uploadPicture } from './support/files';

let token = '';
let unit: Rec;

beforeAll(async () => {
  const { url, panel } = inject('server');
  const answer = await fetch(`${url}/admin/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: panel.username, password: panel.password }),
  });
  const { data } = (await answer.json()) as { data: { token?: string; accessToken?: string } };
  token = String(data.accessToken ?? data.token);
  unit = await builders(await office()).unit();
});

const asPanel = (method: string, path: string, body?: unknown) =>
  fetch(`${inject('server').url}${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });

const UNITS = '/content-manager/collection-types/api::registry.unit';
const USERS = '/content-manager/collection-types/plugin::users-permissions.user';

describe('the panel’s administrator', () => {
  it('is signed in and sees the records', async () => {
    const answer = await asPanel('GET', `${UNITS}/${unit.documentId}`);
    expect(answer.status).toBe(200);
  });

  it.each([
    ['POST', UNITS, { name: '从面板来', unitClass: 'key' }],
    ['PUT', 'ONE', { name: '面板改名' }],
    ['DELETE', 'ONE', undefined],
    ['POST', `${UNITS}/actions/bulkDelete`, { documentIds: ['x'] }],
    [
      'POST',
      USERS,
      {
        username: 'x',
        email: 'x@example.com',
        password: 'abcdefghijk',
        displayName: 'x',
        staffRole: 'districtOffice',
      },
    ],
  ])('%s %s changes nothing', async (method, path, body) => {
    const answer = await asPanel(method, path === 'ONE' ? `${UNITS}/${unit.documentId}` : path, body);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    const now = await (await office()).get<Rec>(`/units/${unit.documentId}`);
    expect(now.data).toMatchObject({ name: unit.name, rev: 1 });
  });

  it('neither replaces nor renames nor deletes a file of a record', async () => {
    const by = await office();
    const activity = await builders(by).activity();
    await uploadPicture(by, activity, 'photos');
    const path = `/activities/${activity.documentId}?populate[0]=photos`;
    const before = (await by.get<Rec>(path)).data.photos as Rec[];
    const listed = (await (await asPanel('GET', '/upload/files?pageSize=100&sort=id:desc')).json()) as {
      results: Rec[];
    };
    const id = listed.results.find(({ documentId }) => documentId === before[0]?.documentId)?.id;
    expect(id).toBeDefined();
    const stored = storedFiles();
    const form = new FormData();
    form.append('files', new Blob([new Uint8Array(await patchwork())], { type: 'image/png' }), '换.png');
    const { url } = inject('server');
    const headers = { Authorization: `Bearer ${token}` };
    for (const address of [`/upload?id=${id}`, `/upload/files/${id}/replace`]) {
      const replaced = await fetch(`${url}${address}`, { method: 'POST', headers, body: form });
      expect(replaced.status, address).toBe(403);
    }
    const info = new FormData();
    info.append('fileInfo', JSON.stringify({ name: '改名.png' }));
    const renamed = await fetch(`${url}/upload?id=${id}`, { method: 'POST', headers, body: info });
    expect(renamed.status).toBe(403);
    expect((await asPanel('DELETE', `/upload/files/${id}`)).status).toBe(403);
    const bulk = await asPanel('POST', '/upload/actions/bulk-delete', { fileIds: [id] });
    expect(bulk.status).toBe(403);
    expect((await by.get<Rec>(path)).data.photos).toEqual(before);
    expect(storedFiles()).toEqual(stored);
  });

  it('hands out no token that opens anything below /api', async () => {
    const made = await asPanel('POST', '/admin/api-tokens', {
      name: unique('令牌'),
      description: '',
      type: 'full-access',
      lifespan: null,
    });
    const { data } = (await made.json()) as { data: { accessKey: string } };
    expect(data.accessKey).toMatch(/^[0-9a-f]{100,}$/);
    const by = new Client(data.accessKey);
    for (const [method, address] of [
      ['GET', '/units'],
      ['GET', '/audit'],
      ['GET', '/users'],
      ['PUT', '/users/1'],
      ['DELETE', '/users/999999'],
      ['GET', '/users-permissions/roles'],
      ['GET', '/upload/files'],
      ['POST', '/upload?id=1'],
      ['DELETE', '/upload/files/999999'],
      ['GET', '/i18n/locales'],
      ['GET', '/content-type-builder/content-types'],
    ] as const) {
      const answer = await by.call(method, address, { body: method === 'GET' ? undefined : {} });
      expect([401, 403, 404, 405], `${method} ${address}: ${answer.status}`).toContain(answer.status);
    }
  });

  it('has no way into the API with the panel’s token', async () => {
    expect((await asPanel('GET', '/api/units')).status).toBe(401);
  });

  it('nobody else becomes one', async () => {
    const answer = await asPanel('POST', '/admin/register-admin', {
      firstname: 'x',
      lastname: 'x',
      email: 'x@example.com',
      password: 'Abcdefgh1!',
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
  });
});
