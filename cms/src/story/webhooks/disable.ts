import { ROLES, scopeOf } from '@jiedui/shared/access';
import type { Words } from '@jiedui/shared/text';
import { MACHINES } from '@jiedui/shared/workflow';
import type { Core } from '@strapi/strapi';
import type { AuditActor } from '../../audit/entry';
import { accountsWhoWrite } from '../../notification/recipients';
import { tell } from '../../notification/tell';
import { modelOf } from '../../read/model';
import { storedWhole, updateRecord } from '../../write/store';
import { writeTransaction } from '../../write/transaction';
import type { Cause } from './outcomes';

/** The one that sends, as the log names it. */
const DISPATCHER: AuditActor = { documentId: 'webhooks', displayName: '推送', role: 'operator' };

const { disable: STEP } = MACHINES.webhook.transitions;

const REASONS: Record<Cause, Words> = {
  gone: { zh: '对方表示不再接收(410)', en: 'It says that it takes no more (410)' },
  failing: { zh: '一天以上连续推送失败', en: 'It has only failed for more than a day' },
};

/** Disables a webhook by itself, with the reason in the log, and tells those who look after it. */
export async function disableWebhook(strapi: Core.Strapi, id: number, cause: Cause): Promise<void> {
  await writeTransaction(strapi, async (trx) => {
    const model = modelOf('webhook');
    const query = trx(model.table).where({ id }).whereIn('state', STEP.from).first();
    if (trx.client.config.client === 'pg') query.forNoKeyUpdate();
    const row = (await query) as Record<string, unknown> | undefined;
    if (!row) return;
    const stored = await storedWhole(trx, model, row);
    const reason = REASONS[cause];
    const note = {
      actor: DISPATCHER,
      action: 'transition',
      transition: 'disable',
      reason: reason.zh,
    } as const;
    const after = await updateRecord(trx, model, stored, row, { values: { state: STEP.to } }, note);
    const roles = ROLES.filter((role) => scopeOf(role, 'transition', 'webhook') !== null);
    const found = await Promise.all(roles.map((role) => accountsWhoWrite(trx, model, role, id)));
    const name = String(stored.values.name);
    await tell(trx, found.flat(), [
      {
        kind: 'webhook',
        key: `webhook:${stored.documentId}:${after.values.rev}`,
        title: { zh: `推送地址已停用:${name}`, en: `Webhook disabled: ${name}` },
        detail: {
          zh: `${reason.zh}。恢复后请启用,并补发停用期间的稿件。`,
          en: `${reason.en}. Enable it when it works again, and replay what was missed.`,
        },
        link: `/webhooks/${stored.documentId}`,
      },
    ]);
  });
}
