import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { readEnvironment } from '../environment';
import { LINKS, removeStored } from '../files/links';
import { dialect } from '../read/reader';
import type { Publication } from './publication-store';
import type { KeptFile } from './removal-facts';
import type { Removal } from './removals';
import { alterPatiently } from './short-locks';

/** Drops the columns and tables that are empty now, and removes the files that nothing shows any more. */
export async function drop(strapi: Core.Strapi, publication: Publication): Promise<void> {
  const knex = strapi.db.connection;
  for (const removal of publication.removals) {
    if (removal.what === 'field' && removal.place.kind === 'column') {
      await dropColumn(knex, removal.table, removal.place.column);
    }
  }
  for (const table of tablesToDrop(publication.removals)) await dropTable(knex, table);
  await removeFiles(strapi, publication);
}

/** What stands between goes first: it refers to the others. */
function tablesToDrop(removals: readonly Removal[]): string[] {
  const between = removals.flatMap((removal) => {
    if (removal.what === 'field') return removal.place.kind === 'link' ? [removal.place.table] : [];
    return removal.fields.flatMap(({ place }) => ('table' in place ? [place.table] : []));
  });
  const own = removals.flatMap((removal) => (removal.what === 'field' ? [] : [removal.table]));
  return [...new Set([...between, ...own])];
}

async function dropTable(knex: Knex, table: string): Promise<void> {
  if (dialect() === 'sqlite') await knex.raw('DROP TABLE IF EXISTS ??', [table]);
  else await alterPatiently(knex, 'DROP TABLE IF EXISTS ?? CASCADE', [table]);
}

async function dropColumn(knex: Knex, table: string, column: string): Promise<void> {
  if (!(await knex.schema.hasTable(table)) || !(await knex.schema.hasColumn(table, column))) return;
  if (dialect() !== 'sqlite') {
    await alterPatiently(knex, 'ALTER TABLE ?? DROP COLUMN IF EXISTS ?? CASCADE', [table, column]);
    return;
  }
  await dropIndexes(knex, table, column);
  const keys = (await knex.raw(`PRAGMA foreign_key_list("${table}")`)) as { from: string }[];
  if (keys.some(({ from }) => from === column)) await dropReference(knex, table, column);
  else await knex.raw('ALTER TABLE ?? DROP COLUMN ??', [table, column]);
}

/** SQLite drops no column that an index speaks of. */
async function dropIndexes(knex: Knex, table: string, column: string): Promise<void> {
  const indexes = (await knex.raw(`PRAGMA index_list("${table}")`)) as { name: string }[];
  for (const { name } of indexes) {
    const columns = (await knex.raw(`PRAGMA index_info("${name}")`)) as { name: string }[];
    if (columns.some((one) => one.name === column)) await knex.raw('DROP INDEX IF EXISTS ??', [name]);
  }
}

/** Nor one that refers to another table: that one is made anew without it. */
async function dropReference(knex: Knex, table: string, column: string): Promise<void> {
  await knex.schema.alterTable(table, (alter) => {
    alter.dropForeign(column, `${table}_${column}_fk`);
  });
  await knex.schema.alterTable(table, (alter) => {
    alter.dropColumn(column);
  });
}

/** The back-up names them: their links are gone by now. */
async function removeFiles(strapi: Core.Strapi, { backup }: Publication): Promise<void> {
  if (!backup) return;
  const about = path.join(readEnvironment().dataDir, 'backups', backup, 'about.json');
  const { files } = JSON.parse(readFileSync(about, 'utf8')) as { files: KeptFile[] };
  for (const { documentId } of files) {
    const shown = await strapi.db
      .connection(`${LINKS} as l`)
      .join('files as f', 'f.id', 'l.file_id')
      .where({ 'f.document_id': documentId })
      .first('l.id');
    if (!shown) await removeStored(strapi, documentId);
  }
}
