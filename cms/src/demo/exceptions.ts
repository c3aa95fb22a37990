import { PLAN_PRESET } from '@jiedui/shared/programme';
import { holidaysWithin } from '../presets/public-holidays';
import type { BulkCreate } from '../write/bulk';
import { example, marked } from './marks';
import { TOWNS } from './places';
import { townKey } from './registry';

/** The public holidays of the plan, and a town that stopped its gatherings for a while. */
export function exceptionRows(): BulkCreate {
  const holidays = holidaysWithin(PLAN_PRESET.startsOn, PLAN_PRESET.endsOn).map((holiday) => ({
    key: `exception:${holiday.startsOn}`,
    values: example({ ...holiday, kind: 'holiday' }),
  }));
  const stopped = example({
    reason: marked('疫情防控,暂停聚集性活动'),
    kind: 'exception',
    startsOn: '2022-11-07',
    endsOn: '2022-11-13',
    rules: [],
    town: { key: townKey(TOWNS[0]?.name ?? '') },
  });
  return { resource: 'cadence-exception', rows: [...holidays, { key: 'exception:town', values: stopped }] };
}
