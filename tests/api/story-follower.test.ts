import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { overHttp } from '../../docs/client/client';
import { keepInStep } from '../../docs/client/mirror';
import { freePort } from '../../scripts/lib/port.mjs';
import { type ServerProcess, startServer } from '../../scripts/lib/server-process';
import { builders, unique } from './support/builders';
import { type Client, type Rec, signIn } from './support/client';
import { connect } from './support/connect';
import { freshDatabase } from './support/fresh-database';
import { readerToken } from './support/reader-token';

const WRITERS = 10;
const DEEDS = 200;
const KILLS = 4;
const SEED = Number(process.env.FOLLOWER_SEED ?? Date.now() % 1_000_000);

const parent = mkdtempSync(path.join(os.tmpdir(), 'jiedui-follower-'));
const dataDir = path.join(parent, 'data');
const folder = path.join(parent, 'mirror');
let server: ServerProcess | null = null;
afterAll(async () => {
  await server?.stop();
  rmSync(parent, { recursive: true, force: true });
});

/** The same numbers for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

/** The next step of a story that is not out yet. */
const NEXT: Record<string, string> = {
  draft: 'submit',
  submitted: 'edit',
  edited: 'approve',
  approved: 'publish',
  correcting: 'republish',
};
const OUT = ['published', 'corrected'];

/** A writer's next deed with its stories; whatever the server says or does not say, the next one looks anew. */
async function deed(by: Client, column: string, own: string[], random: () => number): Promise<void> {
  const isNew = own.length === 0 || random() < 0.4;
  if (isNew) {
    const make = builders(by);
    own.push((await make.publishable({ title: unique('同步'), column })).documentId);
  }
  const id = (isNew ? own.at(-1) : own[Math.floor(random() * own.length)]) ?? '';
  const isToGo = random() < 0.4;
  const step = async (name: string): Promise<void> => {
    const { rev } = await read();
    await by.step(`/stories/${id}`, name, rev, '同步测试');
  };
  const read = async () => (await by.get<Rec>(`/stories/${id}`)).data;
  let story = await read();
  if (OUT.includes(String(story.state))) {
    if (isToGo) return step('withdraw');
    await step('correct');
    story = await read();
    const data = { title: `${unique('同步')}(更正)`, correction: '更正标题' };
    await by.put(`/stories/${id}`, { data }, story.rev);
  }
  for (let left = 5; left > 0; left -= 1) {
    const name = NEXT[String((await read()).state)];
    if (!name) return;
    await step(name);
  }
}

it(`a consumer that follows holds exactly what is out, whoever dies meanwhile (FOLLOWER_SEED=${SEED})`, async () => {
  const random = randomOf(SEED);
  const settings = {
    dataDir,
    databaseUrl: await freshDatabase('follower'),
    demo: false,
    port: await freePort(),
  };
  const start = async () => {
    server = await startServer(settings);
    return server;
  };
  let running = start();
  const first = await running;
  const account = first.accounts.find(({ role }) => role === 'districtOffice');
  const office = await signIn(account?.username ?? '', account?.password ?? '', first.url);
  const make = builders(office);
  const column = (await make.column()).documentId;
  const token = await readerToken(office, make, { dailyQuota: 10_000_000 });

  const deadlines = Array.from({ length: KILLS }, () => Math.floor((0.1 + 0.8 * random()) * DEEDS)).sort(
    (a, b) => a - b,
  );
  let done = 0;
  let kills = 0;
  let starting = false;
  /** Kills the server in the middle of what the others do, and starts it again. */
  function killWhereDue(): void {
    if (starting || done < (deadlines[kills] ?? Number.POSITIVE_INFINITY)) return;
    kills += 1;
    starting = true;
    process.kill(server?.pid ?? 0, 'SIGKILL');
    running = (server?.ended ?? Promise.resolve()).then(start).finally(() => {
      starting = false;
    });
  }
  async function writer(): Promise<void> {
    const own: string[] = [];
    while (done < DEEDS) {
      await running;
      await deed(office, column, own, random).catch(() => undefined);
      done += 1;
      killWhereDue();
    }
  }
  const changes = overHttp(first.url, token);
  async function follower(): Promise<void> {
    while (done < DEEDS) {
      await running;
      await keepInStep(folder, changes).catch(() => undefined);
    }
  }
  await Promise.all([...Array.from({ length: WRITERS }, writer), follower()]);
  await running;
  await keepInStep(folder, changes);

  expect(kills).toBe(KILLS);
  const knex = connect(settings);
  const stories: Record<string, string>[] = await knex('stories').select('document_id', 'title', 'state');
  await knex.destroy();
  const out = stories.filter(({ state = '' }) => [...OUT, 'correcting'].includes(state));
  expect(stories.filter(({ state }) => state === 'withdrawn').length).toBeGreaterThan(5);
  expect(out.length).toBeGreaterThan(20);
  const held = readdirSync(folder).filter((name) => name !== 'cursor');
  expect(held.sort()).toEqual(out.map(({ document_id }) => document_id).sort());
  for (const { document_id = '', title, state } of out) {
    const story = JSON.parse(readFileSync(path.join(folder, document_id, 'story.json'), 'utf8')) as Rec;
    // What is being corrected stands as it came out.
    if (state !== 'correcting') expect(story.title, document_id).toBe(title);
  }
}, 600_000);
