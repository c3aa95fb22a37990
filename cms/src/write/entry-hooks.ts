import { dayOf } from '@jiedui/shared/calendar';
import { mappingColumnsSchema, minutesBetween, standingOf } from '@jiedui/shared/hours';
import { fieldError } from '@jiedui/shared/model';
import type { Hooks } from './hooks';

const LONGEST_TITLE = 255;

/** A row of an export of the other system: settled once it has an activity, a volunteer, a day and its minutes. */
export const entryHooks: Hooks = {
  async complete(_trx, rows) {
    for (const row of rows) {
      if (row.startsAt) row.day = dayOf(String(row.startsAt));
      row.standing = standingOf(row);
      const parts = [row.personName, row.activityTitle || row.activityNumber, row.day];
      row.title = parts.filter(Boolean).join(' · ').slice(0, LONGEST_TITLE);
    }
  },
  check(_trx, { startsAt, endsAt }) {
    if (!startsAt || !endsAt || minutesBetween(String(startsAt), String(endsAt)) > 0) return [];
    return [fieldError(['endsAt'], 'ENDS_BEFORE_START')];
  },
};

/** How an export is read must be something that can be read by. */
export const mappingHooks: Hooks = {
  check: (_trx, { columns }) =>
    mappingColumnsSchema.safeParse(columns).success ? [] : [fieldError(['columns'], 'WRONG_TYPE')],
};
