import type { Actor } from '@jiedui/shared/access';
import { addDays, type Day } from '@jiedui/shared/calendar';
import { LOOK_AHEAD, type StoryDutyCard } from '@jiedui/shared/workbench';
import { reader } from '../../read/reader';
import type { CardAnswer } from '../../workbench/list-card';
import { dutiesOfUnits } from './duties';

/** The duties of the own unit that end soon and are not met; what is over cannot be made up for. */
export async function owedStoriesCard(
  card: StoryDutyCard,
  actor: Actor,
  today: Day,
): Promise<CardAnswer | null> {
  const [unit] = actor.unit
    ? await reader().all('SELECT id, document_id, name, unit_class FROM units WHERE id = ?', [actor.unit])
    : [];
  if (!unit) return null;
  const documentId = String(unit.document_id);
  const own = { id: Number(unit.id), documentId, unitClass: String(unit.unit_class) };
  const judged = await dutiesOfUnits(actor, [own], { from: today, to: addDays(today, LOOK_AHEAD) });
  const owed = (judged?.of.get(documentId) ?? [])
    .filter(({ state, days }) => state === 'open' && days !== null && days <= LOOK_AHEAD)
    .sort((one, other) => (one.days ?? 0) - (other.days ?? 0));
  const wordsOf = new Map(judged?.words.map(({ code, words }) => [code, words.zh]));
  return {
    key: card.key,
    words: card.words,
    count: owed.length,
    due: owed[0]?.to ?? null,
    days: owed[0]?.days ?? null,
    to: `/${card.path}`,
    rows: owed.map(({ code, key, to, done, minimum }) => ({
      documentId: code + key,
      title: wordsOf.get(code) ?? code,
      sub: `${String(unit.name)} · ${done}/${minimum}`,
      day: to,
      example: false,
      to: `/${card.path}`,
    })),
  };
}
