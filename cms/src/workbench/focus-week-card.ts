import type { Day } from '@jiedui/shared/calendar';
import { type SpecialCard, specialRouteOf } from '@jiedui/shared/workbench';
import { type CardAnswer, ROWS_SHOWN } from './list-card';
import type { Owed } from './rhythm';

/** Each pairing once, whatever number of rules binds it: the card counts pairings. */
export function openInFocusWeek(owed: readonly Owed[]): Owed[] {
  const open = owed.filter(
    ({ per, period, scheduled }) => per === 'pairing' && period === 'focusWeek' && scheduled === 0,
  );
  return [...new Map(open.map((cell) => [cell.rowId, cell])).values()];
}

/** Who has nothing in view for the focus week that is due; null where that cannot be said. */
export function focusWeekCard(card: SpecialCard, owed: Owed[] | null): CardAnswer | null {
  if (owed === null) return null;
  const open = openInFocusWeek(owed);
  const first = open[0];
  return {
    key: card.key,
    words: card.words,
    count: open.length,
    due: first?.window.to ?? null,
    days: first?.daysLeft ?? null,
    to: specialRouteOf(card),
    rows: open.slice(0, ROWS_SHOWN).map((cell) => rowOf(cell)),
  };
}

function rowOf({ unit, station, to, window }: Owed): CardAnswer['rows'][number] & { day: Day } {
  const [title = '', ...rest] = [unit, station].filter((name) => name !== null);
  return {
    documentId: to.split('/').at(-1) ?? '',
    title,
    sub: rest.join(' · '),
    day: window.to,
    example: false,
    to,
  };
}
