import type { Outbox } from '../../providers/outbox';
import { discardDraft, draftedSheets, subscribeToDrafts } from './draft';
import { note } from './outcomes';
import { flushShown } from './shown-savers';

/** Sheets whose edits wait on this device. What sends them is loaded when there is something to send. */
export const sheetOutbox: Outbox = {
  waiting: (account) => draftedSheets(account).length,
  subscribe: subscribeToDrafts,
  async send(account) {
    await flushShown();
    if (draftedSheets(account).length === 0) return;
    const { sendDrafts } = await import('./send-drafts');
    await sendDrafts(account);
  },
  discard(account) {
    for (const id of draftedSheets(account)) {
      discardDraft(account, id);
      note(id, null);
    }
  },
};
