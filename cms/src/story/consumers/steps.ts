import type { Effects } from '../../guard/steps';
import { endAllTokens } from './tokens';

export const consumerEffects: Effects = {
  async revoke({ trx, stored }) {
    return { after: () => endAllTokens(trx, stored.id) };
  },
};
