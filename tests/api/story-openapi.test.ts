import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type Builders, builders, step } from './support/builders';
import { type Client, office, type Rec } from './support/client';
import { checkerOf, type Described, type Operation, type Parameter, type Seen } from './support/described';
import { published } from './support/published';
import { readerToken } from './support/reader-token';

type Item = { documentId: string; column: { slug: string }; pictures: { key: string }[] };

let by: Client;
let make: Builders;
let document: Described;
let check: ReturnType<typeof checkerOf>;
let token: string;
/** A value of each part of an address that is there, and one that is not. */
let there: Record<string, string>;
const NOT_THERE: Record<string, string> = {
  id: 'abcdefghijklmnopqrstuvwx',
  slug: 'no-such-column',
  part: '99999',
  key: 'V1StGXR8_Z5jdHi6B-myT0',
  size: 'small',
};
let withdrawn: Rec;
let goneKey: string;

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.values(methods).map((operation) => ({ path, operation })),
  );
const filled = (path: string, values: Record<string, string>) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));

/** Every code that any answer told. */
const codes = new Set<string>();
function note(body: unknown): void {
  const details = (body as { error?: { details: { code: string; errors?: { code: string }[] } } }).error
    ?.details;
  for (const one of details ? [details, ...(details.errors ?? [])] : []) codes.add(one.code);
}

async function ask(path: string, headers: Record<string, string> = {}): Promise<Seen> {
  const answer = await fetch(`${inject('server').url}${path}`, { headers });
  const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
  const text = await answer.text();
  const body = type.endsWith('json') ? (JSON.parse(text) as unknown) : text;
  note(body);
  return { status: answer.status, type, body, headers: answer.headers };
}

const withToken = (operation: Operation, bearer = token): Record<string, string> =>
  operation.security.length > 0 ? { Authorization: `Bearer ${bearer}` } : {};

/** Asks, expects the status, and that the answer is as the description says. */
async function expectDescribed(
  { path, operation }: { path: string; operation: Operation },
  status: number,
  asked: { address?: string; query?: string; headers?: Record<string, string> },
): Promise<Seen> {
  const address = `${asked.address ?? filled(path, there)}${asked.query ?? ''}`;
  const seen = await ask(address, { ...withToken(operation), ...asked.headers });
  expect(seen.status, `${address} ${JSON.stringify(seen.body)}`).toBe(status);
  expect(check(path, operation, seen), address).toEqual([]);
  return seen;
}

beforeAll(async () => {
  by = await office();
  make = builders(by);
  token = await readerToken(by, make);
  const { story } = await published(by, make, { tags: ['重阳节'] }, [{ cover: true }]);
  const client = new (by.constructor as typeof Client)(token);
  const item = (await client.get<Item>(`/stories/${story.documentId}`)).data;
  there = {
    id: story.documentId,
    slug: item.column.slug,
    part: '1',
    key: item.pictures[0]?.key ?? '',
    size: 'medium',
  };
  expect(there.key).toBeTruthy();
  const other = await published(by, make, {}, [{}]);
  goneKey = (await client.get<Item>(`/stories/${other.story.documentId}`)).data.pictures[0]?.key ?? '';
  withdrawn = await step(by, `/stories/${other.story.documentId}`, 'withdraw', '内容有误');
  await published(by, make);
  document = (await ask('/api/openapi.json')).body as Described;
  check = checkerOf(document);
});

describe('the description of the interface', () => {
  it('is one by the rules of OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document) as never);
    expect(errors ?? []).toEqual([]);
    expect([valid, document.openapi]).toEqual([true, '3.1.1']);
  });

  it('is told whole once, and then that it has not changed; compressed where one takes it', async () => {
    const first = await ask('/api/openapi.json');
    expect(first.type).toBe('application/json');
    const etag = first.headers.get('etag') ?? '';
    for (const tag of [etag, `W/${etag}`, `"x", ${etag}`])
      expect((await ask('/api/openapi.json', { 'If-None-Match': tag })).status).toBe(304);
    expect((await ask('/api/openapi.json', { 'If-None-Match': '"x"' })).status).toBe(200);
    for (const encoding of ['br', 'gzip']) {
      const answer = await ask('/api/openapi.json', { 'Accept-Encoding': encoding });
      expect(answer.headers.get('content-encoding')).toBe(encoding);
      expect(answer.body).toEqual(first.body);
    }
  });

  it('has an example of every parameter that its own form takes', () => {
    const all = operations().flatMap(({ path, operation }) =>
      (operation.parameters ?? []).map((parameter) => ({ path, parameter })),
    );
    expect(all.length).toBeGreaterThan(30);
    for (const { path, parameter } of all)
      expect(parameter.example, `${path} ${parameter.name}`).toBeDefined();
  });
});

const queryOf = ({ name, example }: Parameter): string =>
  `?${[example]
    .flat()
    .map((value) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&')}`;

