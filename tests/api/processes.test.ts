import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startServer } from '../../scripts/lib/server-process';
import { create, unique } from './support/builders';
import { type Client, type Rec, signIn } from './support/client';
import { freshDatabase } from './support/fresh-database';
import { model, officeOf, publish, untilEnded, writeDraft } from './support/model';

// SQLite is served by one process.
describe.runIf(inject('server').databaseUrl)('two processes', () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'jiedui-two-'));
  let servers: Awaited<ReturnType<typeof startServer>>[] = [];
  let offices: Client[] = [];

  beforeAll(async () => {
    const databaseUrl = await freshDatabase('two');
    servers = await Promise.all([1, 2].map(() => startServer({ dataDir, databaseUrl, demo: false })));
    offices = await Promise.all(
      servers.map(({ url, accounts }) => {
        const office = accounts.find(({ role }) => role === 'districtOffice');
        return signIn(office?.username ?? '', office?.password ?? '', url);
      }),
    );
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('that start at once on an empty database both serve it, with one set of first records', async () => {
    for (const [at, by] of offices.entries()) {
      const office = servers[at]?.accounts.find(({ role }) => role === 'districtOffice');
      const staff = await by.get<{ username: string }[]>('/staff');
      expect(staff.data.map(({ username }) => username)).toEqual([office?.username]);
    }
  });

  it('serve the same model soon after one of them published it, and only then lose what it retires', async () => {
    const dataDir = mkdtempSync(path.join(os.tmpdir(), 'jiedui-both-'));
    const databaseUrl = await freshDatabase('both');
    const settings = { dataDir, databaseUrl, demo: false, env: { MODEL_TRIAL_MS: '300' } };
    const servers = await Promise.all([startServer(settings), startServer(settings)]);
    try {
      const [one, other] = await Promise.all(servers.map(officeOf));
      if (!one || !other) throw new Error('Two servers were started');
      writeDraft(dataDir, model({ fields: { 'api::registry.unit': { founded: { type: 'string' } } } }));
      await publish(one);
      expect((await untilEnded(dataDir, 1)).step).toBe('done');
      const unit = await untilCreated(other);
      writeDraft(dataDir, model());
      await publish(other);
      expect((await untilEnded(dataDir, 2)).step).toBe('done');
      for (const by of [one, other]) {
        const { data } = await by.get<Rec>(`/units/${unit.documentId}`);
        expect(Object.hasOwn(data, 'founded')).toBe(false);
      }
    } finally {
      await Promise.all(servers.map((server) => server.stop()));
      rmSync(dataDir, { recursive: true, force: true });
    }
    // Two servers start, and each starts again for both publications.
  }, 600_000);

  it('both know within two seconds what the office has set in one of them', async () => {
    const [one, other] = offices as [Client, Client];
    const words = async (by: Client) =>
      (await by.get<{ words: Record<string, object> }>('/models')).data.words;
    expect(await words(other)).toEqual({});
    const word = await create(one, 'words', { key: 'unit.leader', zh: '分管领导', en: 'Leader' });
    expect(await words(one)).toHaveProperty(['unit.leader']);
    await expect.poll(() => words(other)).toHaveProperty(['unit.leader']);
    await one.remove(`/words/${word.documentId}`, word.rev);
    await expect.poll(() => words(other)).toEqual({});
  });
});

/** The other server follows within a few seconds; on a machine that is busy, later. */
async function untilCreated(by: Client): Promise<Rec> {
  for (let left = 1000; ; left -= 1) {
    const data = { name: unique('单位'), unitClass: 'key', founded: '1998' };
    const answer = await by.post<Rec>('/units', { data });
    if (answer.status === 201) return answer.data;
    if (left === 0) throw new Error(answer.text);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
