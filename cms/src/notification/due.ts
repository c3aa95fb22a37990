import type { Actor } from '@jiedui/shared/access';
import { dueKind } from '@jiedui/shared/notification';
import type { Core } from '@strapi/strapi';
import { LRUCache } from 'lru-cache';
import { workbenchOf } from '../workbench/workbench';
import { writeTransaction } from '../write/transaction';
import { openGates } from './open-gates';
import { type Notice, tell } from './tell';

type Workbench = Awaited<ReturnType<typeof workbenchOf>>;

/** How long what was looked up for somebody holds, in milliseconds. */
const HOLDS_FOR = 10 * 60_000;

/** For whom it was looked up lately. Twice in two processes is harmless: the same thing is told once. */
const lately = new LRUCache<number, true>({ max: 20_000, ttl: HOLDS_FOR });

/** Tells an account what is due soon or overdue for it, by what its workbench shows. */
export async function tellDue(strapi: Core.Strapi, actor: Actor): Promise<void> {
  if (lately.get(actor.id)) return;
  lately.set(actor.id, true);
  const workbench = await workbenchOf(actor, true);
  const notices = [
    ...ofCards(workbench),
    ...ofRhythm(workbench),
    ...(await openGates(strapi.db.connection, actor, workbench.today)),
  ];
  if (notices.length > 0) await writeTransaction(strapi, (trx) => tell(trx, [actor.id], notices));
}

function ofCards({ cards }: Workbench): Notice[] {
  return cards.flatMap(({ key, words, count, due, days, to }) => {
    const kind = due !== null && days !== null && count > 0 ? dueKind(days) : null;
    if (!kind || due === null) return [];
    return [
      {
        kind,
        key: `${kind}:${key}:${due}`,
        title: words,
        detail: { zh: `${count} 件,最早的 ${due} 到期`, en: `${count}, the first due ${due}` },
        link: to,
      },
    ];
  });
}

/** One notice for a rule and a window, however many parties owe it. */
function ofRhythm({ comingDue }: Workbench): Notice[] {
  const groups = new Map<string, NonNullable<Workbench['comingDue']>['rows']>();
  for (const row of comingDue?.rows ?? []) {
    if (dueKind(row.daysLeft) !== 'dueSoon') continue;
    const key = `dueSoon:${row.rule.code}:${row.window.to}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups].flatMap(([key, rows]) => {
    const [first] = rows;
    if (!first) return [];
    const { rule, window, to, unit, station } = first;
    const many = rows.length > 1;
    const who = [unit, station].filter((name) => name !== null).join(' · ');
    return [
      {
        kind: 'dueSoon' as const,
        key,
        title: rule.words,
        detail: {
          zh: many ? `${rows.length} 个结对尚未完成,${window.to} 到期` : `${who},${window.to} 到期`,
          en: many ? `${rows.length} not met yet, due ${window.to}` : `${who}, due ${window.to}`,
        },
        link: many ? '/' : to,
      },
    ];
  });
}
