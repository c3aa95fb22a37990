import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { type Actor, scopeOf } from '@jiedui/shared/access';
import type { DayRange } from '@jiedui/shared/calendar';
import { pathPart } from '@jiedui/shared/selection';
import type { Core } from '@strapi/strapi';
import { readEnvironment } from '../environment';
import { Refusal } from '../guard/errors';
import { findRecord } from '../read/list';
import { modelOf } from '../read/model';
import { type Pack, packStore } from './pack-store';
import { type PackUnit, writePack } from './write-pack';

const KEPT_FOR = 7 * 24 * 60 * 60 * 1000;
const BEAT = 2_000;
const LONGEST = 10 * 60 * 1000;

const folder = () => path.join(readEnvironment().dataDir, 'selection-packs');
const fileOf = (id: string) => path.join(folder(), `${id}.zip`);

/** Packs are made one after the other: they are large, and nobody waits at the screen for one. */
let queue: Promise<void> = Promise.resolve();

/** The unit whose results the actor reads; to everybody else there is none. */
async function packUnit(actor: Actor, documentId: string): Promise<PackUnit> {
  const scope = scopeOf(actor.role, 'read', 'unit-result');
  if (scope === null) throw new Refusal(403, 'NOT_ALLOWED');
  const unit = await findRecord(modelOf('unit'), actor, documentId, { fields: ['name'] });
  if (scope !== 'all' && actor.unit !== unit.id) throw new Refusal(404, 'NOT_FOUND');
  return { id: unit.id, documentId, name: String(unit.name) };
}

/** Begins a pack, or says which one of the person's is being made: it is made after the answer. */
export async function startPack(
  strapi: Core.Strapi,
  actor: Actor,
  documentId: string,
  days: DayRange,
): Promise<Pack> {
  const unit = await packUnit(actor, documentId);
  const store = packStore(strapi);
  const name = `评选佐证材料-${pathPart(unit.name)}-${days.from}至${days.to}.zip`;
  const known = await store.underWay(actor.id, name);
  if (known) return known;
  const old = await store.removeBefore(Date.now() - KEPT_FOR);
  await Promise.all(old.map((id) => rm(fileOf(id), { force: true })));
  const id = randomUUID();
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  await store.create(id, actor.id, name);
  // From now on, not from its turn: one that waits is not one that was interrupted.
  const beat = heartbeat(strapi, id);
  queue = queue.then(() =>
    make(strapi, id, beat, (file, signal) => writePack(file, actor, unit, days, beat.report, signal)),
  );
  return requirePack(strapi, actor, id);
}

/** Says every other second that a pack is still being made, and how far it is. */
function heartbeat(strapi: Core.Strapi, id: string) {
  const store = packStore(strapi);
  let progress = { done: 0, total: 0 };
  // A beat that is lost does no harm: the next one comes, and a silent pack counts as interrupted.
  const timer = setInterval(() => void store.report(id, progress).catch(() => undefined), BEAT);
  return {
    report: (now: Pack['progress']) => {
      progress = now;
    },
    async end(state: 'done' | 'failed') {
      clearInterval(timer);
      await store.report(id, progress);
      await store.end(id, state);
    },
  };
}

type Write = (file: string, signal: AbortSignal) => Promise<void>;

async function make(
  strapi: Core.Strapi,
  id: string,
  beat: ReturnType<typeof heartbeat>,
  write: Write,
): Promise<void> {
  try {
    await write(fileOf(id), AbortSignal.timeout(LONGEST));
    await beat.end('done');
  } catch (error) {
    strapi.log.error(error);
    await rm(fileOf(id), { force: true });
    await beat.end('failed').catch((lost) => strapi.log.error(lost));
  }
}

/** A person's own pack; NOT_FOUND for anybody else's. */
export async function requirePack(strapi: Core.Strapi, actor: Actor, id: string): Promise<Pack> {
  const pack = await packStore(strapi).find(id, actor.id);
  if (!pack) throw new Refusal(404, 'NOT_FOUND');
  return pack;
}

/** The finished file of a pack and its name; NOT_FOUND while there is none. */
export async function packFile(strapi: Core.Strapi, actor: Actor, id: string) {
  const { state, fileName } = await requirePack(strapi, actor, id);
  if (state !== 'done') throw new Refusal(404, 'NOT_FOUND');
  return { file: fileOf(id), fileName };
}
