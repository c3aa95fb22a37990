import type { Actor } from '@jiedui/shared/access';
import { dayOf } from '@jiedui/shared/calendar';
import { type FilingStanding, filingFigures, NO_STANDINGS, type StandingCounts } from '@jiedui/shared/filing';
import { figureValues } from '@jiedui/shared/metric';
import { clock } from '../clock';
import { reader } from '../read/reader';
import { dutiesOf } from './duties';
import { standingsSql } from './standings';

/** How one unit stands with its reports, as far as the actor sees them, and what an evaluation takes from them. */
export async function unitFigures(actor: Actor, unit: number) {
  const counts = await countsOf(actor, unit);
  return { counts, figures: figureValues(filingFigures(counts)) };
}

async function countsOf(actor: Actor, unit: number): Promise<StandingCounts> {
  const today = dayOf(clock().now());
  const sql = standingsSql(await dutiesOf('report', today, 1), { seenBy: actor }, today);
  const counts = { ...NO_STANDINGS };
  if (!sql) return counts;
  const found = await reader().all(
    `SELECT standing, count(*) AS n FROM (${sql.text}) s WHERE s.per = 'unit' AND s.id = ? GROUP BY standing`,
    [...sql.params, unit],
  );
  for (const { standing, n } of found) counts[standing as FilingStanding] = Number(n);
  return counts;
}
