import type { Attribute } from '@jiedui/shared/model';
import { identifiers } from '@strapi/database/dist/utils/identifiers/index.js';
import snakeCase from 'lodash/snakeCase';
import type { AttributeMeta } from './struct';

/** A type or component as far as names in the database follow from it. */
export type Named = { table: string; singularName: string };

/**
 * The names of columns and tables that Strapi gives an attribute, by its own rules: for what reads the database
 * without a server, and for fields that have left the model. A test holds them equal to those of a running Strapi.
 */
export function namesOf(own: Named, name: string, attribute: Attribute, target: Named | null): AttributeMeta {
  switch (attribute.type) {
    case 'component':
    case 'dynamiczone':
      return { joinTable: { name: partsTable(own.table), joinColumn: { name: 'entity_id' } } };
    case 'relation':
      return target ? relationNames(own, name, attribute, target) : {};
    default:
      return { columnName: identifiers.getColumnName(snakeCase(name)) };
  }
}

const partsTable = (table: string): string =>
  identifiers.getNameFromTokens([
    { name: table, compressible: true },
    { name: 'components', shortName: 'cmps', compressible: false },
  ]);

function relationNames(own: Named, name: string, attribute: Attribute, target: Named): AttributeMeta {
  if (attribute.useJoinTable === false)
    return { joinColumn: { name: identifiers.getJoinColumnAttributeIdName(snakeCase(name)) } };
  const self = own.singularName === target.singularName;
  const other = snakeCase(target.singularName);
  const joinColumn = { name: identifiers.getJoinColumnAttributeIdName(snakeCase(own.singularName)) };
  const inverseJoinColumn = {
    name: self
      ? identifiers.getInverseJoinColumnAttributeIdName(other)
      : identifiers.getJoinColumnAttributeIdName(other),
  };
  const orderColumnName = identifiers.getOrderColumnName(other);
  const table = identifiers.getJoinTableName(snakeCase(own.table), snakeCase(name));
  return { joinTable: { name: table, joinColumn, inverseJoinColumn, orderColumnName } };
}
