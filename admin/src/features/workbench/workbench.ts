import type { DayRange } from '@jiedui/shared/calendar';
import type { Words } from '@jiedui/shared/text';
import type { DeadlineEntry, FocusWeekStrip } from '@jiedui/shared/workbench';

export type CardRow = {
  documentId: string;
  title: string;
  sub: string;
  day: string | null;
  example: boolean;
  to: string;
};

/** What waits of one kind: how many, by when the first of them, and the first rows. */
export type WaitingCard = {
  key: string;
  words: Words;
  count: number;
  due: string | null;
  days: number | null;
  to: string;
  rows: CardRow[];
};

/** What a cadence rule asks of somebody in a period that ends soon. */
export type DueRow = {
  rule: { code: string; words: Words };
  unit: string | null;
  station: string | null;
  window: DayRange & { key: string };
  minimum: number;
  done: number;
  scheduled: number;
  daysLeft: number;
  to: string;
};

/** The answer of `GET /workbench`. */
export type Workbench = {
  today: string;
  cards: WaitingCard[];
  deadlines: DeadlineEntry[];
  focusWeek: FocusWeekStrip;
  /** null for a role that no rule concerns; `count` is null when there are too many to say. */
  comingDue: { count: number | null; rows: DueRow[] } | null;
};

/** What waits first, the most urgent in front; what has nothing waiting is told apart. */
export function splitCards(cards: readonly WaitingCard[]): { waiting: WaitingCard[]; done: WaitingCard[] } {
  const days = (card: WaitingCard) => card.days ?? Number.POSITIVE_INFINITY;
  return {
    waiting: cards.filter((card) => card.count > 0).sort((a, b) => compare(days(a), days(b))),
    done: cards.filter((card) => card.count === 0),
  };
}

// A difference of two infinities would be no number.
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);
