export {
  ANSWER_KEPT,
  DELIVERIES_KEPT,
  DELIVERY_STATE_WORDS,
  DELIVERY_STATES,
  type Delivery,
  type DeliveryState,
  FAILURE_WORDS,
  type Failure,
  isReceived,
  isWaiting,
  MOST_REPLAYED,
} from './deliveries';
export { EVENT_TYPES, EVENT_WORDS, type EventType, type StoryEvent, storyEventSchema } from './events';
export { FORMER_SECRET_HOLDS, failsTooLong, nextTry } from './retry';
export { isTold, WEBHOOK_IN_USE } from './standing';
