import type { Actor } from '@jiedui/shared/access';
import { type Day, dayOf } from '@jiedui/shared/calendar';
import {
  type FilingFigures,
  type FilingStanding,
  filingFigures,
  NO_STANDINGS,
  type StandingCounts,
} from '@jiedui/shared/filing';
import type { Knex } from 'knex';
import { clock } from '../clock';
import { reader } from '../read/reader';
import { dutiesOf, type Run } from './duties';
import { standingsSql, type Whose } from './standings';

/** How one unit stands with its reports, as far as `whose` reaches it. */
async function countsOf(run: Run, whose: Whose, unit: number, today: Day): Promise<StandingCounts> {
  const sql = standingsSql(await dutiesOf('report', today, 1, run), whose, today);
  const counts = { ...NO_STANDINGS };
  if (!sql) return counts;
  const found = await run(
    `SELECT standing, count(*) AS n FROM (${sql.text}) s WHERE s.per = 'unit' AND s.id = ? GROUP BY standing`,
    [...sql.params, unit],
  );
  for (const { standing, n } of found) counts[standing as FilingStanding] = Number(n);
  return counts;
}

/** For a page: what the actor sees of a unit's reports, counted, and the figures that an evaluation takes. */
export async function unitFigures(actor: Actor, unit: number) {
  const run: Run = (text, params) => reader().all(text, params);
  const counts = await countsOf(run, { seenBy: actor }, unit, dayOf(clock().now()));
  return { counts, figures: filingFigures(counts) };
}

/** For an evaluation: the figures of a unit, read in the transaction that keeps them. */
export async function unitMetrics(trx: Knex.Transaction, unit: number): Promise<FilingFigures> {
  const run: Run = (text, params) =>
    trx.select('*').from(trx.raw(`(${text}) AS q`, params as Knex.RawBinding[]));
  return filingFigures(await countsOf(run, { party: { per: 'unit', id: unit } }, unit, dayOf(clock().now())));
}
