import type { Knex } from 'knex';
import { tell } from '../notification/tell';
import type { Stored } from '../write/store';

const UNITS_AT_ONCE = 500;

/** Tells the units of a round that their result is published, with the last day of appeal. */
export async function tellPublished(
  trx: Knex.Transaction,
  { id, documentId, values }: Stored,
  units: readonly number[],
): Promise<void> {
  const { last } =
    (await trx('unit_results').where({ round_id: id }).max({ last: 'appeal_by' }).first()) ?? {};
  const notice = {
    kind: 'evaluation' as const,
    key: `published:${documentId}`,
    title: { zh: `测评结果已公布:${values.name}`, en: `Published: ${values.name}` },
    detail: {
      zh: `如有异议,可在 ${last} 前(含当日)逐项提出申诉。`,
      en: `Appeals are open until ${last}, that day included.`,
    },
    link: `/unit-results?round=${documentId}`,
  };
  for (let start = 0; start < units.length; start += UNITS_AT_ONCE) {
    const accounts = await trx('up_users')
      .where({ staff_role: 'unit', blocked: false })
      .whereIn('unit_id', units.slice(start, start + UNITS_AT_ONCE))
      .select('id');
    await tell(
      trx,
      accounts.map((account) => Number(account.id)),
      [notice],
    );
  }
}
