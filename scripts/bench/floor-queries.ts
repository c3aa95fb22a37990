import { randomBytes } from 'node:crypto';
import path from 'node:path';
import BetterSqlite from 'better-sqlite3';
import pg from 'pg';
import { readFacts } from './facts';

type Row = Record<string, unknown>;
type Param = string | number | null;

/** The database as the floor uses it: prepared statements, one connection of SQLite or a pool of PostgreSQL. */
type Db = {
  all(sql: string, params: Param[]): Row[] | Promise<Row[]>;
  transaction(
    work: (run: (sql: string, params: Param[]) => Promise<Row[]> | Row[]) => Promise<void> | void,
  ): Promise<void>;
  now(): Param;
};

export type Save = { sheet: number; rev: number; entries: unknown };
export type Create = { title: string; startsAt: string; endsAt: string };

export type Api = Record<'list' | 'one' | 'counts' | 'average', () => Promise<unknown>> & {
  save(input: Save): Promise<unknown>;
  create(input: Create): Promise<unknown>;
};

const ACTIVITY = [
  'id',
  'document_id',
  'title',
  'starts_at',
  'ends_at',
  'day',
  'month',
  'venue',
  'venue_kind',
  'expected_people',
  'routine',
  'materials_reviewed',
  'first_aid_officer',
  'ivolunteer_number',
  'actual_people',
  'volunteers',
  'service_minutes',
  'summary',
  'announced_at',
  'reported_at',
  'verified_at',
  'state',
  'example',
  'rev',
  'created_at',
  'updated_at',
];

const COLUMNS = ACTIVITY.map((name) => `t.${name}`).join(', ');
const NAMES =
  'u.id AS u_id, u.document_id AS u_doc, u.name AS u_name, s.id AS s_id, s.document_id AS s_doc, s.name AS s_name';
const JOINS = 'LEFT JOIN units u ON u.id = t.unit_id LEFT JOIN stations s ON s.id = t.station_id';
const TOWN_STATIONS = 'SELECT id FROM stations WHERE town_id = ?';
const ENTRY = `INSERT INTO audit_entries (at, actor_document_id, actor_name, actor_role, action, resource, row_id,
  document_id, rev, changes, state_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`;

const { DATABASE_URL: url, DATA_DIR: dataDir = '' } = process.env;

/** The database that the environment names. */
export const openDb = (): Db => (url ? postgres(url) : sqlite(path.join(dataDir, 'jiedui.sqlite')));

