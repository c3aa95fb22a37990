import type { Words } from '../text';
import type { EventType } from './events';

/** Where a delivery stands: still to be sent, received, given up, or not sent because the address was disabled. */
export const DELIVERY_STATES = ['waiting', 'delivered', 'givenUp', 'dropped'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export const DELIVERY_STATE_WORDS: Record<DeliveryState, Words> = {
  waiting: { zh: '待推送', en: 'Waiting' },
  delivered: { zh: '已送达', en: 'Delivered' },
  givenUp: { zh: '未送达', en: 'Given up' },
  dropped: { zh: '停用未发', en: 'Not sent' },
};

/** Whether a delivery is still to be sent: then it is not sent again, only sooner. */
export const isWaiting = (state: DeliveryState): boolean => state === 'waiting';

/** Whether the receiver has a delivery. */
export const isReceived = (state: DeliveryState): boolean => state === 'delivered';

/** Why a try has failed. */
export const FAILURE_WORDS = {
  badUrl: { zh: '网址不正确,应为完整的 https:// 网址。', en: 'Write a complete https:// address.' },
  https: { zh: '只能推送到 https:// 网址。', en: 'Only https:// addresses are told.' },
  port: { zh: '端口只能是 443、80 或大于 1024。', en: 'The port must be 443, 80 or above 1024.' },
  private: {
    zh: '该网址指向内部网络,不能推送。确需推送的,请系统管理员列入 WEBHOOK_ALLOW。',
    en: 'The address is of an inner network. Where it must be told, list it in WEBHOOK_ALLOW.',
  },
  unresolved: { zh: '找不到该主机,请核对网址。', en: 'The host was not found; check the address.' },
  timeout: { zh: '10 秒内没有应答。', en: 'No answer within 10 seconds.' },
  connection: { zh: '无法连接。', en: 'It could not be reached.' },
  certificate: { zh: '证书无效。', en: 'Its certificate is not valid.' },
  redirect: { zh: '对方要求转到其他网址,系统不跟随。', en: 'It redirects, which is not followed.' },
  gone: { zh: '对方表示不再接收(410)。', en: 'It says that it takes no more (410).' },
  refused: { zh: '对方没有接受。', en: 'It was not accepted.' },
} as const satisfies Record<string, Words>;
export type Failure = keyof typeof FAILURE_WORDS;

/** How much of an answer is kept to look at. */
export const ANSWER_KEPT = 500;
/** How long deliveries are kept, in days. */
export const DELIVERIES_KEPT = 90;
/** How many stories are replayed at a time. */
export const MOST_REPLAYED = 1000;

/** One event for one webhook and what came of it, as the log tells it. Instants are ISO 8601, `took` is in ms. */
export type Delivery = {
  id: number;
  eventId: string;
  type: EventType;
  /** Null for a test message. */
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
