import type { DeliveryState, EventType, Failure } from '@jiedui/shared/webhook';
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

export type Delivery = {
  id: number;
  eventId: string;
  type: EventType;
  story: { documentId: string; title: string | null } | null;
  state: DeliveryState;
  replayed: boolean;
  madeAt: string;
  tries: number;
  triedAt: string | null;
  nextAt: string | null;
  status: number | null;
  failure: Failure | null;
  answer: string | null;
  took: number | null;
};

export const STATE_TONES: Record<DeliveryState, Tone> = {
  waiting: 'amber',
  delivered: 'green',
  givenUp: 'red',
  dropped: 'neutral',
};
