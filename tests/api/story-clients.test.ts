import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { overHttp, type Story } from '../../docs/client/client';
import { keepInStep } from '../../docs/client/mirror';
import { changesOf, newest, one } from '../../docs/client/with-strapi-client';
import { type Builders, builders, step } from './support/builders';
import { type Client, office, type Rec } from './support/client';
import { corrected, published, reader } from './support/published';
import { readerToken } from './support/reader-token';

const run = promisify(execFile);
const CLIENT = path.resolve(import.meta.dirname, '../../docs/client');
const parent = mkdtempSync(path.join(os.tmpdir(), 'jiedui-clients-'));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

let by: Client;
let make: Builders;
/** A column of its own for each test: what others publish meanwhile is none of its business. */
let column: Rec;
let token: string;
beforeAll(async () => {
  by = await office();
  make = builders(by);
  column = await make.column();
  token = await readerToken(by, make, { columns: [column.documentId] });
});

const inColumn = () => ({ column: column.documentId });
const environment = (folder: string) => ({
  ...process.env,
  BASE: inject('server').url,
  TOKEN: token,
  FOLDER: folder,
});
const folders = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name !== 'cursor')
    .sort();
const storyIn = (folder: string, { documentId }: Rec) =>
  JSON.parse(readFileSync(path.join(folder, documentId, 'story.json'), 'utf8')) as Rec;

describe.each(['mirror.ts', 'with-strapi-client.ts'])('%s, run as the manual says', (file) => {
  it('holds what is out with its pictures, and lets go of what is taken out', async () => {
    const folder = path.join(parent, file);
    const sync = () =>
      run(process.execPath, ['--import', 'tsx', path.join(CLIENT, file)], { env: environment(folder) });
    const { story: plain } = await published(by, make, inColumn());
    const { story } = await published(by, make, inColumn(), [{ cover: true }]);
    await published(by, make);
    await sync();
    expect(folders(folder)).toEqual(expect.arrayContaining([plain.documentId, story.documentId]));
    const own = path.join(folder, story.documentId);
    const pictures = readdirSync(own).filter((name) => name.endsWith('.jpg'));
    expect(pictures).toHaveLength(1);
    expect(
      readFileSync(path.join(own, pictures[0] ?? ''))
        .subarray(0, 2)
        .toString('hex'),
    ).toBe('ffd8');
    expect(storyIn(folder, story).title).toBe(story.title);

    const before = readFileSync(path.join(folder, 'cursor'), 'utf8');
    await sync();
    expect(readFileSync(path.join(folder, 'cursor'), 'utf8')).toBe(before);

    await step(by, `/stories/${plain.documentId}`, 'withdraw', '内容有误');
    const changed = { title: `${story.title}(更正)`, correction: '标题有误' };
    await corrected(by, story, changed);
    await sync();
    expect(existsSync(path.join(folder, plain.documentId))).toBe(false);
    expect(storyIn(folder, story)).toMatchObject(changed);
    expect(readdirSync(own).some((name) => name.endsWith('.part'))).toBe(false);
  });
});

/** Lets a consumer read other columns than before. */
async function confine(consumer: Rec, columns: Rec[]): Promise<void> {
  const address = `/api-consumers/${consumer.documentId}`;
  const now = await by.get<Rec>(address);
  const data = { columns: columns.map(({ documentId }) => documentId) };
  const changed = await by.put(address, { data }, now.data.rev);
  if (changed.status !== 200) throw new Error(changed.text);
}

/** Someone who may read two columns with a story each; what is left of the first when only the second is. */
async function confined() {
  const [first, second] = [await make.column(), await make.column()];
  const { consumer, token: own } = await reader(by, make, [first.documentId, second.documentId]);
  const { story: lost } = await published(by, make, { column: first.documentId });
  const { story: left } = await published(by, make, { column: second.documentId });
  return { lost, left, token: own, narrow: () => confine(consumer, [second]) };
}

