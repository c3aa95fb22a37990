import type { Knex } from 'knex';
import { Refusal } from '../guard/errors';
import type { NamedKind } from '../story/release/names';
import { takePositions } from '../story/release/position';
import { touchName } from '../story/release/touched-names';
import type { Hooks } from './hooks';

// Stories that are out are told by the names of what they belong to: these follow a renaming.

const NAMES = ['name', 'slug', 'code', 'description'] as const;

export const renames = (kind: NamedKind): Required<Pick<Hooks, 'updated'>> => ({
  async updated(trx, { id, values }, before) {
    const isSame = NAMES.every((field) => (values[field] ?? null) === (before[field] ?? null));
    if (!isSame) touchName(trx, kind, id);
  },
});

/** A column is there for its readers before anything has come out in it; answers that are kept learn of it by the turn. */
export const storyColumnHooks: Hooks = {
  ...renames('column'),
  async inserted(trx, rows) {
    for (const { id } of rows) touchName(trx, 'column', id);
  },
  async deleted(trx, _before, _written, id) {
    await takePositions(trx);
    await requireNobodyOut(trx, id);
    await trx('released_names').where({ kind: 'column', id }).delete();
  },
};

/** A correction that names another column leaves its story out in this one until it is published. */
async function requireNobodyOut(trx: Knex.Transaction, column: number): Promise<void> {
  const out = await trx('released_stories').where({ column_id: column, visible: true }).first('story_id');
  if (out) throw new Refusal(409, 'IN_USE', { usedBy: 'story' });
}
