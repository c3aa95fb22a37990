import { ROLES } from '@jiedui/shared/access';
import { STAFF_UID } from '@jiedui/shared/model';
import type { Core } from '@strapi/strapi';

const belongsTo = (target: string) => ({
  type: 'relation',
  relation: 'manyToOne',
  target,
  useJoinTable: false,
  private: true,
});

/** What Strapi's account lacks to be a member of staff. Must run before Strapi reads its models. */
export function extendStaff(strapi: Core.Strapi): void {
  const user = strapi.contentTypes[STAFF_UID] as unknown as {
    info: Record<string, string>;
    attributes: Record<string, unknown>;
  };
  user.info.displayName = '人员账号';
  Object.assign(user.attributes, {
    displayName: { type: 'string', required: true, maxLength: 60 },
    staffRole: { type: 'enumeration', enum: [...ROLES], required: true },
    unit: belongsTo('api::registry.unit'),
    station: belongsTo('api::registry.station'),
    town: belongsTo('api::registry.town'),
    department: belongsTo('api::registry.department'),
    example: { type: 'boolean', default: false },
    rev: { type: 'integer', default: 1 },
  });
}
