import type { Actor } from '@jiedui/shared/access';
import { dayOf, monthOf } from '@jiedui/shared/calendar';
import { fieldError } from '@jiedui/shared/model';
import { HAPPENED_STATES, planStanding } from '@jiedui/shared/planning';
import { clock } from '../clock';
import { Refusal } from '../guard/errors';
import { findRecord } from '../read/list';
import { modelOf } from '../read/model';
import { reader } from '../read/reader';

const IN_STATES = HAPPENED_STATES.map((state) => `'${state}'`).join(', ');

/** What is planned, scheduled, held and verified, by month and category of one site and year. */
const COUNTED = `
  SELECT x.month, c.document_id AS category, c.name, sum(x.planned) AS planned, sum(x.scheduled) AS scheduled,
         sum(x.held) AS held, sum(x.verified) AS verified
  FROM (
    SELECT month, category_id, planned_count AS planned, 0 AS scheduled, 0 AS held, 0 AS verified
    FROM plan_items WHERE plan_id = ?
    UNION ALL
    SELECT month, category_id, 0, 1, 0, 0 FROM schedule_items WHERE station_id = ? AND month BETWEEN ? AND ?
    UNION ALL
    SELECT month, category_id, 0, 0, 1, CASE WHEN state = 'verified' THEN 1 ELSE 0 END FROM activities
    WHERE station_id = ? AND month BETWEEN ? AND ? AND state IN (${IN_STATES})
  ) x JOIN categories c ON c.id = x.category_id
  GROUP BY x.month, c.document_id, c.name, c."order" ORDER BY x.month, c."order", c.name`;

/** How a site's annual plan stands against what was done, a line for each month and category. */
export async function planStandings(actor: Actor, query: Record<string, unknown>) {
  if (typeof query.plan !== 'string') {
    throw new Refusal(400, 'BAD_QUERY', { errors: [fieldError(['plan'], 'REQUIRED')] });
  }
  const plan = await findRecord(modelOf('site-plan'), actor, query.plan, { populate: ['station'] });
  const station = (plan.station as { id: number }).id;
  const year = Number(plan.year);
  const span = [station, `${year}-01`, `${year}-12`];
  const rows = await reader().all(COUNTED, [plan.id, ...span, ...span]);
  const current = monthOf(dayOf(clock().now()));
  return rows.map((row) => {
    const counts = {
      planned: Number(row.planned),
      scheduled: Number(row.scheduled),
      held: Number(row.held),
      verified: Number(row.verified),
    };
    const month = String(row.month);
    return {
      month,
      category: { documentId: String(row.category), name: String(row.name) },
      ...counts,
      ...planStanding(counts, month < current),
    };
  });
}
