import { createRequire } from 'node:module';
import path from 'node:path';

// Prints the columns that Strapi's own metadata gives each record type, as JSON.
const cms = path.resolve(import.meta.dirname, '../../../cms');
const { createStrapi } = createRequire(path.join(cms, 'package.json'))('@strapi/strapi');
const strapi = await createStrapi({ appDir: cms, distDir: path.join(cms, 'dist') }).load();

// Written by Strapi itself on every row: no part of a record's state.
const BOOKKEEPING = [
  'id',
  'documentId',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'createdBy',
  'updatedBy',
  'locale',
  'localizations',
];

const types = Object.values(strapi.contentTypes).filter(
  ({ uid }) => uid.startsWith('api::') || uid === 'plugin::users-permissions.user',
);
const columns = Object.fromEntries(
  types.map((type) => {
    const { attributes, tableName } = strapi.db.metadata.get(type.uid);
    const own = Object.entries(attributes)
      .filter(([name]) => !BOOKKEEPING.includes(name))
      .flatMap(([name, attribute]) => {
        const column =
          attribute.type === 'relation' ? attribute.joinColumn?.name : (attribute.columnName ?? name);
        return column ? [{ name, column, type: attribute.type }] : [];
      });
    const tables = Object.entries(attributes)
      .filter(
        ([name, attribute]) => !BOOKKEEPING.includes(name) && attribute.joinTable && !attribute.mappedBy,
      )
      .map(([name, { joinTable }]) => {
        const { joinColumn, inverseJoinColumn } = joinTable;
        return `${name}=${joinTable.name}.${joinColumn.name}.${inverseJoinColumn?.name ?? 'cmp_id'}`;
      });
    const resource = type.uid.startsWith('api::') ? type.info.singularName : 'staff';
    return [resource, { table: tableName, columns: own, tables }];
  }),
);
process.stdout.write(`\nCOLUMNS ${JSON.stringify(columns)}\n`, () => process.exit(0));
