import type { Actor } from '@jiedui/shared/access';
import { ANNEX1_RULES } from '@jiedui/shared/activity';
import type { Day } from '@jiedui/shared/calendar';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { markDemonstration } from '../clock';
import { modelOf } from '../read/model';
import { changeRecord } from '../write/actions';
import { DEMO_SITE, DEMO_TOWN, DEMO_UNIT, OFFICE } from './accounts';
import type { DemoActivity } from './activities';
import { addressOf, type Ids, idOf, takeSteps } from './actors';
import { FORGOTTEN, SENT_BACK, TO_ANNOUNCE, WALKED } from './extra-activities';
import type { Random } from './random';
import type { DemoPairing } from './registry';

/** What the steps of a seed need. */
export type Stage = {
  strapi: Core.Strapi;
  trx: Knex.Transaction;
  ids: Ids;
  actor: (username: string) => Actor;
};

const REASONS = [
  '参加人数与签到表不符,请核对后重报。',
  '缺少现场照片说明,请补充。',
  '小结过于简单,请写明服务内容。',
];

/** The last days before the demonstration's own, on which these steps were taken. */
const RETURNED_ON: Day = '2022-11-15';
const PREPARED_ON: Day = '2022-11-14';

/** Who looks after a site: its own account, its town's, else the office. */
function keeperOf({ site }: DemoPairing): string {
  if (site.name === DEMO_SITE) return 'donghushequ';
  return site.town === DEMO_TOWN ? 'yunxizhen' : OFFICE;
}

/** Takes the activities that papers could not bring in as they are through the rest of their way. */
export async function walkActivities(
  { strapi, trx, ids, actor }: Stage,
  random: Random,
  activities: readonly DemoActivity[],
): Promise<void> {
  const model = modelOf('activity');
  await markDemonstration(strapi, PREPARED_ON);
  for (const { key, pairing, life } of activities) {
    const walker = { model, id: idOf(ids, key), actor: actor(keeperOf(pairing)) };
    if (life.state === 'cleared') await takeSteps(strapi, trx, walker, 'clear');
    if (life.state === 'announced') await takeSteps(strapi, trx, walker, 'clear', 'announce');
  }
  await markDemonstration(strapi, RETURNED_ON);
  for (const { key, pairing } of activities.filter(({ life }) => life.state === 'returned')) {
    const keeper = pairing.site.town === DEMO_TOWN ? 'yunxizhen' : OFFICE;
    const walker = { model, id: idOf(ids, key), actor: actor(keeper), reason: random.pick(REASONS) };
    await takeSteps(strapi, trx, walker, 'return');
  }
}

/** One activity's whole way, each step on its day and by whom it belongs to; and what waits for somebody. */
export async function walkExtras({ strapi, trx, ids, actor }: Stage): Promise<void> {
  const model = modelOf('activity');
  const walk = async (
    key: string,
    day: Day,
    username: string,
    name: string,
    reason: string | null = null,
  ) => {
    await markDemonstration(strapi, day);
    await takeSteps(strapi, trx, { model, id: idOf(ids, key), actor: actor(username), reason }, name);
  };
  await walk(WALKED, '2022-11-04', 'donghushequ', 'clear');
  await walk(WALKED, '2022-11-05', 'donghushequ', 'announce');
  await walk(FORGOTTEN, '2022-11-08', 'donghushequ', 'clear');
  await walk(FORGOTTEN, '2022-11-09', 'donghushequ', 'announce');
  await walk(WALKED, '2022-11-10', 'caizhengju', 'hold');
  const { documentId, rev } = await addressOf(trx, model, idOf(ids, WALKED));
  await changeRecord({ strapi, actor: actor('caizhengju'), model }, documentId, rev, {
    actualPeople: 46,
    volunteers: 9,
    serviceMinutes: 9 * 120,
    summary: `${DEMO_UNIT}组织志愿者9人,服务群众46人次。讲解惠民政策,现场解答居民提问。`,
    checklist: Object.fromEntries(
      ANNEX1_RULES.filter(({ requires }) => requires.kind === 'checklist').map(({ code }) => [code, true]),
    ),
  });
  await walk(WALKED, '2022-11-11', 'caizhengju', 'report');
  await walk(WALKED, '2022-11-14', 'yunxizhen', 'verify');
  await walk(SENT_BACK, '2022-11-14', 'yunxizhen', 'return', REASONS[0]);
  await walk(TO_ANNOUNCE, '2022-11-15', 'donghushequ', 'clear');
}
