import type { Effects } from '../../guard/steps';
import { requireNew } from '../placements';

export const placementEffects: Effects = {
  /** What was returned counts as not reported; meanwhile the same may have been reported anew. */
  async resubmit({ trx, stored }) {
    await requireNew(trx, stored.values, stored.id);
    return {};
  },
};
