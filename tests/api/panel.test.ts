import { beforeAll, describe, expect, inject, it } from 'vitest';
import { builders } from './support/builders';
import { office, type Rec } from './support/client';

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
