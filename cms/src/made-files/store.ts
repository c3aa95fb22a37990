import type { Core } from '@strapi/strapi';

type MadeState = 'working' | 'done' | 'failed';

/** What a file is of: its kind, whose it is (the address of a record), and which of several (the days of a pack). */
export type Subject = { kind: string; owner: string; variant: string };

/** A file that somebody asked for. Working, it says how many of its parts are made. */
export type MadeFile = Subject & {
  id: string;
  fileName: string;
  state: MadeState;
  progress: { done: number; total: number };
};

/** A working file whose process has said nothing for so long was interrupted (milliseconds). */
const SILENT_FOR = 60_000;
const TABLE = 'made_files';

type Row = Record<'id' | 'kind' | 'owner' | 'variant' | 'file_name' | 'state', string> & {
  done: number;
  total: number;
  heartbeat_at: number | string;
};

/** Files live in the database, so that every process answers for every one. Their times are real times. */
export function madeFileStore(strapi: Core.Strapi) {
  const knex = strapi.db.connection;
  const files = () => knex(TABLE);
  const alive = () => Date.now() - SILENT_FOR;
  return {
    /** Notes a file that is going to be made; false where the same one is being made already. */
    async begin(id: string, subject: Subject, fileName: string): Promise<boolean> {
      const now = Date.now();
      // One that was interrupted is in nobody's way.
      await files()
        .where({ ...subject, state: 'working' })
        .andWhere('heartbeat_at', '<=', alive())
        .update({ state: 'failed' });
      const values = { id, ...subject, file_name: fileName, state: 'working', done: 0, total: 0 };
      const made = await files()
        .insert({ ...values, heartbeat_at: now, created_at: now })
        .onConflict(knex.raw("(kind, owner, variant) WHERE state = 'working'"))
        .ignore()
        .returning('id');
      return made.length > 0;
    },

    async find(id: string): Promise<MadeFile | null> {
      const row = (await files().where({ id }).first()) as Row | undefined;
      return row ? fileOf(row) : null;
    },

    async underWay(subject: Subject): Promise<MadeFile | null> {
      const row = (await files()
        .where({ ...subject, state: 'working' })
        .first()) as Row | undefined;
      return row ? fileOf(row) : null;
    },

    async report(id: string, progress: MadeFile['progress']): Promise<void> {
      await files()
        .where({ id })
        .update({ ...progress, heartbeat_at: Date.now() });
    },

    async end(id: string, state: 'done' | 'failed'): Promise<void> {
      await files().where({ id }).update({ state, heartbeat_at: Date.now() });
    },

    async removeBefore(instant: number): Promise<string[]> {
      const ids = (await files().where('created_at', '<', instant).select('id')).map(({ id }) => String(id));
      if (ids.length > 0) await files().whereIn('id', ids).delete();
      return ids;
    },
  };
}

function fileOf({ id, kind, owner, variant, file_name, state, done, total, heartbeat_at }: Row): MadeFile {
  const silent = state === 'working' && Date.now() - Number(heartbeat_at) > SILENT_FOR;
  return {
    id,
    kind,
    owner,
    variant,
    fileName: file_name,
    state: silent ? 'failed' : (state as MadeState),
    progress: { done: Number(done), total: Number(total) },
  };
}
