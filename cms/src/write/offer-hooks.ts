import { offerTimesSchema } from '@jiedui/shared/activity';
import { fieldError } from '@jiedui/shared/model';
import type { Hooks } from './hooks';

/** When an offer is there has its form; nothing said is at any time. */
export const offerHooks: Hooks = {
  check(_trx, { times }) {
    if (times === null || times === undefined || offerTimesSchema.safeParse(times).success) return [];
    const words = {
      zh: '开放时间不正确:每段须选星期,开始早于结束,时间写成 09:00 的样子,最多 20 段。',
      en: 'Each span needs its weekdays and a start before its end, such as 09:00; at most 20.',
    };
    return [fieldError(['times'], 'WRONG_TYPE', words)];
  },
};
