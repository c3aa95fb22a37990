import { AGREED_CONTENT_STATES, type CadenceRule, CONTENT_DAY } from '@jiedui/shared/programme';
import type { Knex } from 'knex';
import { dialect } from '../read/reader';
import type { Sql } from '../read/scope-sql';
import { among } from './among';

/** Whether the weekly content `c` is agreed. */
export const CONTENT_IS_AGREED = `c.state IN (${AGREED_CONTENT_STATES.map((state) => `'${state}'`).join(', ')})`;

/** The day on which the weekly content `c` counts. */
export const contentDay = (): string =>
  dialect() === 'postgres' ? `(c.week + ${CONTENT_DAY})` : `date(c.week, '+${CONTENT_DAY} days')`;

/** The party of a weekly content `c` of the pairing `q`. */
export const CONTENT_PARTY: Record<CadenceRule['who']['per'], string> = {
  pairing: 'c.pairing_id',
  unit: 'q.unit_id',
  station: 'q.station_id',
};

/** A row for each of the parties and week that is agreed: SQL for the shared `agreedContent`. */
export function agreedWeeks(trx: Knex, { who }: CadenceRule, parties: readonly number[]): Sql {
  const party = CONTENT_PARTY[who.per];
  const only = among(trx, party, parties);
  return {
    text: `SELECT ${party}, ${contentDay()}, NULL FROM liaison_contents c JOIN pairings q ON q.id = c.pairing_id
           WHERE ${CONTENT_IS_AGREED} AND ${only.text}`,
    params: only.params,
  };
}
