import { ROLE_ANCHOR } from '@jiedui/shared/access';
import type { Model } from '../../models/model';
import { useSession } from '../../providers/session';

/** Whoever belongs to a unit, a site, a town or a department starts a record with their own. */
export function useOwnPreset(model: Model): Record<string, unknown> {
  const { actor } = useSession();
  const anchor = ROLE_ANCHOR[actor.role];
  const own = anchor && actor.anchors[anchor];
  if (!own) return {};
  const fields = Object.keys(model.fields).filter((name) => {
    const field = model.fields[name];
    return field?.kind === 'relation' && field.target === anchor && field.preset === undefined;
  });
  return Object.fromEntries(fields.map((name) => [name, own.documentId]));
}
