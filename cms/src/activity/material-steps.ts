import { missingOnMaterial } from '@jiedui/shared/activity';
import { type FieldError, fieldError } from '@jiedui/shared/model';
import type { Effects, StepContext } from '../guard/steps';

/** A piece goes to its review only with what it must show. */
export async function pieceGate({ stored }: StepContext): Promise<FieldError[]> {
  const { showsTheme, showsHost, showsTime } = stored.values;
  const shown = {
    showsTheme: showsTheme === true,
    showsHost: showsHost === true,
    showsTime: showsTime === true,
  };
  return missingOnMaterial(shown).map(({ field, words }) => fieldError([field], 'GATE_NOT_MET', words));
}

const unreviewed = async () => ({ values: { reviewedAt: null, reviewedBy: null } });

export const pieceEffects: Effects = {
  approve: async ({ actor }) => ({ values: { reviewedBy: actor.displayName } }),
  return: unreviewed,
  revise: unreviewed,
};
