import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { Refusal } from '../guard/errors';
import { STAFF_UID } from '../read/model';

const writing = new AsyncLocalStorage<true>();

/** Runs work of ours that changes guarded records through Strapi's own services. */
export function asAuditedWrite<T>(work: () => Promise<T>): Promise<T> {
  return writing.run(true, work);
}

/**
 * Refuses every change of a guarded record that does not come through the audited writer: Strapi's panel
 * and any plugin may read them, but what they wrote would be neither checked nor audited.
 */
export function guardDirectWrites(strapi: Core.Strapi): void {
  const refuse = (event: { model: { uid: string } }) => {
    const { uid } = event.model;
    if ((uid.startsWith('api::') || uid === STAFF_UID) && !writing.getStore())
      throw new Refusal(403, 'NOT_ALLOWED');
  };
  strapi.db.lifecycles.subscribe({
    beforeCreate: refuse,
    beforeCreateMany: refuse,
    beforeUpdate: refuse,
    beforeUpdateMany: refuse,
    beforeDelete: refuse,
    beforeDeleteMany: refuse,
  });
}
