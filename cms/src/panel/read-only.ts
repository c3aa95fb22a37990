import type { Core } from '@strapi/strapi';
import { allModels } from '../read/model';

const CHANGES = ['create', 'update', 'delete', 'publish'].map(
  (name) => `plugin::content-manager.explorer.${name}`,
);

/**
 * Strapi's panel shapes models and views; guarded records are read-only in it, for every panel role. (What a
 * plugin still tries to write is refused by `write/guard-direct-writes`.)
 */
export async function limitPanel(strapi: Core.Strapi): Promise<void> {
  const permissions = strapi.db.query('admin::permission');
  const subjects = allModels().map(({ uid }) => uid);
  const found = await permissions.findMany({
    where: { action: { $in: CHANGES }, subject: { $in: subjects } },
  });
  if (found.length === 0) return;
  await permissions.deleteMany({ where: { id: { $in: found.map(({ id }) => id) } } });
}
