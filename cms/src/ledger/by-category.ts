import type { Actor } from '@jiedui/shared/access';
import { isMonth, type Month, monthOf } from '@jiedui/shared/calendar';
import { fieldError } from '@jiedui/shared/model';
import { statesThatCount } from '@jiedui/shared/programme';
import { Refusal } from '../guard/errors';
import { readScope } from '../read/list';
import { type Model, modelOf } from '../read/model';
import { askedPage, pagination } from '../read/page';
import { parseQuery } from '../read/query';
import { amongIds, dialect, reader } from '../read/reader';
import { bothOf, type Sql } from '../read/scope-sql';
import { whereSql } from '../read/select';
import { programmeInForce } from '../workbench/programme';

type Query = Record<string, unknown>;
type Row = Record<string, unknown>;

/**
 * By what activities are laid out against the categories: whose records the rows are, and how an activity `t` finds
 * its row.
 */
const GROUPS = {
  station: { joins: '', id: 't.station_id' },
  town: { joins: ' JOIN stations gs ON gs.id = t.station_id', id: 'gs.town_id' },
  unit: { joins: '', id: 't.unit_id' },
  department: { joins: ' JOIN units gu ON gu.id = t.unit_id', id: 'gu.department_id' },
} as const;

type By = keyof typeof GROUPS;

const FIRST = '2000-01';
const LAST = '2100-12';

const STATES = statesThatCount('verified');

const refused = (field: string) =>
  new Refusal(400, 'BAD_QUERY', { errors: [fieldError([field], 'BAD_QUERY')] });

type Months = { from: Month; to: Month };

/** The months asked for, else those of the programme in force, else all that there are. */
async function monthsOf(query: Query): Promise<Months> {
  const programme = await programmeInForce();
  const asked = (name: 'from' | 'to', otherwise: Month): Month => {
    const month = query[name] ?? otherwise;
    if (typeof month !== 'string' || !isMonth(month)) throw refused(name);
    return month;
  };
  return {
    from: asked('from', programme ? monthOf(programme.startsOn) : FIRST),
    to: asked('to', programme ? monthOf(programme.endsOn) : LAST),
  };
}

/** The verified activities of some months that the actor sees, `t` being the activity. */
function activitiesSql(actor: Actor, { from, to }: Months): Sql {
  const counts = {
    text: `t.state IN (${STATES.map(() => '?').join(', ')}) AND t.month BETWEEN ? AND ?`,
    params: [...STATES, from, to],
  };
  return bothOf(readScope(modelOf('activity'), actor), counts);
}

/** A page of sites, or of what they and the units belong to, with how often each has had each category. */
export async function ledgerByCategory(actor: Actor, query: Query) {
  const by = (query.by ?? 'station') as By;
  if (!Object.hasOwn(GROUPS, by)) throw refused('by');
  const months = await monthsOf(query);
  const activities = activitiesSql(actor, months);
  const categories = await categoriesOf();
  const lacking = categories.find(({ code }) => code === query.lacking);
  if (query.lacking !== undefined && !lacking) throw refused('lacking');
  const page = askedPage(query);
  const rows = rowsSql(modelOf(by), actor, query, lacking && lackingSql(by, activities, lacking.id));
  const [found, totals] = await Promise.all([
    reader().all(
      `SELECT t.id, t.document_id, t.name, count(*) OVER () AS total ${rows.text} ORDER BY t.name, t.id ${page.limit}`,
      rows.params,
    ),
    totalsOf(by, activities),
  ]);
  const counts = await countsOf(
    by,
    activities,
    found.map(({ id }) => Number(id)),
  );
  return {
    data: found.map((row) => ({
      documentId: String(row.document_id),
      name: String(row.name),
      counts: counts.get(Number(row.id)) ?? {},
    })),
    meta: {
      ...months,
      categories: categories.map(({ id, code, name }) => ({ code, name, ...(totals.get(id) ?? NONE) })),
      pagination: pagination(page, Number(found[0]?.total ?? 0)),
    },
  };
}

const NONE = { activities: 0, rows: 0 };

async function categoriesOf(): Promise<{ id: number; code: string; name: string }[]> {
  const rows = await reader().all('SELECT id, code, name FROM categories ORDER BY "order", id LIMIT 100', []);
  return rows.map(({ id, code, name }) => ({ id: Number(id), code: String(code), name: String(name) }));
}

function rowsSql(model: Model, actor: Actor, query: Query, only: Sql | undefined): Sql {
  const parsed = parseQuery(model, actor.role, { filters: query.filters, _q: query._q });
  const scope = bothOf(readScope(model, actor), only ?? null);
  const { joins, condition, params } = whereSql(model, parsed, scope, actor, dialect());
  return { text: `FROM ${model.table} t${joins} WHERE ${condition}`, params };
}

/** Rows `t` in which a category never happened. */
function lackingSql(by: By, activities: Sql, category: number): Sql {
  const { joins, id } = GROUPS[by];
  return {
    text: `t.id NOT IN (SELECT ${id} FROM activities t${joins}
           WHERE ${activities.text} AND t.category_id = ? AND ${id} IS NOT NULL)`,
    params: [...activities.params, category],
  };
}

/** By category: how many activities there were, and how many rows had one. */
async function totalsOf(by: By, activities: Sql) {
  const { joins, id } = GROUPS[by];
  const rows = await reader().all(
    `SELECT g.category_id, sum(g.n) AS n, count(g.gid) AS present FROM (
       SELECT t.category_id, ${id} AS gid, count(*) AS n FROM activities t${joins}
       WHERE ${activities.text} GROUP BY 1, 2
     ) g GROUP BY 1`,
    activities.params,
  );
  return new Map(
    rows.map((row) => [Number(row.category_id), { activities: Number(row.n), rows: Number(row.present) }]),
  );
}

async function countsOf(
  by: By,
  activities: Sql,
  ids: number[],
): Promise<Map<number, Record<string, number>>> {
  const { joins, id } = GROUPS[by];
  const among = amongIds(id, ids);
  const rows: Row[] = await reader().all(
    `SELECT ${id} AS gid, g.code, count(*) AS n FROM activities t${joins} JOIN categories g ON g.id = t.category_id
     WHERE ${among.text} AND ${activities.text} GROUP BY 1, 2`,
    [...among.params, ...activities.params],
  );
  const counts = new Map<number, Record<string, number>>();
  for (const { gid, code, n } of rows) {
    const own = counts.get(Number(gid)) ?? {};
    own[String(code)] = Number(n);
    counts.set(Number(gid), own);
  }
  return counts;
}
