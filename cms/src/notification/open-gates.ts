import { type Actor, scopeOf } from '@jiedui/shared/access';
import { gate } from '@jiedui/shared/activity';
import { addDays, type Day } from '@jiedui/shared/calendar';
import { GATE_DAYS, GATED_STATES, missingFrom } from '@jiedui/shared/notification';
import type { Knex } from 'knex';
import { APPROVALS, factsFrom, programmeRules } from '../activity/gate';
import { keptFor } from '../activity/kept';
import { listRecords } from '../read/list';
import { modelOf } from '../read/model';
import type { Notice } from './tell';

/** More activities of the next days than this are nobody's own. */
const MOST = 50;

/** The actor's activities of the next days for which something is missing that the actor can supply. */
export async function openGates(knex: Knex, actor: Actor, today: Day): Promise<Notice[]> {
  const scope = scopeOf(actor.role, 'update', 'activity');
  // Who may change every activity has no activity of their own.
  if (scope === null || scope === 'all') return [];
  const { data } = await listRecords(modelOf('activity'), actor, {
    filters: { state: { $in: [...GATED_STATES] }, day: { $gte: today, $lte: addDays(today, GATE_DAYS) } },
    populate: [...APPROVALS],
    sort: ['day:asc'],
    pagination: { pageSize: MOST, withCount: false },
  });
  const kept = await keptFor(
    knex,
    data.map(({ id }) => id),
  );
  const { rules, venueKinds } = await programmeRules(knex);
  return data.flatMap((record) => {
    const facts = factsFrom(record, (field) => record[field] !== null, kept(record.id));
    const missing = missingFrom(actor.role, gate(facts, rules, 'announce', { today, venueKinds }));
    const [first] = missing;
    if (!first) return [];
    const text = (locale: 'zh' | 'en') => missing.map(({ missing: words }) => words[locale]).join(' ');
    return [
      {
        kind: 'gateOpen' as const,
        key: `gateOpen:${record.documentId}`,
        title: { zh: `活动条件未齐:${record.title}`, en: `Not ready yet: ${record.title}` },
        detail: {
          zh: `${record.day} 开展。${text('zh')}最迟 ${first.by}。`,
          en: `On ${record.day}. ${text('en')} By ${first.by}.`,
        },
        link: `/activities/${record.documentId}`,
      },
    ];
  });
}
