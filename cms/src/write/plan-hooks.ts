import { isDay, isMonth, mondayOf } from '@jiedui/shared/calendar';
import { type FieldError, fieldError } from '@jiedui/shared/model';
import { checkScheduleItem } from '@jiedui/shared/planning';
import type { Knex } from 'knex';
import { namedParties, partyOf } from '../filing/party';
import { touchContent } from '../ledger/touched';
import type { Values } from './column-values';
import type { Hooks } from './hooks';

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const namedOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value);

export const sitePlanHooks: Hooks = {
  async complete(trx, rows) {
    for (const row of rows) {
      const station = await trx('stations').where({ id: row.station }).first('name');
      row.title = `${station?.name ?? ''} ${row.year} 年度计划`;
    }
  },
};

/** An item of a plan lies in a month of its year. */
export const planItemHooks: Hooks = {
  async check(trx, { plan, month }) {
    const row = plan ? await trx('site_plans').where({ id: plan }).first('year') : null;
    if (!row || (isMonth(month) && month.startsWith(`${row.year}-`))) return [];
    const words = {
      zh: `月份应写成 ${row.year}-07 的样子,并在该年度内。`,
      en: `A month of ${row.year}, such as ${row.year}-07.`,
    };
    return [fieldError(['month'], 'OUT_OF_RANGE', words)];
  },
};

export const scheduleItemHooks: Hooks = {
  async complete(_trx, rows) {
    for (const row of rows) {
      row.month = String(row.day).slice(0, 7);
      for (const field of ['startTime', 'endTime']) row[field] = textOf(row[field]);
    }
  },
  async check(trx, values) {
    const row = {
      day: textOf(values.day),
      startTime: textOf(values.startTime),
      endTime: textOf(values.endTime),
      title: textOf(values.title),
      category: namedOf(values.category),
      unit: namedOf(values.unit),
      venue: textOf(values.venue),
      owner: textOf(values.owner),
      planItem: namedOf(values.planItem),
    };
    const wrong = checkScheduleItem(row, null).map(({ field, code, words }) =>
      fieldError([field], code, words),
    );
    return [...wrong, ...(await checkPlanItem(trx, values))];
  },
};

/** What a site's schedule carries out is in a plan of that site. */
async function checkPlanItem(trx: Knex.Transaction, { planItem, station }: Values): Promise<FieldError[]> {
  if (!planItem) return [];
  const found = await trx('plan_items as i')
    .join('site_plans as p', 'p.id', 'i.plan_id')
    .where({ 'i.id': planItem, 'p.station_id': station })
    .first('i.id');
  const words = { zh: '不是本阵地年度计划中的事项。', en: 'It is not in a plan of this site.' };
  return found ? [] : [fieldError(['planItem'], 'NOT_AN_OPTION', words)];
}

/** A detailed plan is one party's, for the programme in force where none is named. */
export const actionPlanHooks: Hooks = {
  async complete(trx, rows) {
    for (const row of rows) {
      row.programme ??= (await trx('programmes').where({ active: true }).first('id'))?.id ?? null;
      row.title = `${(await partyOf(trx, row))?.name ?? ''}具体方案`;
    }
  },
  check(_trx, values) {
    const [kind, ...others] = namedParties(values);
    if (!kind) return [fieldError(['unit'], 'REQUIRED', ONE_PARTY)];
    return others.length > 0 ? [fieldError([others[0] ?? kind], 'NOT_AN_OPTION', ONE_PARTY)] : [];
  },
};

const ONE_PARTY = {
  zh: '单位、阵地、牵头部门须填一个,且只能填一个。',
  en: 'Name one of unit, site and lead department, and only one.',
};

/** A week goes by its Monday, whichever of its days somebody names. */
export const liaisonHooks: Hooks = {
  async complete(trx, rows) {
    for (const row of rows) {
      if (isDay(row.week)) row.week = mondayOf(row.week);
      const names = await trx('pairings as p')
        .join('units as u', 'u.id', 'p.unit_id')
        .join('stations as s', 's.id', 'p.station_id')
        .where({ 'p.id': row.pairing })
        .first({ unit: 'u.name', station: 's.name' });
      row.title = `${names?.unit ?? ''} · ${names?.station ?? ''} · ${row.week} 当周`;
    }
  },
  async inserted(trx, rows) {
    for (const { values } of rows) touchContent(trx, null, values);
  },
  async updated(trx, { values }, before) {
    touchContent(trx, before, values);
  },
  deleted(trx, before) {
    touchContent(trx, before, null);
  },
};
