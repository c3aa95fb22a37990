import type { Actor } from '@jiedui/shared/access';
import { fieldError } from '@jiedui/shared/model';
import {
  type CoverageKind,
  coverageSeenBy,
  DEPARTMENTS_WITHOUT_PLAN,
  LEVELS_WITH_PLAN,
  STATES_WITH_PLAN,
} from '@jiedui/shared/planning';
import { Refusal } from '../guard/errors';
import { readScope } from '../read/list';
import { modelOf } from '../read/model';
import { askedPage, pagination } from '../read/page';
import { reader } from '../read/reader';
import { bothOf, type Sql } from '../read/scope-sql';

const marks = (values: readonly string[]) => values.map(() => '?').join(', ');

/** Of whom a plan is asked: the table, how its rows are grouped, and which of them. */
const PARTIES: Record<CoverageKind, { join: string; group: string; where: Sql }> = {
  unit: { join: '', group: 't.unit_class', where: { text: '1 = 1', params: [] } },
  station: {
    join: 'LEFT JOIN towns g ON g.id = t.town_id',
    group: 'g.name',
    where: { text: `t.level IN (${marks(LEVELS_WITH_PLAN)})`, params: [...LEVELS_WITH_PLAN] },
  },
  department: {
    join: '',
    // Not a bare constant, by which PostgreSQL would not group.
    group: 'CAST(NULL AS TEXT)',
    where: {
      text: `t.name NOT IN (${marks(DEPARTMENTS_WITHOUT_PLAN)})`,
      params: [...DEPARTMENTS_WITHOUT_PLAN],
    },
  },
};

const WITH_PLAN = `p.state IN (${STATES_WITH_PLAN.map((state) => `'${state}'`).join(', ')})`;

function kindOf(actor: Actor, asked: unknown): CoverageKind {
  const kind = coverageSeenBy(actor.role).find((one) => one === asked);
  if (kind) return kind;
  throw new Refusal(400, 'BAD_QUERY', { errors: [fieldError(['kind'], 'BAD_QUERY')] });
}

/** How many of a kind of party have their plan for the programme in force, by group, and a page of those without. */
export async function planCoverage(actor: Actor, query: Record<string, unknown>) {
  const kind = kindOf(actor, query.kind);
  const model = modelOf(kind);
  const { join, group, where } = PARTIES[kind];
  const page = askedPage(query);
  const { text, params } = bothOf(readScope(model, actor), where);
  const [programme] = await reader().all('SELECT id FROM programmes WHERE active ORDER BY id LIMIT 1', []);
  const from = `FROM ${model.table} t ${join}
    LEFT JOIN action_plans p ON p.${kind}_id = t.id AND coalesce(p.programme_id, 0) = ? WHERE ${text}`;
  const all = [Number(programme?.id ?? 0), ...params];
  const groups = await reader().all(
    `SELECT ${group} AS name, count(*) AS total, sum(CASE WHEN ${WITH_PLAN} THEN 1 ELSE 0 END) AS made,
            sum(CASE WHEN p.state = 'accepted' THEN 1 ELSE 0 END) AS accepted
     ${from} GROUP BY ${group} ORDER BY 1`,
    all,
  );
  const missing = await reader().all(
    `SELECT t.document_id, t.name, t.leader, ${group} AS grouped, p.document_id AS plan, p.state,
            count(*) OVER () AS total
     ${from} AND (p.state IS NULL OR NOT ${WITH_PLAN}) ORDER BY 4, t.name, t.id ${page.limit}`,
    all,
  );
  return {
    data: {
      groups: groups.map(({ name, total, made, accepted }) => ({
        name: name as string | null,
        total: Number(total),
        made: Number(made),
        accepted: Number(accepted),
      })),
      missing: missing.map((row) => ({
        documentId: String(row.document_id),
        name: String(row.name),
        leader: row.leader as string | null,
        group: row.grouped as string | null,
        plan: row.plan as string | null,
        state: row.state as string | null,
      })),
    },
    meta: { pagination: pagination(page, Number(missing[0]?.total ?? 0)) },
  };
}
