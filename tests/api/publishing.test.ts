import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ModelSet } from '@jiedui/shared/model';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type ServerProcess, startServer } from '../../scripts/lib/server-process';
import { type Builders, builders } from './support/builders';
import type { Client, Rec } from './support/client';
import { freshDatabase } from './support/fresh-database';
import { underLoad } from './support/load';
import {
  model,
  OFFICE_RULES,
  officeOf,
  type Plan,
  publish,
  type,
  untilEnded,
  writeDraft,
} from './support/model';
import { verify } from './support/verify';

const VISIT = type('visit', {
  unit: { type: 'relation', relation: 'manyToOne', target: 'api::registry.unit' },
  station: { type: 'relation', relation: 'manyToOne', target: 'api::registry.station' },
  teams: { type: 'relation', relation: 'manyToMany', target: 'api::registry.volunteer-team' },
  gifts: { type: 'component', component: 'shared.gift', repeatable: true },
});
const GIFT = {
  collectionName: 'components_shared_gifts',
  info: { displayName: 'gift' },
  attributes: { name: { type: 'string' }, pieces: { type: 'integer' } },
};
const UNIT = 'api::registry.unit';

const WITH_VISIT = model({
  types: { 'api::visit.visit': VISIT },
  components: { 'shared.gift': GIFT },
  fields: { [UNIT]: { founded: { type: 'string' } } },
  access: { visit: OFFICE_RULES },
});

let server: ServerProcess;
let dataDir: string;
let databaseUrl: string | null;
let office: Client;
let make: Builders;

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'jiedui-publishing-'));
  databaseUrl = await freshDatabase('publishing');
  server = await startServer({ dataDir, databaseUrl, demo: false, env: { MODEL_TRIAL_MS: '500' } });
  office = await officeOf(server);
  make = builders(office);
});

