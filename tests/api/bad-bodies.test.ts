import http from 'node:http';
import { describe, expect, inject, it } from 'vitest';
import { builders } from './support/builders';
import { type Answer, Client, office } from './support/client';

function expectRefusal(answer: Answer, status?: number) {
  expect(answer.status, answer.text.slice(0, 200)).toBeGreaterThanOrEqual(400);
  expect(answer.status, answer.text.slice(0, 200)).toBeLessThan(500);
  if (status) expect(answer.status).toBe(status);
  expect(answer.error.details.code).toMatch(/^[A-Z_]+$/);
  expect(answer.body.data).toBeNull();
}

const WRONG_BODIES: [name: string, body: unknown][] = [
  ['nothing', undefined],
  ['null', null],
  ['a list', []],
  ['a text', 'x'],
  ['a number', 1],
  ['no data', {}],
  ['data null', { data: null }],
  ['data a list', { data: [] }],
  ['data a text', { data: 'x' }],
  ['data a number', { data: 5 }],
  ['a list of data', { data: [{ name: 'x', unitClass: 'key' }] }],
  ['a nested object as text', { data: { name: { toString: 'x' }, unitClass: 'key' } }],
  ['a list as text', { data: { name: ['x'], unitClass: 'key' } }],
  ['an unknown class', { data: { name: 'x', unitClass: 'moon' } }],
  ['a NUL', { data: { name: 'a\u0000b', unitClass: 'key' } }],
  ['a text too long', { data: { name: 'x'.repeat(5000), unitClass: 'key' } }],
  ['an object as list of aliases', { data: { name: 'x', unitClass: 'key', aliases: 'x' } }],
  ['a text as boolean', { data: { name: 'x', unitClass: 'key', resident: 'yes' } }],
];

describe('a body that is not what it should be', () => {
  it.each(WRONG_BODIES)('%s is refused with a code when creating', async (_, body) => {
    expectRefusal(await (await office()).post('/units', body), 400);
  });

  it.each(WRONG_BODIES)('%s is refused with a code when changing', async (name, body) => {
    const by = await office();
    const unit = await builders(by).unit();
    const answer = await by.put(`/units/${unit.documentId}`, body, 1);
    expectRefusal(answer, 400);
    expect((await by.get(`/units/${unit.documentId}`)).data, name).toMatchObject({ rev: 1 });
  });

  it.each(WRONG_BODIES)('%s is refused with a code when signing in', async (_, body) => {
    const { url } = inject('server');
    const response = await fetch(`${url}/api/auth/local`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    expect([400, 401, 429]).toContain(response.status);
  });

  it.each([
    ['prototype keys', '{"data":{"__proto__":{"x":1},"name":"x","unitClass":"key"}}'],
    ['constructor', '{"data":{"constructor":{"prototype":{}},"name":"x","unitClass":"key"}}'],
    ['no JSON', '{"data":'],
    ['no JSON at all', 'data=1'],
    ['bytes', Buffer.from([0xff, 0xfe, 0x00])],
  ])('%s', async (_, raw) => {
    const answer = await (await office()).call('POST', '/units', {
      raw,
      headers: { 'Content-Type': 'application/json' },
    });
    expectRefusal(answer, 400);
  });

  it.each([
    ['broken JSON', '{"data":', 'application/json'],
    ['a key of the prototype', '{"data":{"__proto__":{"x":1}}}', 'application/json'],
    ['a form that breaks off', '--x', 'multipart/form-data; boundary=x'],
    [
      'a part that breaks off',
      '--x\r\nContent-Disposition: form-data; name="a',
      'multipart/form-data; boundary=x',
    ],
    ['a form without a boundary', 'abc', 'multipart/form-data'],
  ])('%s is named as unreadable, also to the public', async (_, raw, type) => {
    for (const client of [await office(), new Client()]) {
      for (const address of ['/units', '/auth/local', '/imports']) {
        const answer = await client.call('POST', address, { raw, headers: { 'Content-Type': type } });
        expectRefusal(answer, 400);
        expect(answer.error.details.code, address).toBe('BODY_UNREADABLE');
        expect(answer.error.message).toContain('重新提交');
      }
    }
  });

  it('without data says where the values belong', async () => {
    const { error } = await (await office()).post('/units', { data: null });
    expect(error.details.errors?.[0]).toMatchObject({ path: ['data'], code: 'REQUIRED' });
    expect(error.details.errors?.[0]?.message).toContain('data');
  });

  it.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'application/octet-stream'])(
    'a body of type %s is none',
    async (type) => {
      const raw = JSON.stringify({ data: { name: 'x', unitClass: 'key' } });
      expectRefusal(
        await (await office()).call('POST', '/units', { raw, headers: { 'Content-Type': type } }),
      );
    },
  );

  it('two megabytes are too many', async () => {
    const body = { data: { name: 'x', unitClass: 'key', note: 'x'.repeat(2_000_000) } };
    const answer = await (await office()).post('/units', body);
    expectRefusal(answer, 413);
    expect(answer.error.details.code).toBe('BODY_TOO_LARGE');
  });

  it('a deep body is refused, not recursed into', async () => {
    const raw = `{"data":{"name":"x","unitClass":"key","aliases":${'['.repeat(5000)}${']'.repeat(5000)}}}`;
    const answer = await (await office()).call('POST', '/units', {
      raw,
      headers: { 'Content-Type': 'application/json' },
    });
    expectRefusal(answer);
  });
});

