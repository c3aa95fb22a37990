import { MACHINES } from '../workflow';

/** Whether a webhook in the state is told of what changes; a disabled one is told nothing, not even again. */
export const isTold = (state: unknown): boolean => state === MACHINES.webhook.transitions.enable.to;
