import type { Actor } from '@jiedui/shared/access';
import { type Day, dayOf, type Instant } from '@jiedui/shared/calendar';
import { fieldError } from '@jiedui/shared/model';
import { type CadenceRule, countsContents, statesThatCount } from '@jiedui/shared/programme';
import { Refusal } from '../guard/errors';
import { fromColumn } from '../read/codec';
import { findRecord } from '../read/list';
import { modelOf } from '../read/model';
import { reader } from '../read/reader';
import type { Sql } from '../read/scope-sql';
import { askedRule } from './asked';
import { cellsOf } from './cells';
import { alsoPairings } from './count';
import { CONCERNS, EXCUSABLE, isOf } from './excused';
import { CONTENT_IS_AGREED, CONTENT_PARTY, contentDay } from './weekly-contents';

type Query = Record<string, unknown>;

/** More activities than this in one window nobody reads. */
const MOST = 200;

/** Why an activity of the window does not count, or does; `late`: it counts, but was reported after the cut-off. */
type Verdict = 'counts' | 'late' | 'state' | 'category';

/** A cell with the rule and the window that judged it, and every activity of the window with what it counted for. */
export async function ledgerCell(actor: Actor, query: Query) {
  const asked = await askedRule(actor, query);
  const { rule } = asked;
  const { per } = rule.who;
  const party = await findRecord(modelOf(per), actor, String(query.party ?? ''), { fields: ['documentId'] });
  const cells = (await cellsOf(asked, [party.id])).get(party.id) ?? [];
  const cell = cells.find(({ no }) => no === Number(query.window));
  if (!cell) throw new Refusal(404, 'NOT_FOUND', { errors: [fieldError(['window'], 'NOT_FOUND')] });
  const took = tookPart(per, party.id);
  const rows = await reader().all(
    `SELECT a.document_id, a.title, a.day, a.state, a.reported_at, g.code, g.name AS category
     FROM activities a JOIN categories g ON g.id = a.category_id
     WHERE a.day BETWEEN ? AND ? AND ${took.text} ORDER BY a.starts_at, a.id LIMIT ${MOST}`,
    [cell.from, cell.to, ...took.params],
  );
  const { cutoff } = cell;
  return {
    rule,
    cell,
    exceptions: await exceptionsOf(rule, party.id, cell),
    contents: await contentsOf(rule, party.id, cell),
    activities: rows.map((row) => {
      const reportedAt = fromColumn({ type: 'datetime' }, row.reported_at) as Instant | null;
      return {
        documentId: row.document_id,
        title: row.title,
        day: row.day,
        state: row.state,
        category: row.category,
        reportedAt,
        verdict: verdictOf(
          rule,
          { state: String(row.state), category: String(row.code), reportedAt },
          cutoff,
        ),
      };
    }),
  };
}

/** The exceptions that take days of a window from a party, with their reasons. */
async function exceptionsOf({ code, who }: CadenceRule, id: number, { from, to }: { from: Day; to: Day }) {
  const rows = await reader().all(
    `SELECT x.reason, x.kind, x.starts_on, x.ends_on, x.rules
     FROM cadence_exceptions x JOIN (${EXCUSABLE[who.per]}) ON ${CONCERNS[who.per]}
     WHERE t.id = ? AND x.starts_on <= ? AND x.ends_on >= ? ORDER BY x.starts_on, x.id LIMIT ${MOST}`,
    [id, to, from],
  );
  return rows
    .filter(({ rules }) => isOf(rules, code))
    .map(({ reason, kind, starts_on, ends_on }) => ({ reason, kind, from: starts_on, to: ends_on }));
}

/** The agreed contents that count in a window. */
async function contentsOf(rule: CadenceRule, id: number, { from, to }: { from: Day; to: Day }) {
  if (!countsContents(rule)) return [];
  const rows = await reader().all(
    `SELECT c.document_id, c.week, c.content FROM liaison_contents c JOIN pairings q ON q.id = c.pairing_id
     WHERE ${CONTENT_PARTY[rule.who.per]} = ? AND ${contentDay()} BETWEEN ? AND ? AND ${CONTENT_IS_AGREED}
     ORDER BY c.week, c.id LIMIT ${MOST}`,
    [id, from, to],
  );
  return rows.map(({ document_id, week, content }) => ({ documentId: document_id, week, content }));
}

function tookPart(per: CadenceRule['who']['per'], id: number): Sql {
  if (per === 'station') return { text: 'a.station_id = ?', params: [id] };
  const { table, own, other } = alsoPairings(modelOf('activity'));
  return per === 'pairing'
    ? {
        text: `(a.pairing_id = ? OR a.id IN (SELECT "${own}" FROM "${table}" WHERE "${other}" = ?))`,
        params: [id, id],
      }
    : {
        text: `(a.unit_id = ? OR a.id IN (SELECT l."${own}" FROM "${table}" l
                JOIN pairings q ON q.id = l."${other}" WHERE q.unit_id = ?))`,
        params: [id, id],
      };
}

type Counted = { state: string; category: string; reportedAt: Instant | null };

function verdictOf(
  rule: CadenceRule,
  { state, category, reportedAt }: Counted,
  cutoff: string | null,
): Verdict {
  if (!statesThatCount(rule.evidence).includes(state)) return 'state';
  if (rule.what !== 'any' && !rule.what.includes(category)) return 'category';
  return cutoff !== null && reportedAt !== null && dayOf(reportedAt) > cutoff ? 'late' : 'counts';
}
