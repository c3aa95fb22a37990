import type { Actor } from '@jiedui/shared/access';
import { dayOf } from '@jiedui/shared/calendar';
import { type SpecialCard, specialCardsOf } from '@jiedui/shared/workbench';
import { clock } from '../clock';
import { Refusal } from '../guard/errors';
import type { Model } from '../read/model';
import type { Condition } from '../read/query';
import { openInFocusWeek } from './focus-week-card';
import { programmeInForce } from './programme';
import { rhythmOf } from './rhythm';
import { unpairedIds } from './unpaired-units';

/**
 * What `?waiting=<card>` asks of a list: exactly the rows that the card of the workbench counts. Null where it
 * is not asked; refused where the role has no such card for this type.
 */
export async function waitingRows(model: Model, actor: Actor, name: unknown): Promise<Condition | null> {
  if (name === undefined) return null;
  const card = specialCardsOf(actor.role, model.plural).find(({ key }) => key === name);
  const ids = card && (await idsOf(card, actor));
  if (!ids) throw new Refusal(400, 'BAD_QUERY', { errors: [{ path: ['waiting'], code: 'BAD_QUERY' }] });
  return { via: null, field: 'id', operator: '$in', value: ids };
}

async function idsOf({ kind }: SpecialCard, actor: Actor): Promise<number[] | null> {
  switch (kind) {
    case 'unpairedUnits':
      return unpairedIds(actor);
    case 'openFocusWeek': {
      const programme = await programmeInForce();
      const owed = programme && (await rhythmOf(actor, programme, dayOf(clock().now())));
      return owed && openInFocusWeek(owed).map(({ rowId }) => rowId);
    }
  }
}
