import type { Actor } from '@jiedui/shared/access';
import { type Day, dayOf } from '@jiedui/shared/calendar';
import { DEFAULT_FOCUS_WEEK_READING } from '@jiedui/shared/programme';
import {
  cardsOf,
  deadlineEntries,
  focusWeekStrip,
  partiesSeenBy,
  type WorkCard,
} from '@jiedui/shared/workbench';
import { clock } from '../clock';
import { missingCard, owedCard } from '../filing/duty-cards';
import { toForwardCard } from '../filing/to-forward';
import { owedStoriesCard } from '../story/statistics/owed-card';
import { focusWeekCard } from './focus-week-card';
import { type CardAnswer, listCard } from './list-card';
import { programmeInForce } from './programme';
import { type Owed, rhythmOf } from './rhythm';
import { unpairedUnits } from './unpaired-units';

const DUE_SHOWN = 10;
const DUE_MOST = 500;

/** What waits for the actor and by when: a fixed number of queries for each role, side by side. */
export async function workbenchOf(actor: Actor, allDue = false) {
  const today = dayOf(clock().now());
  const programme = await programmeInForce();
  const seesRhythm = programme !== null && partiesSeenBy(actor.role).length > 0;
  const rhythm = seesRhythm ? rhythmOf(actor, programme, today) : Promise.resolve([]);
  const cards = await Promise.all(cardsOf(actor.role).map((card) => answer(card, actor, today, rhythm)));
  const owed = await rhythm;
  return {
    today,
    cards: cards.filter((card) => card !== null),
    deadlines: deadlineEntries(programme?.deadlines ?? [], today),
    focusWeek: focusWeekStrip(today, programme?.focusWeekReading ?? DEFAULT_FOCUS_WEEK_READING),
    comingDue: seesRhythm ? comingDueOf(owed, allDue ? DUE_MOST : DUE_SHOWN) : null,
  };
}

async function answer(
  card: WorkCard,
  actor: Actor,
  today: Day,
  rhythm: Promise<Owed[] | null>,
): Promise<CardAnswer | null> {
  switch (card.kind) {
    case 'list':
      return listCard(card, actor, today);
    case 'unpairedUnits':
      return unpairedUnits(card, actor);
    case 'openFocusWeek':
      return focusWeekCard(card, await rhythm);
    case 'materialsToForward':
      return toForwardCard(card, actor);
    case 'owedFilings':
      return owedCard(card, actor, today);
    case 'missingFilings':
      return missingCard(card, actor, today);
    case 'owedStories':
      return owedStoriesCard(card, actor, today);
  }
}

/** `count` is null when there is too much to say. */
function comingDueOf(owed: Owed[] | null, most: number) {
  const rows = (owed ?? []).slice(0, most).map((cell) => ({
    rule: { code: cell.rule, words: cell.words },
    unit: cell.unit,
    station: cell.station,
    window: cell.window,
    minimum: cell.minimum,
    done: cell.activities.length,
    scheduled: cell.scheduled,
    daysLeft: cell.daysLeft,
    to: cell.to,
  }));
  return { count: owed === null ? null : owed.length, rows };
}
