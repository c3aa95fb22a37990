import { ifAlone } from '../../providers/alone';
import { isUnanswered } from '../../providers/send-once';
import { draftedSheets, isUnreadable, readDraft } from './draft';
import { dropKeptSheet } from './kept-sheets';
import { makeSaver, takesChanges } from './make-saver';
import { lockOf, note, type Outcome, outcomeOf } from './outcomes';
import { isGone, loadSheet } from './sheet';
import type { SaveState } from './sheet-saver';

/** Sends the edits of sheets that no window shows; what a person has to decide stays on the device, with its reason. */
export async function sendDrafts(account: string): Promise<void> {
  for (const id of draftedSheets(account)) {
    if (isLasting(outcomeOf(id))) continue;
    await ifAlone(lockOf(account, id), async () => note(id, await sendDraft(account, id)));
  }
}

/** Sending it again would come to the same. */
const isLasting = (outcome: Outcome | undefined) => outcome !== undefined && outcome !== 'offline';

async function sendDraft(account: string, id: string): Promise<Outcome | null> {
  const draft = readDraft(account, id);
  if (!draft) return isUnreadable(account, id) ? 'unreadable' : null;
  try {
    const sheet = await loadSheet(id);
    if (!takesChanges(sheet)) return 'closed';
    const { saver } = makeSaver(account, sheet, draft);
    saver.changed();
    await saver.flush();
    saver.stop();
    return becomeOf(saver.state());
  } catch (error) {
    if (isUnanswered(error)) return 'offline';
    if (!isGone(error)) return 'refused';
    await dropKeptSheet(account, id);
    return 'gone';
  }
}

function becomeOf({ kind }: SaveState): Outcome | null {
  if (kind === 'saved') return null;
  if (kind === 'conflict' || kind === 'partly' || kind === 'refused') return kind;
  return 'offline';
}
