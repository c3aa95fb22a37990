import { ACTIONS, type Action, can, ROLES, type Role } from '@jiedui/shared/access';
import { STAFF_UID } from '@jiedui/shared/model';
import { enumWords } from '@jiedui/shared/text';
import type { Core } from '@strapi/strapi';
import { allModels } from '../read/model';

const ROLE_UID = 'plugin::users-permissions.role';
const PERMISSION_UID = 'plugin::users-permissions.permission';

const STRAPI_ACTIONS: Record<Action, string[]> = {
  read: ['find', 'findOne'],
  create: ['create'],
  update: ['update'],
  delete: ['delete'],
};

/**
 * Makes Strapi's roles and their permissions what the matrix says, adding and removing. The guard decides by
 * the matrix itself; this keeps Strapi's own check, and what its panel shows, in agreement. Nobody else,
 * above all not the public, has any permission.
 */
export async function syncRoles(strapi: Core.Strapi): Promise<void> {
  const stored = await strapi.db.query(ROLE_UID).findMany({});
  for (const role of ROLES) {
    if (!stored.some(({ type }) => type === role)) {
      const { zh } = enumWords('staff', 'role', role);
      stored.push(
        await strapi.db.query(ROLE_UID).create({ data: { type: role, name: zh, description: zh } }),
      );
    }
  }
  for (const role of stored) {
    const wanted = (ROLES as readonly string[]).includes(role.type) ? permissionsOf(role.type as Role) : [];
    await syncPermissions(strapi, role.id, wanted);
  }
}

function permissionsOf(role: Role): string[] {
  return allModels()
    .filter(({ uid }) => uid !== STAFF_UID)
    .flatMap(({ resource, uid }) =>
      ACTIONS.filter((action) => can(role, action, resource)).flatMap((action) =>
        STRAPI_ACTIONS[action].map((name) => `${uid}.${name}`),
      ),
    );
}

async function syncPermissions(strapi: Core.Strapi, roleId: number, wanted: string[]): Promise<void> {
  const has = await strapi.db.query(PERMISSION_UID).findMany({ where: { role: roleId } });
  const unwanted = has.filter(({ action }) => !wanted.includes(action));
  if (unwanted.length > 0) {
    await strapi.db
      .query(PERMISSION_UID)
      .deleteMany({ where: { id: { $in: unwanted.map(({ id }) => id) } } });
  }
  for (const action of wanted.filter((name) => !has.some((permission) => permission.action === name))) {
    await strapi.db.query(PERMISSION_UID).create({ data: { action, role: roleId } });
  }
}
