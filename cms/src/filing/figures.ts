import type { Actor } from '@jiedui/shared/access';
import { dayOf } from '@jiedui/shared/calendar';
import { type FilingStanding, filingFigures, NO_STANDINGS } from '@jiedui/shared/filing';
import { clock } from '../clock';
import { findRecord } from '../read/list';
import { modelOf } from '../read/model';
import { reader } from '../read/reader';
import { dutiesOf } from './duties';
import { standingsSql } from './standings';

/** How one unit stands with its reports: the counts, and what a metric takes from them. */
export async function unitFigures(actor: Actor, unit: string) {
  const { id } = await findRecord(modelOf('unit'), actor, unit, { fields: ['documentId'] });
  const today = dayOf(clock().now());
  const rows = standingsSql(await dutiesOf('report', today, 1), actor, 'seen', today);
  const found = rows
    ? await reader().all(
        `SELECT standing, count(*) AS n FROM (${rows.text}) s WHERE s.per = 'unit' AND s.id = ? GROUP BY standing`,
        [...rows.params, id],
      )
    : [];
  const counts = { ...NO_STANDINGS };
  for (const { standing, n } of found) counts[standing as FilingStanding] = Number(n);
  return { counts, figures: filingFigures(counts) };
}
