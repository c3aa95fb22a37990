import type { DeliveryState } from '@jiedui/shared/webhook';
import type { Tone } from '../../ui/tone';

export const PATH = 'webhooks';
export const FORM = ['name', 'consumer', 'url'];
export const FACTS = ['consumer', 'url'];

/** How a webhook stands, beside its record. */
export type Standing = {
  webhook: string;
  secretAt: string | null;
  formerUntil: string | null;
  triedAt: string | null;
  received: boolean | null;
  failures: number;
  failingSince: string | null;
  waiting: number;
  missed: boolean;
};

export const STATE_TONES: Record<DeliveryState, Tone> = {
  waiting: 'amber',
  delivered: 'green',
  givenUp: 'red',
  dropped: 'neutral',
};