describe.each([
  ['mirror.ts', overHttp],
  ['with-strapi-client.ts', changesOf],
])('%s, whose cursor is of no use any more', (file, changesBy) => {
  it('starts anew and lets go of what does not come again', async () => {
    const folder = path.join(parent, `anew-${file}`);
    const { lost, left, token: own, narrow } = await confined();
    const changes = changesBy(inject('server').url, own);
    await keepInStep(folder, changes);
    expect(folders(folder)).toEqual([lost.documentId, left.documentId].sort());
    const before = readFileSync(path.join(folder, 'cursor'), 'utf8');
    await narrow();
    await keepInStep(folder, changes);
    expect(folders(folder)).toEqual([left.documentId]);
    const after = readFileSync(path.join(folder, 'cursor'), 'utf8');
    expect(after).not.toBe(before);
    await keepInStep(folder, changes);
    expect(readFileSync(path.join(folder, 'cursor'), 'utf8')).toBe(after);
  });
});

describe('@strapi/client', () => {
  it('lists, finds one and reads what changed', async () => {
    const { story } = await published(by, make, inColumn());
    const base = inject('server').url;
    const [first] = await newest(base, token);
    expect(first).toMatchObject({ documentId: story.documentId, title: story.title });
    expect(await one(base, token, story.documentId)).toMatchObject({ title: story.title });
    const page = await changesOf(base, token)('');
    expect(page?.data.some(({ documentId }) => documentId === story.documentId)).toBe(true);
    await expect(newest(base, `jdc_${'A'.repeat(43)}`)).rejects.toThrow();
  });
});

