import type { Core } from '@strapi/strapi';

/**
 * When the model has changed, Strapi deletes at its start, without a word, whatever components and files belong to
 * a type that it does not know. Here the model of a process may be on trial or older than another's, and nothing is
 * destroyed before the office has confirmed it and a back-up is made: publishing does that itself, later.
 */
export function keepOrphans(strapi: Core.Strapi): void {
  strapi.db.repair.removeOrphanMorphType = async () => undefined;
}
