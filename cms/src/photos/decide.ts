import type { Effects, StepContext } from '../guard/steps';

const withNote = async ({ reason }: StepContext) => ({ values: { note: reason } });

/** What a person says of a flag stands on it, for whoever looks at the two photos next. */
export const photoFlagEffects: Effects = {
  sameEvent: withNote,
  dismiss: withNote,
  confirm: withNote,
  reopen: async () => ({ values: { note: null, decidedAt: null } }),
};