const has = (command: string): boolean => {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

describe.runIf(has('curl') && has('jq'))('changes.sh', () => {
  it('keeps each page and goes on after it; a refused token ends it and keeps the cursor', async () => {
    const folder = path.join(parent, 'curl');
    const script = path.join(CLIENT, 'changes.sh');
    const { story } = await published(by, make, inColumn());
    await run('sh', [script], { env: environment(folder) });
    const pages = () =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .flatMap(
          (name) => (JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as { data: Rec[] }).data,
        );
    expect(pages().some(({ documentId }) => documentId === story.documentId)).toBe(true);
    await step(by, `/stories/${story.documentId}`, 'withdraw', '内容有误');
    await run('sh', [script], { env: environment(folder) });
    expect(pages().at(-1)).toMatchObject({ documentId: story.documentId, removed: 'withdrawn' });
    const cursor = readFileSync(path.join(folder, 'cursor'), 'utf8');
    const refused = { ...environment(folder), TOKEN: `jdc_${'A'.repeat(43)}` };
    await expect(run('sh', [script], { env: refused })).rejects.toThrow(/TOKEN_REFUSED/);
    expect(readFileSync(path.join(folder, 'cursor'), 'utf8')).toBe(cursor);
  });

  it('puts its pages aside and starts anew when its cursor is of no use any more', async () => {
    const folder = path.join(parent, 'curl-anew');
    const { left, token: own, narrow } = await confined();
    const env = { ...environment(folder), TOKEN: own };
    const pages = (within: string) => readdirSync(within).filter((name) => name.endsWith('.json'));
    await run('sh', [path.join(CLIENT, 'changes.sh')], { env });
    const before = pages(folder);
    await narrow();
    await run('sh', [path.join(CLIENT, 'changes.sh')], { env });
    const aside = readdirSync(folder).find((name) => name.startsWith('before-')) ?? '';
    expect(pages(path.join(folder, aside))).toEqual(before);
    const [page = '', ...more] = pages(folder);
    expect(more).toEqual([]);
    const { data } = JSON.parse(readFileSync(path.join(folder, page), 'utf8')) as { data: Rec[] };
    expect(data.map(({ documentId }) => documentId)).toEqual([left.documentId]);
  });
});

/** A server that gives what it is told to, one answer after the other. */
async function answering(answers: { status: number; body: unknown; headers?: Record<string, string> }[]) {
  const asked: string[] = [];
  const server = http.createServer((request, response) => {
    asked.push(request.url ?? '');
    const { status, body, headers } = answers[Math.min(asked.length, answers.length) - 1] ?? {
      status: 500,
      body: {},
    };
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as { port: number };
  return { url: `http://127.0.0.1:${port}`, asked, stop: () => server.close() };
}

const pageOf = (data: Story[], cursor: string, more = false) => ({ data, meta: { cursor, more } });
const SOON = { 'Retry-After': '0.01' };

describe('the mirror', () => {
  it.each([
    ['over HTTP', overHttp],
    ['by @strapi/client', changesOf],
  ])('waits where the server is busy, and goes on from where it was, %s', async (how, changesBy) => {
    const server = await answering([
      { status: 503, body: {}, headers: SOON },
      { status: 429, body: {}, headers: SOON },
      { status: 200, body: pageOf([{ documentId: 'abc' }], 'one', true) },
      { status: 500, body: {}, headers: SOON },
      { status: 200, body: pageOf([], 'two') },
    ]);
    const folder = path.join(parent, `busy ${how}`);
    await keepInStep(folder, changesBy(server.url, 'jdc_x'));
    server.stop();
    expect(server.asked.slice(2)).toEqual([
      '/api/stories/changes?limit=200',
      '/api/stories/changes?limit=200&cursor=one',
      '/api/stories/changes?limit=200&cursor=one',
    ]);
    expect(readFileSync(path.join(folder, 'cursor'), 'utf8')).toBe('two');
  });

  it('cut off while it starts anew, it starts anew the next time and forgets nothing that is to go', async () => {
    const folder = path.join(parent, 'cut');
    await keepInStep(folder, async () => pageOf([{ documentId: 'gone' }, { documentId: 'kept' }], 'old'));
    const anew = async (cursor: string) =>
      cursor === 'old' ? null : pageOf([{ documentId: 'kept' }], 'new', cursor === '');
    const cut = async (cursor: string) => {
      if (cursor === 'new') throw new Error('cut off');
      return anew(cursor);
    };
    await expect(keepInStep(folder, cut)).rejects.toThrow('cut off');
    expect(readFileSync(path.join(folder, 'cursor'), 'utf8')).toBe('old');
    expect(folders(folder)).toEqual(['gone', 'kept']);
    await keepInStep(folder, anew);
    expect(readFileSync(path.join(folder, 'cursor'), 'utf8')).toBe('new');
    expect(folders(folder)).toEqual(['kept']);
    await expect(keepInStep(path.join(parent, 'refuses'), async () => null)).rejects.toThrow('从头同步');
  });

  it('asks once and stops where its token is refused', async () => {
    const server = await answering([
      { status: 401, body: { error: { details: { code: 'TOKEN_REFUSED' } } } },
    ]);
    const folder = path.join(parent, 'refused');
    await expect(keepInStep(folder, overHttp(server.url, 'jdc_x'))).rejects.toThrow('TOKEN_REFUSED');
    server.stop();
    expect(server.asked).toHaveLength(1);
    expect(existsSync(path.join(folder, 'cursor'))).toBe(false);
  });

  it.each([
    '../outside',
    '..',
    '.',
    '',
    'a/b',
    'a\\b',
    '/etc/x',
    'cursor/../..',
    `${'a'.repeat(65)}`,
    'a\0b',
  ])('takes no name such as %j for a file, and keeps the cursor of before', async (documentId) => {
    const folder = path.join(mkdtempSync(path.join(parent, 'tricks-')), 'inner');
    const outside = path.join(folder, '../outside');
    writeFileSync(outside, 'mine');
    for (const story of [
      { documentId, removed: 'deleted' },
      { documentId, pictures: [] },
      {
        documentId: 'abc',
        pictures: [{ key: documentId, sizes: { large: { url: 'http://127.0.0.1:9/x' } } }],
      },
    ]) {
      await expect(keepInStep(folder, async () => pageOf([story], 'next') as never)).rejects.toThrow(
        '编号不对',
      );
      expect(readFileSync(outside, 'utf8')).toBe('mine');
      expect(existsSync(path.join(folder, 'cursor'))).toBe(false);
    }
  });
});
