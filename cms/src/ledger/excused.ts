import type { CadenceParty, CadenceRule } from '@jiedui/shared/programme';
import type { Knex } from 'knex';
import { among, isPostgres } from './among';
import type { Edition } from './edition';
import { boundSql, clippedDays, windowOf } from './party-sql';

type Per = CadenceParty['per'];

/** Parties `t` with the unit `gu` and the site `gs` that they are or belong to. */
export const EXCUSABLE: Record<Per, string> = {
  pairing: 'pairings t JOIN units gu ON gu.id = t.unit_id JOIN stations gs ON gs.id = t.station_id',
  unit: 'units t JOIN units gu ON gu.id = t.id',
  station: 'stations t JOIN stations gs ON gs.id = t.id',
};

const either = (column: string, is: string) => `(x.${column} IS NULL OR x.${column} = ${is})`;

/** Whom an exception `x` concerns: all that it names must fit, and what a party does not have never does. */
export const CONCERNS: Record<Per, string> = {
  pairing: [either('unit_id', 'gu.id'), either('station_id', 'gs.id'), either('town_id', 'gs.town_id')].join(
    ' AND ',
  ),
  unit: `${either('unit_id', 'gu.id')} AND x.station_id IS NULL AND x.town_id IS NULL`,
  station: `x.unit_id IS NULL AND ${either('station_id', 'gs.id')} AND ${either('town_id', 'gs.town_id')}`,
};

/**
 * Finds anew which cells of the parties, or of everybody (null), are excused. An exception that is written meanwhile
 * waits for this, or this for it: neither would see the other.
 */
export async function excuse(
  trx: Knex,
  editions: readonly Edition[],
  per: Per,
  parties: readonly number[] | null,
): Promise<void> {
  if (isPostgres(trx)) {
    const mode = parties === null ? 'SHARE ROW EXCLUSIVE' : 'ROW EXCLUSIVE';
    await trx.raw(`LOCK TABLE ledger_excused IN ${mode} MODE`);
  }
  const exceptions = await trx('cadence_exceptions').select('id', 'rules');
  for (const edition of editions)
    for (const [ruleNo, rule] of edition.rules.entries()) {
      if (rule.who.per !== per) continue;
      const old = trx('ledger_excused').where({ edition_id: edition.id, rule_no: ruleNo });
      if (parties !== null) {
        const { text, params } = among(trx, 'party_id', parties);
        old.whereRaw(text, params as Knex.RawBinding[]);
      }
      await old.delete();
      const ids = exceptions.filter(({ rules }) => isOf(rules, rule.code)).map(({ id }) => Number(id));
      if (ids.length > 0) await excuseByRule(trx, { edition: edition.id, ruleNo, rule }, ids, parties);
    }
}

/** Whether an exception is of a rule: of all, where it names none. */
export function isOf(rules: unknown, code: string): boolean {
  const codes = typeof rules === 'string' ? JSON.parse(rules) : rules;
  return !Array.isArray(codes) || codes.length === 0 || codes.includes(code);
}

type Of = { edition: number; ruleNo: number; rule: CadenceRule };

/** The days that exceptions take from a window, each once; SQL for the shared `isExcused`, which tests hold equal. */
async function excuseByRule(
  trx: Knex,
  { edition, ruleNo, rule }: Of,
  exceptions: readonly number[],
  parties: readonly number[] | null,
): Promise<void> {
  const { per } = rule.who;
  const bound = boundSql(rule);
  const { from, to, owed } = windowOf(per);
  const chosen = among(trx, 'x.id', exceptions);
  const only = parties === null ? null : among(trx, 't.id', parties);
  await trx.raw(
    `INSERT INTO ledger_excused (edition_id, rule_no, party_id, window_no)
     SELECT w.edition_id, w.rule_no, t.id, w.window_no
     FROM cadence_exceptions x
     JOIN ledger_days d ON d.edition_id = ? AND d.rule_no = ? AND d.day BETWEEN x.starts_on AND x.ends_on
     JOIN ledger_windows w ON w.edition_id = d.edition_id AND w.rule_no = d.rule_no AND w.window_no = d.window_no
     JOIN (${EXCUSABLE[per]}) ON ${CONCERNS[per]}
     WHERE ${chosen.text} AND ${bound.text} AND ${owed} AND d.day BETWEEN ${from} AND ${to}
       ${only ? `AND ${only.text}` : ''}
     GROUP BY w.edition_id, w.rule_no, w.window_no, t.id
     HAVING count(DISTINCT d.day) * 2 > ${clippedDays(per)}`,
    [edition, ruleNo, ...chosen.params, ...bound.params, ...(only?.params ?? [])] as Knex.RawBinding[],
  );
}