describe('a text that no database gives back as it was', () => {
  const LONE = 'lone \ud800 end';

  it.each([
    ['a half of a pair', { name: LONE, unitClass: 'key' }, ['name']],
    ['a NUL', { name: 'x', unitClass: 'key', note: 'a\u0000b' }, ['note']],
    ['within a list', { name: 'x', unitClass: 'key', aliases: ['a', LONE] }, ['aliases', 1]],
  ])('%s is refused where it stands', async (_, data, path) => {
    const answer = await (await office()).post('/units', { data });
    expectRefusal(answer, 400);
    expect(answer.error.details.errors).toMatchObject([
      { path, code: 'BAD_CHARACTERS', message: '含有无法保存的字符,请删除后重新输入。' },
    ]);
  });

  it.each([LONE, 'a\u0000b'])('the reason %j of a step is refused', async (reason) => {
    const by = await office();
    const unit = await builders(by).unit();
    const answer = await by.call('DELETE', `/units/${unit.documentId}`, {
      body: { data: { reason } },
      rev: 1,
    });
    expectRefusal(answer, 400);
    expect(answer.error.details.errors).toMatchObject([{ path: ['reason'], code: 'BAD_CHARACTERS' }]);
    expect((await by.get(`/units/${unit.documentId}`)).status).toBe(200);
  });

  it('a filter with it is refused too', async () => {
    expectRefusal(await (await office()).get('/units?filters[note][$contains]=a%00'), 400);
  });
});

describe('what Strapi itself refuses', () => {
  it.each(['/upload/files', '/users/me', '/users'])('%s has a code', async (path) => {
    for (const client of [await office(), new Client()]) {
      const { status, error } = await client.get(path);
      expect([401, 403, 404]).toContain(status);
      expect(error.details.code, path).toMatch(/^(SIGN_IN_REQUIRED|NOT_ALLOWED|NOT_FOUND)$/);
    }
  });
});

describe('an address that is not what it should be', () => {
  it.each([
    '/units/x',
    '/units/1',
    '/units/..%2f..%2fetc',
    '/nothing',
    '/units/abcdefghijklmnopqrstuvwx',
    '/units/abcdefghijklmnopqrstuvwx/history',
    '/files/abcdefghijklmnopqrstuvwx',
  ])('%s is not found', async (path) => {
    expectRefusal(await (await office()).get(path), 404);
  });

  it.each([
    '/units?filters[name][$eq]=%00',
    '/units/%00',
    '/units?_q=%00',
    '/units?filters[createdAt][$gt]=x',
    '/units?filters[id]=x',
    '/units?filters[resident]=maybe',
    '/activities?filters[expectedPeople][$gt]=many',
    '/activities?filters[expectedPeople][$gt]=99999999999999999999',
    '/activities?filters[day]=x',
    '/activities/by-day?month=2022-13',
    '/activities/by-day',
    '/activities/by-unit-month?from=2022-01',
  ])('%s does not break the server', async (path) => {
    const answer = await (await office()).get(path);
    expect(answer.status, answer.text.slice(0, 200)).toBeLessThan(500);
  });

  it('an address that cannot be decoded is refused', async () => {
    const { hostname, port } = new URL(inject('server').url);
    const status = await new Promise((resolve, reject) => {
      http
        .get({ hostname, port, path: '/api/units/%E0%A4%A' }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
        .on('error', reject);
    });
    expect(status).toBeLessThan(500);
  });
});
