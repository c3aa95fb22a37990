import type { Core } from '@strapi/strapi';

type PackState = 'working' | 'done' | 'failed';

/** A pack that somebody asked for. Working, it says how many of its parts are made. */
export type Pack = {
  id: string;
  fileName: string;
  state: PackState;
  progress: { done: number; total: number };
};

/** A working pack whose process has said nothing for so long was interrupted (milliseconds). */
const SILENT_FOR = 60_000;
const TABLE = 'selection_packs';

type Row = {
  id: string;
  file_name: string;
  state: string;
  done: number;
  total: number;
  heartbeat_at: number | string;
};

/** Packs live in the database, so that every process answers for every pack. Their times are real times. */
export function packStore(strapi: Core.Strapi) {
  const packs = () => strapi.db.connection(TABLE);
  const alive = () => Date.now() - SILENT_FOR;
  return {
    async create(id: string, actorId: number, fileName: string): Promise<void> {
      const now = Date.now();
      const values = { id, actor_id: actorId, file_name: fileName, state: 'working', done: 0, total: 0 };
      await packs().insert({ ...values, heartbeat_at: now, created_at: now });
    },

    /** A person's own pack; null where it is somebody else's or none. */
    async find(id: string, actorId: number): Promise<Pack | null> {
      const row = (await packs().where({ id, actor_id: actorId }).first()) as Row | undefined;
      return row ? packOf(row) : null;
    },

    /** The person's pack that is being made, if one is. */
    async underWay(actorId: number, fileName: string): Promise<Pack | null> {
      const row = (await packs()
        .where({ actor_id: actorId, state: 'working', file_name: fileName })
        .andWhere('heartbeat_at', '>', alive())
        .first()) as Row | undefined;
      return row ? packOf(row) : null;
    },

    async report(id: string, progress: Pack['progress']): Promise<void> {
      await packs()
        .where({ id })
        .update({ ...progress, heartbeat_at: Date.now() });
    },

    async end(id: string, state: 'done' | 'failed'): Promise<void> {
      await packs().where({ id }).update({ state, heartbeat_at: Date.now() });
    },

    async removeBefore(instant: number): Promise<string[]> {
      const ids = (await packs().where('created_at', '<', instant).select('id')).map(({ id }) => String(id));
      if (ids.length > 0) await packs().whereIn('id', ids).delete();
      return ids;
    },
  };
}

function packOf({ id, file_name, state, done, total, heartbeat_at }: Row): Pack {
  const silent = state === 'working' && Date.now() - Number(heartbeat_at) > SILENT_FOR;
  return {
    id,
    fileName: file_name,
    state: silent ? 'failed' : (state as PackState),
    progress: { done: Number(done), total: Number(total) },
  };
}
