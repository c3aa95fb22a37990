import { type Actor, scopeOf } from '@jiedui/shared/access';
import { modelOf } from '../read/model';
import { reader } from '../read/reader';
import { scopeSql } from '../read/scope-sql';

/**
 * Whether a photo is the earlier one of a flag that the actor decides: it is shown then, though its activity may be out
 * of their reach, for nobody can compare what they cannot see.
 */
export async function isHeldAgainst(actor: Actor, document: string): Promise<boolean> {
  const model = modelOf('photo-flag');
  const granted = scopeOf(actor.role, 'transition', model.resource);
  if (granted === null) return false;
  const scope = scopeSql(model, granted, actor, 't');
  const found = await reader().all(
    `SELECT 1 FROM ${model.table} t WHERE t.earlier_photo = ?${scope ? ` AND ${scope.text}` : ''} LIMIT 1`,
    [document, ...(scope?.params ?? [])],
  );
  return found.length > 0;
}
