import type { Actor } from '@jiedui/shared/access';
import { dayOf } from '@jiedui/shared/calendar';
import { type SpecialCard, specialCardsOf } from '@jiedui/shared/workbench';
import { clock } from '../clock';
import { toForward } from '../filing/to-forward';
import { Refusal } from '../guard/errors';
import type { Model } from '../read/model';
import type { Sql } from '../read/scope-sql';
import { openInFocusWeek } from './focus-week-card';
import { programmeInForce } from './programme';
import { rhythmOf } from './rhythm';
import { UNPAIRED } from './unpaired-units';

/**
 * What `?waiting=<card>` asks of a list: exactly the rows that the card of the workbench counts. Null where it
 * is not asked; refused where the role has no such card for this type.
 */
export async function waitingRows(model: Model, actor: Actor, name: unknown): Promise<Sql | null> {
  if (name === undefined) return null;
  const card = specialCardsOf(actor.role, model.plural).find(({ key }) => key === name);
  const rows = card && (await rowsOf(card, actor));
  if (!rows) throw new Refusal(400, 'BAD_QUERY', { errors: [{ path: ['waiting'], code: 'BAD_QUERY' }] });
  return rows;
}

async function rowsOf({ kind }: SpecialCard, actor: Actor): Promise<Sql | null> {
  switch (kind) {
    case 'unpairedUnits':
      return UNPAIRED;
    case 'materialsToForward':
      return toForward(actor);
    case 'openFocusWeek': {
      const programme = await programmeInForce();
      const owed = programme && (await rhythmOf(actor, programme, dayOf(clock().now())));
      return owed && rowsWith(openInFocusWeek(owed).map(({ rowId }) => rowId));
    }
  }
}

/** No more than the workbench looks at, so they fit into one statement. */
function rowsWith(ids: number[]): Sql {
  if (ids.length === 0) return { text: '1 = 0', params: [] };
  return { text: `t.id IN (${ids.map(() => '?').join(', ')})`, params: ids };
}
