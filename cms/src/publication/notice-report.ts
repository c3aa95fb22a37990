import type { Actor } from '@jiedui/shared/access';
import { DEFAULT_NOTICE_DAYS, NOTICE_STATES, type NoticeState } from '@jiedui/shared/activity';
import { clock } from '../clock';
import { badQuery, monthsOf, numberOf } from '../read/asked-page';
import { filterParam, fromColumn } from '../read/codec';
import { readScope } from '../read/list';
import { modelOf } from '../read/model';
import { dialect, reader } from '../read/reader';
import { fromReader, type Run } from '../read/run';
import type { Sql } from '../read/scope-sql';
import { noticeSql } from './notice-sql';

type Query = Record<string, unknown>;
type Counts = Record<NoticeState, number>;

const PAGE = 25;
const MOST_PER_PAGE = 100;
/** What the report is about, worst first. */
const AMISS = ['missed', 'late', 'short'] as const satisfies readonly NoticeState[];

const noCounts = (): Counts => ({ inTime: 0, short: 0, late: 0, missed: 0, pending: 0 });

/** How many days before an activity its notice is due, by the programme in force. */
export async function noticeDaysInForce(run: Run = fromReader): Promise<number> {
  const [row] = await run('SELECT notice_days FROM programmes WHERE active = ? ORDER BY id LIMIT 1', [
    filterParam({ type: 'boolean' }, true, dialect()),
  ]);
  return row?.notice_days === null || row?.notice_days === undefined
    ? DEFAULT_NOTICE_DAYS
    : Number(row.notice_days);
}

/** The activities of the months in scope, each with its site and how its notice stands. */
function judged(actor: Actor, query: Query, noticeDays: number): Sql {
  const months = monthsOf(query);
  const model = modelOf('activity');
  const scope = readScope(model, actor);
  const notice = noticeSql(clock().now(), noticeDays);
  return {
    text: `(SELECT t.id, t.station_id, ${notice.text} AS notice FROM ${model.table} t
            WHERE t.month BETWEEN ? AND ? AND t.state <> 'cancelled'${scope ? ` AND ${scope.text}` : ''}) x`,
    params: [...notice.params, months[0] ?? '', months.at(-1) ?? '', ...(scope?.params ?? [])],
  };
}

/** How the public notices of some months stand, in all and site by site, those with most amiss first. */
export async function noticeReport(actor: Actor, query: Query) {
  const noticeDays = await noticeDaysInForce();
  const { text, params } = judged(actor, query, noticeDays);
  const page = numberOf(query, 'page', 1, 100_000);
  const pageSize = numberOf(query, 'pageSize', PAGE, MOST_PER_PAGE);
  const counts = NOTICE_STATES.map(
    (state) => `sum(CASE WHEN x.notice = '${state}' THEN 1 ELSE 0 END) AS "${state}"`,
  ).join(', ');
  const amiss = AMISS.map((state) => `'${state}'`).join(', ');
  const [sums, rows] = await Promise.all([
    reader().all(`SELECT x.notice, count(*) AS n FROM ${text} GROUP BY x.notice`, params),
    reader().all(
      `SELECT s.document_id, s.name, w.name AS town, ${counts}, count(*) OVER () AS total
       FROM ${text} JOIN stations s ON s.id = x.station_id LEFT JOIN towns w ON w.id = s.town_id
       GROUP BY s.id, s.document_id, s.name, w.name
       ORDER BY sum(CASE WHEN x.notice IN (${amiss}) THEN 1 ELSE 0 END) DESC, s.name, s.id
       LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`,
      params,
    ),
  ]);
  const all = noCounts();
  for (const { notice, n } of sums) all[notice as NoticeState] = Number(n);
  const total = Number(rows[0]?.total ?? 0);
  return {
    data: {
      noticeDays,
      all,
      sites: rows.map((row) => ({
        documentId: String(row.document_id),
        name: String(row.name),
        town: (row.town as string | null) ?? null,
        counts: Object.fromEntries(NOTICE_STATES.map((state) => [state, Number(row[state])])) as Counts,
      })),
    },
    meta: { pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total } },
  };
}

/** The activities of a site whose notice stands in a way, newest first. */
export async function lateNotices(actor: Actor, query: Query) {
  const state = NOTICE_STATES.find((one) => one === query.notice);
  if (!state) throw badQuery('notice');
  const { text, params } = judged(actor, query, await noticeDaysInForce());
  const page = numberOf(query, 'page', 1, 100_000);
  const pageSize = numberOf(query, 'pageSize', PAGE, MOST_PER_PAGE);
  const rows = await reader().all(
    `SELECT a.document_id, a.title, a.starts_at, a.announced_at, u.name AS unit, count(*) OVER () AS total
     FROM ${text} JOIN activities a ON a.id = x.id JOIN units u ON u.id = a.unit_id
     JOIN stations s ON s.id = x.station_id
     WHERE x.notice = ? AND s.document_id = ?
     ORDER BY a.starts_at DESC, a.id LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`,
    [...params, state, typeof query.station === 'string' ? query.station : ''],
  );
  const total = Number(rows[0]?.total ?? 0);
  const instantOf = (value: unknown) => fromColumn({ type: 'datetime' }, value ?? null);
  return {
    data: rows.map((row) => ({
      documentId: String(row.document_id),
      title: String(row.title),
      unit: String(row.unit),
      startsAt: instantOf(row.starts_at),
      announcedAt: instantOf(row.announced_at),
    })),
    meta: { pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total } },
  };
}
