import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { builders, unique } from './support/builders';
import { Client, office } from './support/client';

type Route = { method: string; path: string };

/** Our own doors for people who are not signed in yet. */
const OPEN = ['POST /api/auth/local', 'POST /api/auth/refresh', 'POST /api/auth/logout'].concat(
  // What a site has announced is public; this one answers of no other record.
  'GET /api/public/sites/:site/schedule',
  // Whoever knows the secret in it reads what its owner may read; without one it is not found.
  'GET /api/calendar/feed/:token([A-Za-z0-9_-]{20,60}).ics',
  // What the interface of stories is like is no secret; what it gives is.
  ...['GET /api/openapi.json', 'GET /api/docs', 'GET /api/docs/:file'],
);
const SOME_ID = 'abcdefghijklmnopqrstuvwx';
const SOME_UUID = '00000000-0000-4000-8000-000000000000';

function routesOfServer(): Route[] {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'jiedui-routes-'));
  try {
    const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', DEMO: 'off', NODE_ENV: 'production' };
    const script = path.resolve(import.meta.dirname, 'support/list-routes.mjs');
    const output = execFileSync(process.execPath, [script], {
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const line = output.split('\n').find((text) => text.startsWith('ROUTES ')) ?? '';
    const routes = JSON.parse(line.slice('ROUTES '.length)) as { methods: string[]; path: string }[];
    return routes.flatMap(({ methods, path: address }) =>
      methods.filter((method) => method !== 'HEAD').map((method) => ({ method, path: address })),
    );
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Something of the form that a part of an address has to have. */
function formed(form: string): string {
  if (form.includes('{36}')) return SOME_UUID;
  return form.startsWith('(\\d') ? '1' : SOME_ID;
}

const filled = (address: string) =>
  address
    .replace(/:[A-Za-z]+(\([^)]*\))?/g, (_, form = '') => formed(form))
    .replace(/\(\.\*\)|\*/g, 'x')
    .replace(/^\/api/, '');

let routes: Route[] = [];
beforeAll(() => {
  routes = routesOfServer().filter((route) => route.path.startsWith('/api/'));
});

describe('without a session', () => {
  it('nothing below /api answers but the way in', async () => {
    expect(routes.length).toBeGreaterThan(100);
    const open = new Set<string>();
    for (const { method, path: address } of routes) {
      const answer = await new Client().call(method, filled(address), {
        body: method === 'GET' ? undefined : {},
      });
      expect(answer.status, `${method} ${address}`).toBeLessThan(500);
      if (answer.status < 400) open.add(`${method} ${address}`);
    }
    expect([...open].sort()).toEqual([
      'GET /api/docs',
      'GET /api/openapi.json',
      // Both answer that nobody is signed in.
      'POST /api/auth/logout',
      'POST /api/auth/refresh',
    ]);
  });

  it('our own routes answer 401 in the common shape', async () => {
    const ours = routes.filter(({ method, path: address }) => !OPEN.includes(`${method} ${address}`));
    expect(ours.length).toBeGreaterThan(100);
    for (const { method, path: address } of ours) {
      const answer = await new Client().call(method, filled(address), {
        body: method === 'GET' ? undefined : {},
      });
      expect(answer.status, `${method} ${address}`).toBe(401);
      expect(answer.error.details.code, `${method} ${address}`).toBe('SIGN_IN_REQUIRED');
    }
  });

  it('a made-up, an expired or another installation’s token is none', async () => {
    const other =
      'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VySWQiOiIxIiwic2Vzc2lvbklkIjoieCIsInR5cGUiOiJhY2Nlc3MifQ.c2ln';
    for (const token of ['x', other, `${other}x`, 'null']) {
      const answer = await new Client(token).get('/units');
      expect(answer.status, token).toBe(401);
    }
  });
});

describe('with a session', () => {
  it('what Strapi and its plugins would answer below /api is not there', () => {
    const first = [
      'connect',
      'users',
      'users-permissions',
      'upload',
      'i18n',
      'email',
      'content-type-builder',
    ];
    const own = routes.filter(({ path: address }) => first.includes(address.split('/')[2] ?? ''));
    expect(own).toEqual([]);
    const session = routes.filter(({ path: address }) => address.startsWith('/api/auth/'));
    expect(session.map(({ path: address }) => address.slice('/api/auth/'.length)).sort()).toEqual([
      'change-password',
      'local',
      'logout',
      'refresh',
    ]);
  });

  it('nobody registers, and no password is reset by mail', async () => {
    const someone = { username: unique('x'), email: 'x@example.com', password: 'abcdefghijk' };
    for (const [address, body] of [
      ['/auth/local/register', someone],
      ['/auth/forgot-password', { email: 'x@example.com' }],
      ['/auth/reset-password', { code: 'x', password: 'abcdefghijk', passwordConfirmation: 'abcdefghijk' }],
      ['/auth/send-email-confirmation', { email: 'x@example.com' }],
    ] as const) {
      const answer = await new Client().post(address, body);
      expect([401, 403, 404, 405], address).toContain(answer.status);
    }
    const person = await new Client().post('/auth/local', {
      identifier: someone.username,
      password: someone.password,
    });
    expect(person.status).toBe(401);
  });
});

describe('files', () => {
  it('lie open at no address', async () => {
    const { url } = inject('server');
    for (const address of [
      '/uploads/x.png',
      '/uploads',
      '/uploads/../jiedui.sqlite',
      '/uploads/%2e%2e/secrets.json',
      '/.env',
      '/secrets.json',
      '/jiedui.sqlite',
    ]) {
      const answer = await fetch(`${url}${address}`);
      const text = await answer.text();
      expect(text, address).not.toContain('appKey');
      if (address.startsWith('/uploads')) expect(answer.status, address).toBe(404);
    }
  });

  it('an account never shows a password, to nobody', async () => {
    const by = await office();
    const person = await builders(by).person('unit');
    const one = await by.get(`/staff/${person.staff.documentId}`);
    const history = await by.get(`/staff/${person.staff.documentId}/history`);
    for (const text of [
      one.text,
      history.text,
      (await by.get('/staff')).text,
      (await by.get('/audit')).text,
    ]) {
      expect(text).not.toContain('$2');
      expect(text).not.toMatch(/"(password|resetPasswordToken|confirmationToken|email)":/);
    }
  });
});
