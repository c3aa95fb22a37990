import { MACHINES } from '../workflow';

/** The state in which a webhook is told of what changes. */
export const WEBHOOK_IN_USE = MACHINES.webhook.transitions.enable.to;

/** Whether a webhook in the state is told of what changes; a disabled one is told nothing, not even again. */
export const isTold = (state: unknown): boolean => state === WEBHOOK_IN_USE;
