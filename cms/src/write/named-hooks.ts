import { keepNamesOf, type NamedKind } from '../story/release/names';
import { takePositions } from '../story/release/position';
import { renameReleased } from '../story/release/rename';
import type { Hooks } from './hooks';

// Stories that are out are told by the names of what they belong to: these follow a renaming.

const NAMES = ['name', 'slug', 'code', 'description'] as const;

export const renames = (kind: NamedKind): Required<Pick<Hooks, 'updated'>> => ({
  async updated(trx, { id, values }, before) {
    const isSame = NAMES.every((field) => (values[field] ?? null) === (before[field] ?? null));
    if (!isSame) await renameReleased(trx, kind, id);
  },
});

/** A column is there for its readers before anything has come out in it; answers that are kept learn of it by the turn. */
export const storyColumnHooks: Hooks = {
  ...renames('column'),
  async inserted(trx, rows) {
    await takePositions(trx);
    await keepNamesOf(
      trx,
      'column',
      rows.map(({ id }) => id),
    );
  },
  async deleted(trx, _before, _written, id) {
    await takePositions(trx);
    await trx('released_names').where({ kind: 'column', id }).delete();
  },
};
