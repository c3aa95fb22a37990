import type { Day } from '@jiedui/shared/calendar';
import type { SpecialCard } from '@jiedui/shared/workbench';
import { type CardAnswer, ROWS_SHOWN } from './list-card';
import type { Owed } from './rhythm';

/** Who has nothing in view for the focus week that is due; null where that cannot be said. */
export function focusWeekCard(card: SpecialCard, owed: Owed[] | null): CardAnswer | null {
  if (owed === null) return null;
  const open = owed.filter(({ period, scheduled }) => period === 'focusWeek' && scheduled === 0);
  const first = open[0];
  return {
    key: card.key,
    words: card.words,
    count: open.length,
    due: first?.window.to ?? null,
    days: first?.daysLeft ?? null,
    to: `/${card.path}`,
    rows: open.slice(0, ROWS_SHOWN).map((cell) => rowOf(cell)),
  };
}

function rowOf({ unit, station, to, window }: Owed): CardAnswer['rows'][number] & { day: Day } {
  const [title = '', ...rest] = [unit, station].filter((name) => name !== null);
  return { documentId: to.split('/').at(-1) ?? '', title, sub: rest.join(' · '), day: window.to, to };
}
