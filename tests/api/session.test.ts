import { beforeAll, describe, expect, it } from 'vitest';
import { type Builders, builders, unique } from './support/builders';
import { type Answer, Client, office, type Rec, signIn } from './support/client';

let by: Client;
let make: Builders;
beforeAll(async () => {
  by = await office();
  make = builders(by);
});

const login = (identifier: unknown, password: unknown) =>
  new Client().post('/auth/local', { identifier, password });

/** The refresh cookie of an answer, as the browser sends it back. */
function cookieOf(answer: Answer): string {
  const cookie = answer.headers.getSetCookie().find((text) => text.startsWith('jiedui_refresh='));
  if (!cookie) throw new Error('The answer sets no refresh cookie');
  return cookie.split(';')[0] ?? '';
}

const alive = async (token: unknown) => (await new Client(String(token)).get('/session')).status === 200;

describe('signing in', () => {
  it('gives a short token and a cookie that scripts cannot read', async () => {
    const { username, password } = await make.person('unit');
    const answer = await login(username, password);
    const cookie = answer.headers.getSetCookie().find((text) => text.startsWith('jiedui_refresh=')) ?? '';
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Strict/i);
    expect(cookie).toMatch(/path=\/api\/auth/i);
    const [, payload = ''] = String(answer.body.jwt).split('.');
    const { exp, iat } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as {
      exp: number;
      iat: number;
    };
    expect(exp - iat).toBeLessThanOrEqual(900);
    expect(answer.text).not.toContain('password');
  });

  it('tells who is signed in and what the day is', async () => {
    const unit = await make.unit();
    const person = await make.person('unit', { unit: unit.documentId });
    const { data } = await person.client.get<Record<string, unknown>>('/session');
    expect(data).toMatchObject({
      actor: { role: 'unit', username: person.username },
      demo: false,
    });
    expect(JSON.stringify(data)).toContain(unit.documentId);
    expect(data.today).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('answers alike for a wrong password and for nobody’s name', async () => {
    const { username } = await make.person('unit');
    const wrong = await login(username, 'not this one');
    const nobody = await login(unique('nobody'), 'not this one');
    expect(wrong.status).toBe(401);
    expect(nobody.text).toBe(wrong.text);
    expect(wrong.error.details.code).toBe('BAD_CREDENTIALS');
  });

  it.each([[null], [1], [['x']], [{ $ne: null }], [''], ['x'.repeat(5000)]])(
    '%j is no password',
    async (password) => {
      const { username } = await make.person('unit');
      expect((await login(username, password)).status).toBe(401);
    },
  );
});

describe('too many tries', () => {
  it('make the account wait, whatever the password, and no other account of the same address', async () => {
    const person = await make.person('unit');
    const other = await make.person('unit');
    const answers: Answer[] = [];
    for (let at = 0; at < 9; at += 1) answers.push(await login(person.username, `wrong ${at}`));
    expect(answers.slice(0, 8).map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 401));
    const last = answers.at(-1) as Answer;
    expect(last.status).toBe(429);
    expect(last.error.details.code).toBe('TOO_MANY_TRIES');
    expect(last.error.details.retryAfter).toBeGreaterThan(0);
    expect(Number(last.headers.get('retry-after'))).toBe(last.error.details.retryAfter);
    expect((await login(person.username, person.password)).status).toBe(429);
    expect((await login(person.username.toUpperCase(), person.password)).status).toBe(429);
    expect((await login(other.username, other.password)).status).toBe(200);
    // Who is signed in already goes on working.
    expect((await person.client.get('/session')).status).toBe(200);
  });

  it('are counted in failures alone', async () => {
    const person = await make.person('unit');
    for (let at = 0; at < 12; at += 1)
      expect((await login(person.username, person.password)).status).toBe(200);
  });
});

describe('a session', () => {
  it('is renewed by its cookie, which is then another', async () => {
    const person = await make.person('unit');
    const first = await login(person.username, person.password);
    const renewed = await new Client().post('/auth/refresh', undefined, {
      headers: { Cookie: cookieOf(first) },
    });
    expect(renewed.status).toBe(200);
    expect(await alive(renewed.body.jwt)).toBe(true);
    expect(cookieOf(renewed)).not.toBe(cookieOf(first));
  });

  it.each(['', 'jiedui_refresh=', 'jiedui_refresh=x', 'jiedui_refresh=a.b.c'])(
    '%j renews nothing',
    async (cookie) => {
      const answer = await new Client().post('/auth/refresh', undefined, { headers: { Cookie: cookie } });
      expect([answer.status, answer.body]).toEqual([200, { jwt: null }]);
    },
  );

  it('ends with signing out, its access token at once', async () => {
    const person = await make.person('unit');
    const answer = await login(person.username, person.password);
    const cookie = cookieOf(answer);
    expect(await alive(answer.body.jwt)).toBe(true);
    expect((await new Client().post('/auth/logout', undefined, { headers: { Cookie: cookie } })).status).toBe(
      200,
    );
    expect(await alive(answer.body.jwt)).toBe(false);
    const renewed = await new Client().post('/auth/refresh', undefined, { headers: { Cookie: cookie } });
    expect(renewed.body).toEqual({ jwt: null });
    // The other session of the same person is another matter.
    expect((await person.client.get('/session')).status).toBe(200);
  });

  it('a refresh token opens nothing as an access token', async () => {
    const person = await make.person('unit');
    const [, refresh = ''] = cookieOf(await login(person.username, person.password)).split('=');
    expect(await alive(refresh)).toBe(false);
  });
});

