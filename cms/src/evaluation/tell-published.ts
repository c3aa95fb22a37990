import type { Knex } from 'knex';
import { type Notice, tell } from '../notification/tell';
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
  await tellUnits(trx, units, notice);
}

/** Tells the units that a correction places otherwise, each with a new term of appeal. */
export async function tellCorrected(
  trx: Knex.Transaction,
  { round, result, number }: { round: number; result: number; number: number },
  units: readonly number[],
): Promise<void> {
  if (units.length === 0) return;
  const { document_id: address, name } = await trx('rounds')
    .where({ id: round })
    .first('document_id', 'name');
  const { last } =
    (await trx('unit_results').where({ result_id: result }).max({ last: 'appeal_by' }).first()) ?? {};
  await tellUnits(trx, units, {
    kind: 'evaluation',
    key: `corrected:${address}:${number}`,
    title: { zh: `测评结果已更正:${name}(第${number}号)`, en: `Corrected: ${name} (no. ${number})` },
    detail: {
      zh: `因申诉复核,您单位的结果有变动;如有异议,可在 ${last} 前(含当日)提出申诉。`,
      en: `Your result has changed after an appeal; appeals are open until ${last}, that day included.`,
    },
    link: `/unit-results?round=${address}`,
  });
}

async function tellUnits(trx: Knex.Transaction, units: readonly number[], notice: Notice): Promise<void> {
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
