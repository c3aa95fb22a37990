import type { Core } from '@strapi/strapi';
import type { AuditActor } from '../audit/entry';
import { Refusal } from '../guard/errors';
import { programmeInForce } from '../workbench/programme';
import { bulkWrite } from '../write/bulk';
import { writeTransaction } from '../write/transaction';
import { holidaysWithin } from './public-holidays';

/** Enters the public holidays of the programme in force as exceptions; those that are there stay as they are. */
export async function loadHolidays(strapi: Core.Strapi, actor: AuditActor): Promise<{ created: number }> {
  const programme = await programmeInForce();
  if (!programme) throw new Refusal(409, 'NO_PROGRAMME');
  return writeTransaction(strapi, async (trx) => {
    const known = await trx('cadence_exceptions').where({ kind: 'holiday' }).select('starts_on');
    const days = new Set(known.map(({ starts_on }) => String(starts_on)));
    const rows = holidaysWithin(programme.startsOn, programme.endsOn)
      .filter(({ startsOn }) => !days.has(startsOn))
      .map((holiday, at) => ({
        key: `holiday:${at}`,
        values: { ...holiday, kind: 'holiday', example: false },
      }));
    const creates = [{ resource: 'cadence-exception', rows }];
    const { created } = await bulkWrite(strapi, actor, { creates, updates: [], reason: '载入法定节假日' });
    return { created };
  });
}
