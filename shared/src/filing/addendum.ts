import type { Day } from '../calendar';
import type { Words } from '../text';
import { isEditable, machineOf } from '../workflow';

/** Types of which something is sent in and received. */
export const FILED = ['report', 'material-submission'] as const;
export type Filed = (typeof FILED)[number];

/** The states of a type in which it has been sent in and not been sent back: the receiver holds it. */
export function receivedStates(resource: Filed): string[] {
  const machine = machineOf(resource);
  return (machine?.states ?? []).filter((state) => !isEditable(machine, state));
}

type Original = { resource: Filed; state: string; isAddendum: boolean };

/** Why nothing can be added to a filing today, or null when an addendum may be made. */
export function addendumRefused(original: Original, addendaUntil: Day | null, today: Day): Words | null {
  if (original.isAddendum)
    return { zh: '补报不能再补报,请对原件补报。', en: 'An addendum belongs to the first filing.' };
  if (!receivedStates(original.resource).includes(original.state))
    return { zh: '原件尚未报送,请直接修改原件。', en: 'It has not been sent in; change it instead.' };
  if (addendaUntil === null) return { zh: '该事项不接受补报。', en: 'This requirement takes no addenda.' };
  if (today > addendaUntil)
    return { zh: `补报已于 ${addendaUntil} 截止。`, en: `Addenda were taken until ${addendaUntil}.` };
  return null;
}
