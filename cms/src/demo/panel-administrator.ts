import type { Core } from '@strapi/strapi';
import { newPassword } from '../guard/passwords';
import type { FirstAccount } from './seed';

const EMAIL = 'admin@jiedui.invalid';

/** Makes the administrator of Strapi's own panel where there is none; null where there is one. */
export async function createPanelAdministrator(strapi: Core.Strapi): Promise<FirstAccount | null> {
  const users = strapi.service('admin::user') as {
    exists(): Promise<boolean>;
    create(attributes: object): Promise<unknown>;
  };
  if (await users.exists()) return null;
  const roles = strapi.service('admin::role') as { getSuperAdmin(): Promise<{ id: number } | null> };
  const role = await roles.getSuperAdmin();
  if (!role) throw new Error("Strapi's panel has no super administrator role");
  const password = panelPassword();
  await users.create({
    email: EMAIL,
    firstname: '系统',
    lastname: '管理员',
    password,
    registrationToken: null,
    isActive: true,
    roles: [role.id],
  });
  return { role: 'panel', username: EMAIL, password };
}

/** The panel asks for a small letter, a capital and a digit. */
function panelPassword(): string {
  const password = newPassword();
  return [/[a-z]/, /[A-Z]/, /\d/].every((kind) => kind.test(password)) ? password : panelPassword();
}