/** Every case of the bench as plain SQL. */
export async function openApi(): Promise<Api> {
  const facts = readFacts(dataDir);
  const db = openDb();
  const town = facts.town.rowId;
  const inTown = `t.station_id ${url ? `= ANY (ARRAY(${TOWN_STATIONS}))` : `IN (${TOWN_STATIONS})`}`;
  const withNames = ({ u_id, u_doc, u_name, s_id, s_doc, s_name, ...row }: Row) => ({
    ...row,
    unit: { id: u_id, documentId: u_doc, name: u_name },
    station: { id: s_id, documentId: s_doc, name: s_name },
  });
  return {
    async list() {
      const rows = await db.all(
        `SELECT ${COLUMNS}, ${NAMES}, (SELECT count(*) FROM activities t WHERE ${inTown}) AS total FROM (
           SELECT t.id AS page_id FROM activities t WHERE ${inTown}
           ORDER BY t.starts_at DESC, t.id DESC LIMIT 25 OFFSET 0
         ) p JOIN activities t ON t.id = p.page_id ${JOINS} ORDER BY t.starts_at DESC, t.id DESC`,
        [town, town],
      );
      return {
        data: rows.map(({ total: _, ...row }) => withNames(row)),
        meta: { pagination: { page: 1, pageSize: 25, total: rows[0]?.total } },
      };
    },
    async one() {
      const rows = await db.all(
        `SELECT ${COLUMNS}, ${NAMES} FROM activities t ${JOINS} WHERE t.document_id = ? AND ${inTown}`,
        [facts.activityId, town],
      );
      return { data: rows.map(withNames)[0], meta: {} };
    },
    async counts() {
      const rows = await db.all(
        `SELECT u.document_id, u.name, g.month, g.n, g.verified FROM (
           SELECT t.unit_id, t.month, count(*) AS n, count(t.verified_at) AS verified FROM activities t
           WHERE t.month BETWEEN ? AND ? AND ${inTown} GROUP BY t.unit_id, t.month
         ) g JOIN units u ON u.id = g.unit_id ORDER BY u.name, g.month`,
        ['2022-07', '2023-02', town],
      );
      return { data: rows, meta: {} };
    },
    async average() {
      const rows = await db.all(
        `SELECT u.document_id, u.name, u.unit_class, avg(CAST(e.total AS double precision)) AS mean, count(*) AS n
         FROM evaluations e JOIN units u ON u.id = e.unit_id
         WHERE e.round_id = ? AND e.state = 'submitted' GROUP BY u.id, u.document_id, u.name, u.unit_class
         ORDER BY u.unit_class, mean DESC`,
        [facts.round.rowId],
      );
      return { data: rows, meta: {} };
    },
    async save({ sheet, rev, entries }) {
      await db.transaction(async (run) => {
        await run('SELECT * FROM evaluations WHERE id = ?', [sheet]);
        await run('UPDATE evaluations SET entries = ?, rev = ?, updated_at = ? WHERE id = ? AND rev = ?', [
          JSON.stringify(entries),
          rev + 1,
          db.now(),
          sheet,
          rev,
        ]);
        await audit(run, 'update', 'evaluation', sheet, rev + 1, entries);
      });
      return { data: { rev: rev + 1 } };
    },
    async create({ title, startsAt, endsAt }) {
      const { unit, station, category } = facts.placeRows;
      const instant = (text: string) => (url ? text : Date.parse(text));
      await db.transaction(async (run) => {
        const [row] = await run(
          `INSERT INTO activities (document_id, title, unit_id, station_id, category_id, starts_at, ends_at, day, month,
             venue_kind, state, rev, created_at, updated_at, published_at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'site', 'planned', 1, ?, ?, ?) RETURNING id`,
          [
            randomBytes(12).toString('hex'),
            title,
            unit,
            station,
            category,
            instant(startsAt),
            instant(endsAt),
            startsAt.slice(0, 10),
            startsAt.slice(0, 7),
            db.now(),
            db.now(),
            db.now(),
          ],
        );
        await audit(run, 'create', 'activity', Number(row?.id), 1, { title });
      });
      return { data: { title } };
    },
  };
}

async function audit(
  run: (sql: string, params: Param[]) => Promise<Row[]> | Row[],
  action: string,
  resource: string,
  rowId: number,
  rev: number,
  changes: unknown,
): Promise<void> {
  const [entry] = await run(ENTRY, [
    Date.now(),
    'floor',
    'floor',
    'floor',
    action,
    resource,
    rowId,
    `floor${rowId}`,
    rev,
    JSON.stringify(changes),
    null,
  ]);
  await run('INSERT INTO audit_pending (entry_id) VALUES (?)', [Number(entry?.id)]);
}

function sqlite(filename: string): Db {
  const database = new BetterSqlite(filename);
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'busy_timeout = 5000'])
    database.pragma(pragma);
  const statements = new Map<string, BetterSqlite.Statement>();
  const run = (sql: string, params: Param[]): Row[] => {
    const statement = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, statement);
    if (statement.reader) return statement.all(...params) as Row[];
    statement.run(...params);
    return [];
  };
  // One connection: transactions wait for each other, as they do in the server.
  let queue: Promise<void> = Promise.resolve();
  return {
    all: run,
    now: () => Date.now(),
    transaction(work) {
      const mine = queue.then(async () => {
        database.exec('BEGIN IMMEDIATE');
        try {
          await work(run);
          database.exec('COMMIT');
        } catch (error) {
          database.exec('ROLLBACK');
          throw error;
        }
      });
      queue = mine.catch(() => {});
      return mine;
    },
  };
}

function postgres(connectionString: string): Db {
  const pool = new pg.Pool({ connectionString, max: 10 });
  const names = new Map<string, { name: string; text: string }>();
  const prepared = (sql: string) => {
    const known = names.get(sql);
    if (known) return known;
    let at = 0;
    const text = sql.replace(/\?/g, () => {
      at += 1;
      return `$${at}`;
    });
    const fresh = { name: `floor_${names.size}`, text };
    names.set(sql, fresh);
    return fresh;
  };
  return {
    all: async (sql, values) => (await pool.query({ ...prepared(sql), values })).rows as Row[],
    now: () => new Date().toISOString(),
    async transaction(work) {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        await work(async (sql, values) => (await client.query({ ...prepared(sql), values })).rows as Row[]);
        await client.query('COMMIT');
      } catch (error) {
        await client.query('ROLLBACK');
        throw error;
      } finally {
        client.release();
      }
    },
  };
}
