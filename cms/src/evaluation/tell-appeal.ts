import { enumWords } from '@jiedui/shared/text';
import type { StepContext } from '../guard/steps';
import { tell } from '../notification/tell';
import type { Stored } from '../write/store';

/** Tells the reviewer of an appeal that it waits for them. */
export function tellReviewer({ trx, stored }: StepContext): Promise<void> {
  const name = String(stored.values.name);
  return tell(
    trx,
    [Number(stored.values.reviewer)],
    [
      {
        kind: 'evaluation',
        key: `appeal:${stored.documentId}:${stored.values.rev}`,
        title: { zh: `请您复核申诉:${name}`, en: `An appeal for you to review: ${name}` },
        detail: {
          zh: '请独立复核后维持或更正;如应回避,请退回改派。',
          en: 'Uphold or amend; give it back if you are not independent.',
        },
        link: `/appeals/${stored.documentId}`,
      },
    ],
  );
}

/** Tells the unit what became of its appeal. */
export async function tellUnit({ trx, stored, reason }: StepContext, after: Stored): Promise<void> {
  const accounts = await trx('up_users')
    .where({ staff_role: 'unit', unit_id: stored.values.unit, blocked: false })
    .select('id');
  const state = String(after.values.state);
  const words = enumWords('appeal', 'state', state);
  await tell(
    trx,
    accounts.map(({ id }) => Number(id)),
    [
      {
        kind: 'evaluation',
        key: `appeal:${stored.documentId}:${state}`,
        title: {
          zh: `申诉${words.zh}:${stored.values.name}`,
          en: `Appeal: ${words.en}: ${stored.values.name}`,
        },
        detail: reason
          ? { zh: `原因:${reason}`, en: `Reason: ${reason}` }
          : { zh: '请打开查看复核意见。', en: 'Open it to read the decision.' },
        link: `/appeals/${stored.documentId}`,
      },
    ],
  );
}
