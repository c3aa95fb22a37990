import type { Actor } from '@jiedui/shared/access';
import {
  countsOf,
  PLACEMENT_LEVELS,
  STATISTICS_BY,
  STORY_FIGURES,
  type StatisticsBy,
  type StoryCount,
} from '@jiedui/shared/story';
import { badQuery } from '../../read/asked-page';
import { readScope } from '../../read/list';
import { type Model, modelOf } from '../../read/model';
import { askedPage, pagination } from '../../read/page';
import { reader } from '../../read/reader';
import { bothOf, type Sql } from '../../read/scope-sql';
import { type DutyWords, dutiesOfUnits, type UnitDuty } from './duties';
import { PLACEMENT_SUMS, placementsSql, type Span, spanOf, storiesSql, storySums } from './figures-sql';

type Query = Record<string, unknown>;
type Counts = Partial<Record<StoryCount, number>>;

/** `key`: the record that the row is about; for media, their name. `duties`: only of units, for who may judge them. */
export type StatisticsRow = { key: string; name: string; counts: Counts; duties?: UnitDuty[] };

type Rows = { found: Record<string, unknown>[]; totals: Counts };

/** How a story and a placement `t` find the row they count for. */
const GROUPS = {
  unit: { resource: 'unit', story: 't.unit_id', joins: '', placement: 't.unit_id' },
  station: { resource: 'station', story: 't.station_id', joins: '', placement: 't.station_id' },
  column: {
    resource: 'story-column',
    story: 't.column_id',
    joins: ' JOIN stories s ON s.id = t.story_id',
    placement: 's.column_id',
  },
} as const;

export function askedBy(query: Query): StatisticsBy {
  const by = STATISTICS_BY.find((one) => one === (query.by ?? 'unit'));
  if (!by) throw badQuery('by');
  return by;
}

/** A page of what came of stories in some months, with the sum of all that the actor sees. */
export async function storyStatistics(actor: Actor, query: Query) {
  const by = askedBy(query);
  const span = spanOf(query);
  const page = askedPage(query);
  const asked = { actor, span, limit: page.limit, only: typeof query.unit === 'string' ? query.unit : null };
  const { found, totals } = by === 'placement' ? await byOutlet(asked) : await byParty(by, asked);
  const names = countsOf(by);
  const rows: StatisticsRow[] = found.map((row) => ({
    key: String(row.key),
    name: String(row.name),
    counts: numbersOf(row, names),
  }));
  const duties = by === 'unit' ? await dutiesOfUnits(actor, found.map(unitOf), span) : null;
  return {
    data: {
      by,
      rows: duties ? rows.map((row) => ({ ...row, duties: duties.of.get(row.key) ?? [] })) : rows,
      totals,
      duties: (duties?.words ?? []) as DutyWords[],
    },
    meta: { pagination: pagination(page, Number(found[0]?.total ?? 0)) },
  };
}

const unitOf = (row: Record<string, unknown>) => ({
  id: Number(row.id),
  documentId: String(row.key),
  unitClass: String(row.unit_class),
});

const numbersOf = (row: Record<string, unknown> | undefined, names: readonly StoryCount[]): Counts =>
  Object.fromEntries(names.map((name) => [name, Number(row?.[name] ?? 0)]));

type Asked = { actor: Actor; span: Span; limit: string; only: string | null };

/** Every record that the actor sees has its row, those without any story too; the most published comes first. */
async function byParty(by: keyof typeof GROUPS, { actor, span, limit, only }: Asked): Promise<Rows> {
  const group = GROUPS[by];
  const model = modelOf(group.resource);
  const scope = rowsSql(model, actor, by === 'unit' ? only : null);
  const [sums, stories, placements] = [storySums(span), storiesSql(actor), placementsSql(actor, span)];
  const names = countsOf(by);
  const columns = names.map((name) => {
    const from = Object.hasOwn(STORY_FIGURES, name) ? 'c' : 'p';
    return `coalesce(${from}."${name}", 0) AS "${name}"`;
  });
  const unitClass = by === 'unit' ? ', t.unit_class' : '';
  const [found, storyTotals, placementTotals] = await Promise.all([
    reader().all(
      `SELECT t.id, t.document_id AS "key", t.name${unitClass}, ${columns.join(', ')}, count(*) OVER () AS total
       FROM ${model.table} t
       LEFT JOIN (SELECT ${group.story} AS gid, ${sums.text} FROM stories t WHERE ${stories.text} GROUP BY 1) c
         ON c.gid = t.id
       LEFT JOIN (SELECT ${group.placement} AS gid, ${PLACEMENT_SUMS} FROM media_placements t${group.joins}
                  WHERE ${placements.text} GROUP BY 1) p ON p.gid = t.id
       ${scope ? `WHERE ${scope.text}` : ''}
       ORDER BY coalesce(c."published", 0) DESC, coalesce(c."submitted", 0) DESC, t.name, t.id ${limit}`,
      [...sums.params, ...stories.params, ...placements.params, ...(scope?.params ?? [])],
    ),
    totalOf('stories', sums, stories),
    totalOf('media_placements', { text: PLACEMENT_SUMS, params: [] }, placements),
  ]);
  return { found, totals: numbersOf({ ...storyTotals, ...placementTotals }, names) };
}

/** The rows in sight; of units, the one that is asked for. */
function rowsSql(model: Model, actor: Actor, only: string | null): Sql | null {
  const scope = readScope(model, actor);
  return only === null ? scope : bothOf(scope, { text: 't.document_id = ?', params: [only] });
}

async function totalOf(table: string, sums: Sql, where: Sql): Promise<Record<string, unknown>> {
  const [row] = await reader().all(`SELECT ${sums.text} FROM ${table} t WHERE ${where.text}`, [
    ...sums.params,
    ...where.params,
  ]);
  return row ?? {};
}

/** The media that ran something; the widest read come first. */
async function byOutlet({ actor, span, limit }: Asked): Promise<Rows> {
  const { text, params } = placementsSql(actor, span);
  const order = PLACEMENT_LEVELS.map((level) => `"${level}" DESC`).join(', ');
  const [found, totals] = await Promise.all([
    reader().all(
      `SELECT o.*, count(*) OVER () AS total FROM (
         SELECT t.outlet AS "key", t.outlet AS name, ${PLACEMENT_SUMS} FROM media_placements t
         WHERE ${text} GROUP BY t.outlet
       ) o ORDER BY ${order}, o.name ${limit}`,
      params,
    ),
    totalOf('media_placements', { text: PLACEMENT_SUMS, params: [] }, { text, params }),
  ]);
  return { found, totals: numbersOf(totals, PLACEMENT_LEVELS) };
}
