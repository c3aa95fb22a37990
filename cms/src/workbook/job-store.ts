import type { ErrorCode, Words } from '@jiedui/shared/text';
import type { Notice, Problem, RowKind } from '@jiedui/shared/workbook';
import type { Core } from '@strapi/strapi';

export type JobState =
  | 'reading'
  | 'checking'
  | 'ready'
  | 'committing'
  | 'done'
  | 'undone'
  | 'failed'
  | 'cancelled';

export type SheetCounts = { sheet: string; label: Words } & Record<RowKind, number>;

/** What is known of a job when its plan is made; `accounts`: first passwords that wait to be fetched. */
export type JobResult = { sheets: SheetCounts[]; notices: Notice[]; problems: Problem[]; accounts: number };

/** A job as the API shows it. */
export type ImportJob = JobResult & {
  id: string;
  actorId: number;
  fileName: string;
  /** The one record type that it brings in, and how rows find their records; null for the programme's workbook. */
  resource: string | null;
  key: string[];
  state: JobState;
  progress: { done: number; total: number };
  error: { code: ErrorCode } | null;
  /** Whether the workbook is still there and worth a second look: the data may have changed since the first. */
  checkable: boolean;
  /** Whether it may be undone, as far as the job itself tells. */
  undoable: boolean;
  createdAt: string;
};

export const WORKING: readonly JobState[] = ['reading', 'checking', 'committing'];

/**
 * A working job whose process has said nothing for so long was interrupted (milliseconds). A commit says nothing
 * while it lasts: on SQLite it holds the only connection that writes.
 */
const SILENT_FOR = 20_000;
const SILENT_IN_COMMIT = 120_000;
const WORTH_ANOTHER_LOOK: readonly ErrorCode[] = ['IMPORT_STALE', 'INTERRUPTED', 'INTERNAL'];
const SHOWN = 10;
/** How long an import can be undone (milliseconds). */
const UNDONE_WITHIN = 7 * 24 * 60 * 60 * 1000;
const TABLE = 'import_jobs';
const EMPTY: JobResult = { sheets: [], notices: [], problems: [], accounts: 0 };

type Row = Record<'id' | 'file_name' | 'state' | 'progress', string> & {
  actor_id: number;
  resource: string | null;
  key_fields: string | null;
  result: string | null;
  error: string | null;
  heartbeat_at: number | string;
  created_at: number | string;
};

/** Jobs live in the database, so that every process answers for every job. Their times are real times. */
export function jobStore(strapi: Core.Strapi) {
  const jobs = () => strapi.db.connection(TABLE);
  return {
    async create(
      id: string,
      actorId: number,
      fileName: string,
      { resource, key }: Pick<ImportJob, 'resource' | 'key'>,
    ): Promise<void> {
      const now = Date.now();
      await jobs().insert({
        id,
        actor_id: actorId,
        file_name: fileName.slice(0, 200),
        resource,
        key_fields: key.join(','),
        state: 'reading',
        progress: JSON.stringify({ done: 0, total: 0 }),
        heartbeat_at: now,
        created_at: now,
      });
    },

    async find(id: string): Promise<ImportJob | null> {
      const row = (await jobs().where({ id }).first()) as Row | undefined;
      return row ? jobOf(row) : null;
    },

    /** The newest jobs; whoever began them, or one person's. */
    async latest(actorId: number | null): Promise<ImportJob[]> {
      const query = jobs().orderBy('created_at', 'desc').limit(SHOWN);
      if (actorId !== null) query.where({ actor_id: actorId });
      return ((await query) as Row[]).map(jobOf);
    },

    /** Whether a later import has written records of a type that this one has written too. */
    async isFollowed(id: string): Promise<boolean> {
      const knex = strapi.db.connection;
      const types = knex('import_rows').where({ job_id: id }).distinct('resource');
      const later = knex('import_jobs')
        .where({ state: 'done' })
        .where('created_at', '>', knex('import_jobs').where({ id }).select('created_at'))
        .select('id');
      const row = await knex('import_rows').whereIn('job_id', later).whereIn('resource', types).first('id');
      return row !== undefined;
    },

    /** Moves a job on; false when it is no longer in one of the states it must come from (cancelled meanwhile). */
    async move(id: string, from: readonly JobState[], change: Partial<ImportJob>): Promise<boolean> {
      const { state, progress, error, sheets, notices, problems, accounts } = change;
      const moved = await jobs()
        .where({ id })
        .whereIn('state', [...from])
        .update({
          heartbeat_at: Date.now(),
          ...(state ? { state } : {}),
          ...(progress ? { progress: JSON.stringify(progress) } : {}),
          ...(error ? { error: JSON.stringify(error) } : {}),
          ...(sheets ? { result: JSON.stringify({ sheets, notices, problems, accounts }) } : {}),
        });
      return moved === 1;
    },

    async createdBefore(instant: number): Promise<string[]> {
      return (await jobs().where('created_at', '<', instant).select('id')).map(({ id }) => String(id));
    },

    async remove(ids: readonly string[]): Promise<void> {
      await jobs()
        .whereIn('id', [...ids])
        .delete();
    },
  };
}

export type JobStore = ReturnType<typeof jobStore>;

function jobOf(row: Row): ImportJob {
  const state = row.state as JobState;
  const patience = state === 'committing' ? SILENT_IN_COMMIT : SILENT_FOR;
  const silent = WORKING.includes(state) && Date.now() - Number(row.heartbeat_at) > patience;
  const error = silent
    ? { code: 'INTERRUPTED' as const }
    : row.error
      ? (JSON.parse(row.error) as ImportJob['error'])
      : null;
  return {
    ...EMPTY,
    ...(row.result ? (JSON.parse(row.result) as JobResult) : {}),
    id: row.id,
    actorId: Number(row.actor_id),
    fileName: row.file_name,
    resource: row.resource,
    key: row.key_fields ? row.key_fields.split(',') : [],
    state: silent ? 'failed' : state,
    progress: JSON.parse(row.progress) as ImportJob['progress'],
    error,
    checkable: state === 'ready' || (error !== null && WORTH_ANOTHER_LOOK.includes(error.code)),
    undoable: state === 'done' && Date.now() - Number(row.created_at) < UNDONE_WITHIN,
    createdAt: new Date(Number(row.created_at)).toISOString(),
  };
}
