import type { Actor } from '@jiedui/shared/access';
import { COVERING_STATES } from '@jiedui/shared/activity';
import type { Month } from '@jiedui/shared/calendar';
import { badQuery, monthsOf, numberOf } from '../read/asked-page';
import { filterParam } from '../read/codec';
import { readScope } from '../read/list';
import { modelOf } from '../read/model';
import { amongIds, dialect, reader } from '../read/reader';
import type { Sql } from '../read/scope-sql';

type Query = Record<string, unknown>;

/** The most indicators that are worth columns. */
const MOST_INDICATORS = 60;
const PAGE = 25;
const MOST_PER_PAGE = 100;

type Indicator = { documentId: string; code: string; name: string; area: string };
type CoverageRow = {
  key: string;
  name: string;
  town: string | null;
  /** How many activities served each indicator, in the order of the indicators. */
  counts: number[];
};

/**
 * How many activities that took place served which 创文 indicator in some months, by site (a page of them) or by
 * month; with how many of the sites in scope each indicator reached.
 */
export async function indicatorCoverage(actor: Actor, query: Query) {
  const months = monthsOf(query);
  const by = query.by ?? 'station';
  if (by !== 'station' && by !== 'month') throw badQuery('by');
  const indicators = await indicatorsInUse();
  const ids = indicators.map(({ id }) => id);
  const counting = countingActivities(actor, months, ids);
  const sites = sitesOf(actor, query);
  const [reached, total] = await Promise.all([sitesReached(counting, sites, ids), countSites(sites)]);
  const page = numberOf(query, 'page', 1, 100_000);
  const pageSize = numberOf(query, 'pageSize', PAGE, MOST_PER_PAGE);
  const rows =
    by === 'month'
      ? await monthRows(counting, sites, months, ids)
      : await siteRows(counting, sites, ids, { page, pageSize });
  const length = by === 'month' ? months.length : total;
  return {
    data: {
      by,
      indicators: indicators.map(({ id: _, ...indicator }, at) => ({
        ...indicator,
        sites: reached[at] ?? 0,
      })),
      rows,
      sites: total,
    },
    meta: { pagination: { page, pageSize, pageCount: Math.ceil(length / pageSize), total: length } },
  };
}

async function indicatorsInUse(): Promise<({ id: number } & Indicator)[]> {
  const { table } = modelOf('indicator');
  const rows = await reader().all(
    `SELECT id, document_id, code, name, area FROM ${table}
     WHERE active = ? ORDER BY area, code, id LIMIT ${MOST_INDICATORS}`,
    [filterParam({ type: 'boolean' }, true, dialect())],
  );
  return rows.map((row) => ({
    id: Number(row.id),
    documentId: String(row.document_id),
    code: String(row.code),
    name: String(row.name),
    area: String(row.area),
  }));
}

/** Activities in the actor's scope that took place in the months, one row for each indicator that they served. */
function countingActivities(actor: Actor, months: readonly Month[], indicators: readonly number[]): Sql {
  const model = modelOf('activity');
  const link = model.links.get('indicators');
  if (!link) throw new Error('Activities have lost their indicators');
  const scope = readScope(model, actor);
  const among = amongIds(`l."${link.other}"`, indicators);
  return {
    text: `(SELECT t.station_id, t.month, l."${link.other}" AS indicator
            FROM ${model.table} t JOIN "${link.table}" l ON l."${link.own}" = t.id
            WHERE t.month BETWEEN ? AND ? AND t.state IN (${COVERING_STATES.map(() => '?').join(', ')})
              AND ${among.text}${scope ? ` AND ${scope.text}` : ''}) x`,
    params: [
      months[0] ?? '',
      months.at(-1) ?? '',
      ...COVERING_STATES,
      ...among.params,
      ...(scope?.params ?? []),
    ],
  };
}

/** The sites that can be reached: institutes and stations in the actor's scope, of a town if one is asked for. */
function sitesOf(actor: Actor, { town }: Query): Sql {
  const scope = readScope(modelOf('station'), actor);
  const wanted = typeof town === 'string' && town !== '' ? town : null;
  return {
    text: `t.level <> 'center'${scope ? ` AND ${scope.text}` : ''}${
      wanted ? ' AND t.town_id IN (SELECT id FROM towns WHERE document_id = ?)' : ''
    }`,
    params: [...(scope?.params ?? []), ...(wanted ? [wanted] : [])],
  };
}

async function countSites(sites: Sql): Promise<number> {
  const [row] = await reader().all(`SELECT count(*) AS n FROM stations t WHERE ${sites.text}`, sites.params);
  return Number(row?.n ?? 0);
}

/** How many of the sites each indicator has reached. */
async function sitesReached(counting: Sql, sites: Sql, indicators: readonly number[]): Promise<number[]> {
  const rows = await reader().all(
    `SELECT x.indicator, count(DISTINCT x.station_id) AS n FROM ${counting.text}
     WHERE x.station_id IN (SELECT t.id FROM stations t WHERE ${sites.text}) GROUP BY x.indicator`,
    [...counting.params, ...sites.params],
  );
  const found = new Map(rows.map((row) => [Number(row.indicator), Number(row.n)]));
  return indicators.map((id) => found.get(id) ?? 0);
}

async function siteRows(
  counting: Sql,
  sites: Sql,
  indicators: readonly number[],
  { page, pageSize }: { page: number; pageSize: number },
): Promise<CoverageRow[]> {
  const listed = await reader().all(
    `SELECT t.id, t.document_id, t.name, w.name AS town FROM stations t LEFT JOIN towns w ON w.id = t.town_id
     WHERE ${sites.text} ORDER BY w.name, t.name, t.id LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`,
    sites.params,
  );
  const among = amongIds(
    'x.station_id',
    listed.map(({ id }) => Number(id)),
  );
  const counts = countsBy(
    await reader().all(
      `SELECT x.station_id AS row_key, x.indicator, count(*) AS n FROM ${counting.text}
       WHERE ${among.text} GROUP BY x.station_id, x.indicator`,
      [...counting.params, ...among.params],
    ),
  );
  return listed.map((site) => ({
    key: String(site.document_id),
    name: String(site.name),
    town: (site.town as string | null) ?? null,
    counts: indicators.map((indicator) => counts(site.id, indicator)),
  }));
}

async function monthRows(
  counting: Sql,
  sites: Sql,
  months: readonly Month[],
  indicators: readonly number[],
): Promise<CoverageRow[]> {
  const counts = countsBy(
    await reader().all(
      `SELECT x.month AS row_key, x.indicator, count(*) AS n FROM ${counting.text}
       WHERE x.station_id IN (SELECT t.id FROM stations t WHERE ${sites.text}) GROUP BY x.month, x.indicator`,
      [...counting.params, ...sites.params],
    ),
  );
  return months.map((month) => ({
    key: month,
    name: month,
    town: null,
    counts: indicators.map((indicator) => counts(month, indicator)),
  }));
}

function countsBy(rows: readonly Record<string, unknown>[]): (row: unknown, indicator: number) => number {
  const found = new Map(rows.map((row) => [`${row.row_key}|${row.indicator}`, Number(row.n)]));
  return (row, indicator) => found.get(`${row}|${indicator}`) ?? 0;
}
