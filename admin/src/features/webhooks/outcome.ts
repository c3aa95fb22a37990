import type { Words } from '@jiedui/shared/text';
import { type Delivery, FAILURE_WORDS } from '@jiedui/shared/webhook';

/** What came of the last try, in words; the number is the receiver's own answer. */
export function outcomeWords({ status, failure, tries }: Delivery): Words {
  if (tries === 0) return { zh: '尚未推送', en: 'Not tried yet' };
  const answer = status === null ? '' : ` ${status}`;
  if (failure === null) return { zh: `对方已收到${answer}`, en: `Received${answer}` };
  const { zh, en } = FAILURE_WORDS[failure];
  return status === null ? { zh, en } : { zh: `${zh}应答${answer}`, en: `${en} Answer${answer}` };
}
