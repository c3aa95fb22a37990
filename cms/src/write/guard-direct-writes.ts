import { STAFF_UID } from '@jiedui/shared/model';
import type { Core } from '@strapi/strapi';
import { Refusal } from '../guard/errors';

/**
 * Refuses every change of a guarded record through Strapi's own services: its panel and any plugin may read
 * them, but what they wrote would be neither checked nor audited. Our writer goes to the tables itself.
 */
export function guardDirectWrites(strapi: Core.Strapi): void {
  const refuse = (event: { model: { uid: string } }) => {
    const { uid } = event.model;
    if (uid.startsWith('api::') || uid === STAFF_UID) throw new Refusal(403, 'NOT_ALLOWED');
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