describe('every endpoint answers as it is described', () => {
  it('with what is there, and that it is as before', async () => {
    for (const one of operations()) {
      const first = await expectDescribed(one, 200, {});
      const etag = first.headers.get('etag') ?? '';
      expect(etag, one.path).toBeTruthy();
      await expectDescribed(one, 304, { headers: { 'If-None-Match': etag } });
    }
  });

  it('with each parameter by its example', async () => {
    for (const one of operations()) {
      for (const parameter of one.operation.parameters ?? []) {
        if (parameter.in !== 'query') continue;
        // A cursor is nobody's to make up: the example shows only what one looks like.
        const changes = (await ask('/api/stories/changes', { Authorization: `Bearer ${token}` })).body;
        const { cursor } = (changes as { meta: { cursor: string } }).meta;
        const example = parameter.name === 'cursor' ? cursor : parameter.example;
        await expectDescribed(one, 200, { query: queryOf({ ...parameter, example }) });
      }
    }
  });

  it('with 400 for what no parameter takes, and each unknown one', async () => {
    for (const one of operations()) {
      await expectDescribed(one, 400, { query: '?nothing=1' });
      for (const parameter of one.operation.parameters ?? []) {
        if (parameter.in !== 'query' || !isConfined(parameter.schema)) continue;
        const example = 'x'.repeat(300);
        await expectDescribed(one, 400, { query: queryOf({ ...parameter, example }) });
      }
    }
  });

  it('with 400 for what no database can hold', async () => {
    for (const one of operations()) {
      for (const { name, in: place } of one.operation.parameters ?? []) {
        if (place !== 'query') continue;
        const seen = await expectDescribed(one, 400, { query: `?${encodeURIComponent(name)}=%00` });
        expect(seen.body, name).toMatchObject({
          error: { details: { errors: [{ path: [name], code: 'BAD_CHARACTERS' }] } },
        });
      }
    }
  });

  it('with 400 for a cursor that is none, 414 for an address without end, 405 for a write', async () => {
    const [changes] = operations().filter(({ path }) => path === '/api/stories/changes');
    if (changes) await expectDescribed(changes, 400, { query: '?cursor=abc' });
    for (const one of operations()) await expectDescribed(one, 414, { query: `?${'x'.repeat(5_000)}` });
    const written = await fetch(`${inject('server').url}/feeds/stories.json`, { method: 'POST' });
    expect(written.status).toBe(405);
    note(await written.json());
  });

  it('with 401 without a token and with a wrong one', async () => {
    const guarded = operations().filter(({ operation }) => operation.security.length > 0);
    expect(guarded).toHaveLength(4);
    for (const one of guarded)
      for (const Authorization of ['', `Bearer jdc_${'A'.repeat(43)}`])
        await expectDescribed(one, 401, { headers: { Authorization } });
  });

  it('with 429 when the quota is spent', async () => {
    const spent = await readerToken(by, make, { dailyQuota: 1 });
    await ask('/api/stories', { Authorization: `Bearer ${spent}` });
    for (const one of operations().filter(({ operation }) => operation.responses[429]))
      await expectDescribed(one, 429, { headers: { Authorization: `Bearer ${spent}` } });
  });

  it('with 404 for what was never there, and 410 for what was taken out', async () => {
    for (const one of operations().filter(({ operation }) => operation.responses[404]))
      await expectDescribed(one, 404, { address: filled(one.path, NOT_THERE) });
    for (const one of operations().filter(({ operation }) => operation.responses[410])) {
      const gone = { ...there, id: withdrawn.documentId, key: goneKey };
      await expectDescribed(one, 410, { address: filled(one.path, gone) });
    }
  });
});

it('every code that was told is in the table of codes, with its status', () => {
  expect([...codes]).toEqual(
    expect.arrayContaining(['CURSOR_UNUSABLE', 'SIGN_IN_REQUIRED', 'WITHDRAWN', 'METHOD_NOT_ALLOWED']),
  );
  for (const code of codes)
    expect(document.info.description, code).toMatch(new RegExp(`\\| \`${code}\` \\| \\d{3} \\|`));
});

/** Whether a form refuses a text of many letters. */
function isConfined(schema: Record<string, unknown>): boolean {
  const { type, enum: options, maxLength, pattern, format, items } = schema;
  if (items) return isConfined(items as Record<string, unknown>);
  return type !== 'string' || [options, maxLength, pattern, format].some((rule) => rule !== undefined);
}

describe('the page to read it', () => {
  it('is of this server alone: no other address, no script within the page', async () => {
    const page = await ask('/api/docs');
    expect([page.status, page.type]).toEqual([200, 'text/html']);
    const html = String(page.body);
    expect(html).toContain('<html lang="zh-CN">');
    expect(html).not.toMatch(/https?:|\/\/[a-z]|<script>|\son\w+=|style=/i);
    const addresses = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? '');
    const files = addresses.filter((address) => address.startsWith('/api/docs/'));
    expect(files).toHaveLength(4);
    for (const address of files) {
      const file = await ask(address, { 'Accept-Encoding': 'br' });
      expect(file.status, address).toBe(200);
      expect(file.headers.get('content-encoding'), address).toBe('br');
      const again = await ask(address, { 'If-None-Match': file.headers.get('etag') ?? '' });
      expect(again.status, address).toBe(304);
    }
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  });

  it('gives out nothing but its own files', async () => {
    for (const name of [
      'swagger-ui.js',
      'index.html',
      '..%2fpackage.json',
      'swagger-ui-bundle.js.map',
      'constructor',
    ])
      expect((await ask(`/api/docs/${name}`)).status, name).toBe(404);
  });
});
