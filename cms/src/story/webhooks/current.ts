import type { EventType } from '@jiedui/shared/webhook';
import type { Knex } from 'knex';
import type { ReleaseChange } from '../release';
import type { Receiver } from './receivers';

/** Which stories: changed since an instant (milliseconds), changed after a position, or a single one. */
export type Wanted = { since: number } | { after: number } | { story: number };

export type Current = {
  story: number;
  documentId: string;
  position: number;
  changedAt: number;
  type: EventType;
};

/**
 * What a receiver is to know of stories as they are now, in the order of their last changes. What waits to be told
 * anyway is left out.
 */
export async function currentStates(
  trx: Knex,
  { webhook, columns }: Receiver,
  wanted: Wanted,
  most: number,
): Promise<Current[]> {
  const waiting = trx('webhook_deliveries as d')
    .where({ 'd.webhook_id': webhook, 'd.state': 'waiting' })
    .whereRaw('d.story_id = r.story_id AND d.position >= r.position')
    .select(trx.raw('1'));
  const query = trx('released_stories as r')
    .whereNotExists(waiting)
    .orderBy('r.position')
    .limit(most)
    .select('r.story_id', 'r.document_id', 'r.position', 'r.change', 'r.changed_at');
  if ('since' in wanted) query.where('r.changed_at', '>=', wanted.since);
  else if ('after' in wanted) query.where('r.position', '>', wanted.after);
  else query.where('r.story_id', wanted.story);
  if (columns.size > 0) query.whereExists(within(trx, columns).whereRaw('l.story_id = r.story_id'));
  const rows = await query;
  const stories = rows.map((row) => Number(row.story_id));
  const shown = columns.size > 0 ? await toldIn(trx, columns, stories) : new Set(stories);
  return rows.map((row) => {
    const { story_id, document_id, position, change, changed_at } = row;
    const isShown = shown.has(Number(story_id));
    return {
      story: Number(story_id),
      documentId: String(document_id),
      position: Number(position),
      changedAt: Number(changed_at),
      type: isShown ? `story.${change as ReleaseChange}` : 'story.outOfScope',
    };
  });
}

const within = (trx: Knex, columns: ReadonlySet<number>) =>
  trx('released_columns as l')
    .whereIn('l.column_id', [...columns])
    .select('l.story_id');

/** Those that are out in one of the columns, or were until their last change. Others had left them before. */
async function toldIn(trx: Knex, columns: ReadonlySet<number>, stories: number[]): Promise<Set<number>> {
  const rows = await within(trx, columns)
    .join('released_stories as s', 's.story_id', 'l.story_id')
    .whereIn('l.story_id', stories)
    .where((either) =>
      either
        .where('l.live', true)
        .orWhere((gone) => gone.where({ 's.visible': false, 'l.position': trx.ref('s.position') })),
    );
  return new Set(rows.map((row) => Number(row.story_id)));
}
