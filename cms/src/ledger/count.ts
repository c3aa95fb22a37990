import {
  type CadenceParty,
  type CadenceRule,
  countsContents,
  statesThatCount,
} from '@jiedui/shared/programme';
import type { Knex } from 'knex';
import { type Model, modelOf } from '../read/model';
import type { Sql } from '../read/scope-sql';
import { among, isPostgres } from './among';
import type { Edition } from './edition';
import { boundSql, windowOf } from './party-sql';
import { agreedWeeks } from './weekly-contents';

type Per = CadenceParty['per'];

/** Counts anew for the parties and every rule of their kind: what was counted goes, what the records say comes. */
export async function countParties(
  trx: Knex,
  edition: Edition,
  per: Per,
  parties: readonly number[],
): Promise<void> {
  for (const [ruleNo, rule] of edition.rules.entries()) {
    if (rule.who.per !== per) continue;
    const { text: only, params: which } = among(trx, 'party_id', parties);
    await trx('ledger_counts')
      .where({ edition_id: edition.id, rule_no: ruleNo })
      .whereRaw(only, which)
      .delete();
    const { text, params } = countSql(trx, edition, ruleNo, rule, parties);
    await trx.raw(text, params as Knex.RawBinding[]);
  }
}

function countSql(
  trx: Knex,
  edition: Edition,
  ruleNo: number,
  rule: CadenceRule,
  parties: readonly number[],
): Sql {
  const took = countedRows(trx, rule, parties);
  const bound = boundSql(rule);
  const { per } = rule.who;
  const text = `
    INSERT INTO ledger_counts (edition_id, rule_no, party_id, window_no, in_time, late)
    WITH x AS MATERIALIZED (${took.text})
    SELECT d.edition_id, d.rule_no, x.party, d.window_no,
           sum(CASE WHEN x.reported > d.cutoff THEN 0 ELSE 1 END),
           sum(CASE WHEN x.reported > d.cutoff THEN 1 ELSE 0 END)
    FROM x JOIN ledger_days d ON d.edition_id = ? AND d.rule_no = ? AND d.day = x.day
    JOIN ledger_windows w ON w.edition_id = d.edition_id AND w.rule_no = d.rule_no AND w.window_no = d.window_no
    ${PARTY[per]} WHERE ${bound.text}${per === 'pairing' ? ` AND ${withinPairing()}` : ''}
    GROUP BY d.edition_id, d.rule_no, x.party, d.window_no`;
  return { text, params: [...took.params, edition.id, ruleNo, ...bound.params] };
}

const PARTY: Record<Per, string> = {
  pairing: 'JOIN pairings p ON p.id = x.party JOIN units gu ON gu.id = p.unit_id',
  unit: 'JOIN units gu ON gu.id = x.party',
  station: 'JOIN stations gs ON gs.id = x.party',
};

// A pairing owes, and counts, nothing outside its own days.
const withinPairing = () =>
  `(p.starts_on IS NULL OR x.day >= p.starts_on) AND (p.ends_on IS NULL OR x.day <= p.ends_on)
   AND ${windowOf('pairing', 'p').owed}`;

/** A row for every party and all that counts for the rule: activities, and the weeks that are agreed. */
function countedRows(trx: Knex, rule: CadenceRule, parties: readonly number[]): Sql {
  const took = tookPart(trx, rule, parties);
  if (!countsContents(rule)) return took;
  const agreed = agreedWeeks(trx, rule, parties);
  return { text: `${took.text} UNION ALL ${agreed.text}`, params: [...took.params, ...agreed.params] };
}

/** A row for every party and activity that counts for the rule: its own, and those in which it took part besides. */
function tookPart(trx: Knex, rule: CadenceRule, parties: readonly number[]): Sql {
  const { per } = rule.who;
  const counts = countingActivities(rule);
  const reported = isPostgres(trx) ? '(extract(epoch FROM a.reported_at) * 1000)' : 'a.reported_at';
  const branch = (party: string, from: string): Sql => {
    const only = among(trx, party, parties);
    return {
      text: `SELECT ${party} AS party, a.day AS day, ${reported} AS reported FROM ${from} WHERE ${counts.text} AND ${only.text}`,
      params: [...counts.params, ...only.params],
    };
  };
  const own = branch(`a.${per}_id`, 'activities a');
  const link = alsoPairings(modelOf('activity'));
  const linked = `"${link.table}" l JOIN activities a ON a.id = l."${link.own}"`;
  // The others take part at the same site, which counts the activity once.
  if (per === 'station') return own;
  const also =
    per === 'pairing'
      ? branch(`l."${link.other}"`, linked)
      : branch('q.unit_id', `${linked} JOIN pairings q ON q.id = l."${link.other}"`);
  return { text: `${own.text} UNION ALL ${also.text}`, params: [...own.params, ...also.params] };
}

function countingActivities({ evidence, what }: CadenceRule): Sql {
  const states = statesThatCount(evidence);
  const marks = (list: readonly unknown[]) => list.map(() => '?').join(', ');
  const category =
    what === 'any' ? '' : ` AND a.category_id IN (SELECT id FROM categories WHERE code IN (${marks(what)}))`;
  return {
    text: `a.state IN (${marks(states)})${category}`,
    params: [...states, ...(what === 'any' ? [] : what)],
  };
}

/** How the other pairings of an activity lie in the database. */
export function alsoPairings(model: Model): { table: string; own: string; other: string } {
  const link = model.links.get('alsoPairings');
  if (!link) throw new Error('Activities have lost the pairings that took part besides');
  return link;
}