afterAll(async () => {
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const planNow = async (set: ModelSet): Promise<Plan> => {
  writeDraft(dataDir, set);
  return (await office.get<Plan>('/model/plan')).data;
};

const attempt = (plan: Plan, confirm: string[] = plan.names) =>
  office.post<{ number: number }>('/model/publications', { data: { plan: plan.hash, confirm } });

async function published(set: ModelSet): Promise<number> {
  writeDraft(dataDir, set);
  const answer = await publish(office);
  expect(answer.status, answer.text).toBe(202);
  const { step } = await untilEnded(dataDir, answer.data.number);
  expect(step).toBe('done');
  return answer.data.number;
}

/** Every record agrees with its last entry, whatever has been taken out of it. */
async function expectSoundAudit(): Promise<void> {
  for (let left = 50; left > 0; left -= 1) {
    const { exitCode, output } = await verify({ dataDir, databaseUrl });
    if (exitCode === 0) return;
    // What has been written a moment ago may still wait for its seal.
    if (!output.includes('UNSEALED')) throw new Error(output);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('a publication', () => {
  it('is for whoever shapes models, and needs something to publish', async () => {
    const { client } = await make.person('civilityOffice');
    expect((await client.get('/model/plan')).status).toBe(403);
    const plan = (await office.get<Plan>('/model/plan')).data;
    expect(plan.changes).toBe(false);
    expect((await attempt(plan)).error.details.code).toBe('MODEL_NOTHING');
  });

  it('is refused where the model cannot be, by a plan that says why', async () => {
    const plan = await planNow(model({ fields: { [UNIT]: { state: { type: 'string' } } } }));
    expect(plan.entries.map(({ kind, code }) => [kind, code])).toContainEqual(['refused', 'FIELD_RESERVED']);
    expect((await attempt(plan)).error.details.code).toBe('MODEL_REFUSED');
  });

  it('is refused for a plan that is no longer the one that was seen', async () => {
    const plan = await planNow(WITH_VISIT);
    await planNow(model({ fields: { [UNIT]: { founded: { type: 'string' } } } }));
    expect((await attempt(plan)).error.details.code).toBe('MODEL_PLAN_STALE');
  });

  it('adds a field and a type with two relations while twenty people work, and fails nobody', async () => {
    const load = await underLoad(office, make, async () => {
      const plan = await planNow(WITH_VISIT);
      const [first, second] = await Promise.all([attempt(plan), attempt(plan)]);
      expect([first.status, second.status].sort()).toEqual([202, 409]);
      const begun = first.status === 202 ? first : second;
      expect(await untilEnded(dataDir, begun.data.number)).toMatchObject({ step: 'done', error: null });
      const unit = await make.unit({ founded: '1998' });
      const station = await make.station();
      const visit = await office.post<Rec>('/visits', {
        data: {
          title: '走访',
          unit: unit.documentId,
          station: station.documentId,
          teams: [(await make.team()).documentId],
          gifts: [{ name: '米', pieces: 2 }],
        },
      });
      expect(visit.status, visit.text).toBe(201);
    });
    console.log(`${load.answers} answers while publishing, the longest after ${load.longest} ms`);
    expect(load.failed, server.output().slice(-3_000)).toEqual([]);
    if (process.env.TEST_LONG) expect(load.longest).toBeLessThan(1_000);
    const { data } = await office.get<{ step: string; current: boolean }[]>('/model/publications');
    expect(data[0]).toMatchObject({ step: 'done', current: true });
  });

  it('takes a field out only with its name typed in, and keeps what it held in the log and a back-up', async () => {
    const before = await office.get('/units?filters[founded][$notNull]=true');
    const [unit] = before.data;
    const { founded: _, ...rest } = WITH_VISIT.fields[UNIT] ?? {};
    const { teams: __, ...lesser } = VISIT.attributes;
    const without = {
      ...WITH_VISIT,
      types: { 'api::visit.visit': { ...VISIT, attributes: lesser } },
      components: { 'shared.gift': { ...GIFT, attributes: { name: { type: 'string' } } } },
      fields: { [UNIT]: rest },
    };
    const plan = await planNow(without);
    expect([...plan.names].sort()).toEqual(['founded', 'pieces', 'teams']);
    const told = plan.entries.find(({ subject }) => subject.field === 'founded');
    expect(told).toMatchObject({ kind: 'destructive', count: before.data.length });
    const refused = await attempt(plan, ['Founded', 'pieces', 'teams']);
    expect(refused.error.details).toMatchObject({ code: 'MODEL_CONFIRM', names: ['founded'] });
    const number = await published(without);
    const after = await office.get<Rec>(`/units/${unit?.documentId}`);
    expect(Object.hasOwn(after.data, 'founded')).toBe(false);
    const log = await office.get<Record<string, unknown>[]>(`/audit?document=${unit?.documentId}`);
    expect(log.data[0]).toMatchObject({ action: 'model', reason: `model ${number}` });
    const backup = path.join(dataDir, `backups/model-${String(number).padStart(4, '0')}`);
    const kept = inject('server').databaseUrl ? 'units.ndjson.gz' : 'jiedui.sqlite';
    for (const file of ['about.json', kept]) expect(existsSync(path.join(backup, file)), file).toBe(true);
    await expectSoundAudit();
  });

  it('can be taken back: an older version becomes the draft', async () => {
    const { data } = await office.get<{ number: number }[]>('/model/publications');
    const oldest = data.at(-1)?.number;
    expect((await office.post(`/model/publications/${oldest}/restore`)).status).toBe(204);
    const plan = (await office.get<Plan>('/model/plan')).data;
    expect(plan.entries.map(({ code }) => code)).toContain('RELATION_ADDED');
  });

  it('removes a whole type with its records', async () => {
    const plan = await planNow(model());
    expect(plan.names).toEqual(['visit', 'gift']);
    await published(model());
    expect((await office.get('/visits')).status).toBe(404);
    await expectSoundAudit();
  });
});
