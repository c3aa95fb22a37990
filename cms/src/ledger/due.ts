import type { Actor } from '@jiedui/shared/access';
import { addDays, type Day, dayOf, daysBetween } from '@jiedui/shared/calendar';
import { LOOK_AHEAD } from '@jiedui/shared/workbench';
import { clock } from '../clock';
import { askedPage, pagination } from '../read/page';
import { reader } from '../read/reader';
import type { Sql } from '../read/scope-sql';
import { type Asked, askedRule, currentEdition, rulesFor } from './asked';
import { boundParties, NAMES, ORDER } from './parties';
import { windowOf } from './party-sql';

type Query = Record<string, unknown>;

/** What is not met yet and whose window ends within the look-ahead: SQL for the shared `comingDue`. */
function dueSql(
  actor: Actor,
  { edition, rule, ruleNo }: Asked,
  query: Query,
  today: Day,
): Sql & { to: string } {
  const { from, where } = boundParties(actor, rule, query);
  const { to, owed } = windowOf(rule.who.per);
  const horizon = addDays(today, LOOK_AHEAD);
  return {
    to,
    text: `FROM ${from}
     JOIN ledger_windows w ON w.edition_id = ? AND w.rule_no = ? AND w.to_day >= ? AND w.from_day <= ?
     LEFT JOIN ledger_counts c ON c.edition_id = w.edition_id AND c.rule_no = w.rule_no
       AND c.party_id = t.id AND c.window_no = w.window_no
     LEFT JOIN ledger_excused e ON e.edition_id = w.edition_id AND e.rule_no = w.rule_no
       AND e.party_id = t.id AND e.window_no = w.window_no
     WHERE ${owed} AND ${to} BETWEEN ? AND ? AND coalesce(c.in_time + c.late, 0) < ? AND e.party_id IS NULL
       AND ${where.text}`,
    params: [edition.id, ruleNo, today, horizon, today, horizon, rule.minimum, ...where.params],
  };
}

/** How many of each rule that the actor sees come due, by the day; the soonest first. */
export async function ledgerDue(actor: Actor, query: Query) {
  const today = dayOf(clock().now());
  const edition = await currentEdition();
  if (!edition) return [];
  const seen = rulesFor(actor, edition);
  const counted = await Promise.all(
    seen.map(async (rule) => {
      const asked = { edition, rule, ruleNo: edition.rules.indexOf(rule) };
      const { to, text, params } = dueSql(actor, asked, query, today);
      const rows = await reader().all(
        `SELECT w.key, ${to} AS to_day, count(*) AS n ${text} GROUP BY 1, 2 ORDER BY 2, 1`,
        params,
      );
      const windows = rows.map((row) => ({
        key: String(row.key),
        to: String(row.to_day),
        daysLeft: daysBetween(today, String(row.to_day)),
        count: Number(row.n),
      }));
      return { rule, count: windows.reduce((sum, { count }) => sum + count, 0), windows };
    }),
  );
  return counted.filter(({ count }) => count > 0);
}

/** A page of whose windows of one rule come due, the soonest first. */
export async function ledgerDueParties(actor: Actor, query: Query) {
  const today = dayOf(clock().now());
  const asked = await askedRule(actor, query);
  const { per } = asked.rule.who;
  const { unit, station, town } = NAMES[per];
  const { to, text, params } = dueSql(actor, asked, query, today);
  const page = askedPage(query);
  const rows = await reader().all(
    `SELECT t.document_id, ${unit} AS unit, ${station} AS station, ${town} AS town, w.window_no AS no, w.key,
            ${to} AS to_day, coalesce(c.in_time + c.late, 0) AS reached, count(*) OVER () AS total
     ${text} ORDER BY ${to}, ${ORDER[per]} ${page.limit}`,
    params,
  );
  const data = rows.map((row) => ({
    documentId: String(row.document_id),
    unit: row.unit as string | null,
    station: row.station as string | null,
    town: row.town as string | null,
    window: { no: Number(row.no), key: String(row.key), to: String(row.to_day) },
    daysLeft: daysBetween(today, String(row.to_day)),
    reached: Number(row.reached),
  }));
  return { data, meta: { pagination: pagination(page, Number(rows[0]?.total ?? 0)) } };
}