describe('a change of password', () => {
  const change = (client: Client, body: Record<string, unknown>) =>
    client.post('/auth/change-password', body);

  it('ends the other sessions, and the old password with them', async () => {
    const person = await make.person('unit');
    const elsewhere = await signIn(person.username, person.password);
    const fresh = 'a long new password';
    const answer = await change(person.client, {
      currentPassword: person.password,
      password: fresh,
      passwordConfirmation: fresh,
    });
    expect(answer.status, answer.text).toBe(200);
    expect(await alive(answer.body.jwt)).toBe(true);
    expect(await alive(elsewhere.token)).toBe(false);
    expect(await alive(person.client.token)).toBe(false);
    expect((await login(person.username, person.password)).status).toBe(401);
    expect((await login(person.username, fresh)).status).toBe(200);
  });

  it.each([
    ['a wrong current one', { currentPassword: 'wrong' }, 'PASSWORD_WRONG'],
    [
      'a short one',
      { password: '九个字符的密码啊', passwordConfirmation: '九个字符的密码啊' },
      'PASSWORD_TOO_SHORT',
    ],
    ['one that differs from its confirmation', { passwordConfirmation: 'something else' }, 'BAD_INPUT'],
    [
      'one longer than bcrypt reads',
      { password: '长'.repeat(25), passwordConfirmation: '长'.repeat(25) },
      'PASSWORD_TOO_SHORT',
    ],
  ])('%s is refused', async (_, values, code) => {
    const person = await make.person('unit');
    const answer = await change(person.client, {
      currentPassword: person.password,
      password: 'a long new password',
      passwordConfirmation: 'a long new password',
      ...values,
    });
    expect([answer.status, answer.error.details.code]).toEqual([400, code]);
    expect((await login(person.username, person.password)).status).toBe(200);
  });

  it('the same again is refused', async () => {
    const { client, password } = await make.person('unit');
    const answer = await change(client, {
      currentPassword: password,
      password,
      passwordConfirmation: password,
    });
    expect(answer.error.details.code).toBe('PASSWORD_SAME');
  });
});

describe('an account that changes', () => {
  const edit = async (staff: Rec, data: Record<string, unknown>) => {
    const now = await by.get<Rec>(`/staff/${staff.documentId}`);
    return by.put<Rec>(`/staff/${staff.documentId}`, { data }, now.data.rev);
  };

  it('a blocked one is out at once and does not come in again', async () => {
    const person = await make.person('unit');
    expect(await alive(person.client.token)).toBe(true);
    expect((await edit(person.staff, { blocked: true })).status).toBe(200);
    expect(await alive(person.client.token)).toBe(false);
    const answer = await login(person.username, person.password);
    expect([answer.status, answer.error.details.code]).toEqual([403, 'ACCOUNT_BLOCKED']);
  });

  it('a new role counts from the next request on', async () => {
    const person = await make.person('inspector');
    expect((await person.client.get('/staff')).status).toBe(403);
    await edit(person.staff, { role: 'districtOffice' });
    expect((await person.client.get('/staff')).status).toBe(200);
    await edit(person.staff, { role: 'inspector' });
    expect((await person.client.get('/staff')).status).toBe(403);
  });

  it('gets a new password from the office, which ends its sessions', async () => {
    const person = await make.person('unit');
    const answer = await by.post<Rec>(`/staff/${person.staff.documentId}/reset-password`, undefined, {
      rev: 1,
    });
    expect(answer.status, answer.text).toBe(200);
    expect(await alive(person.client.token)).toBe(false);
    expect((await login(person.username, person.password)).status).toBe(401);
    expect((await login(person.username, String(answer.data.initialPassword))).status).toBe(200);
    const again = await by.post(`/staff/${person.staff.documentId}/reset-password`, undefined, { rev: 1 });
    expect(again.status).toBe(409);
  });

  it('only the office makes accounts and resets passwords', async () => {
    const person = await make.person('unit');
    const other = await make.person('inspector');
    const answer = await other.client.post(`/staff/${person.staff.documentId}/reset-password`, undefined, {
      rev: 1,
    });
    expect(answer.status).toBe(403);
    expect(
      (await other.client.put(`/staff/${other.staff.documentId}`, { data: { role: 'districtOffice' } }, 1))
        .status,
    ).toBe(403);
  });
});
