import type { EventType, StoryEvent } from '@jiedui/shared/webhook';
import { customAlphabet } from 'nanoid';
import { readEnvironment } from '../../environment';

/** Names an event to its receivers. */
const newEventId = customAlphabet('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', 24);
const PREFIX = 'msg_';

type About = { documentId: string; position: number };

/** An event as it lies in the outbox: made once, so that every try sends the same. */
export function eventOf(type: EventType, about: About | null, now: number): { id: string; body: string } {
  const event: StoryEvent = {
    type,
    timestamp: new Date(now).toISOString(),
    data: about ? dataOf(about) : {},
  };
  return { id: PREFIX + newEventId(), body: JSON.stringify(event) };
}

const dataOf = ({ documentId, position }: About) => ({
  id: documentId,
  documentId,
  url: `${readEnvironment().publicUrl ?? ''}/api/stories/${documentId}`,
  position,
});
