import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { LINKS } from '../files/links';
import { tableOf } from './places';
import type { Place, Removal } from './removals';

/** The fields that leave, each with the table of its record and Strapi's name of the type. */
export function goingFields(removals: readonly Removal[]): { uid: string; name: string; place: Place }[] {
  return removals.flatMap((removal) =>
    removal.what === 'field'
      ? [{ uid: removal.uid, name: removal.name, place: removal.place }]
      : removal.fields.map(({ name, place }) => ({ uid: removal.uid, name, place })),
  );
}

/** Every table in which something is destroyed; components may lie in any of theirs. */
export async function tablesOf(strapi: Core.Strapi, removals: readonly Removal[]): Promise<string[]> {
  const places = goingFields(removals).map(({ place }) => place);
  const between = places.flatMap((place) => ('table' in place ? [place.table] : []));
  const components = places.some(({ kind }) => kind === 'components')
    ? Object.keys(strapi.components).map((uid) => tableOf(strapi, uid) ?? '')
    : [];
  const media = places.some(({ kind }) => kind === 'media' || kind === 'components') ? ['files', LINKS] : [];
  const all = [...removals.map(({ table }) => table), ...between, ...components, ...media];
  const named = [...new Set(all)].filter(Boolean);
  const there = await Promise.all(named.map((table) => strapi.db.connection.schema.hasTable(table)));
  return named.filter((_, at) => there[at]);
}

export type KeptFile = { documentId: string; url: string; name: string };

/** The uploaded files of media fields that leave, with those of types and components that leave as a whole. */
export async function filesOf(knex: Knex, removals: readonly Removal[]): Promise<KeptFile[]> {
  const media = goingFields(removals).filter(({ place }) => place.kind === 'media');
  const found: KeptFile[] = [];
  for (const { uid, name } of media) {
    const rows = await knex(`${LINKS} as l`)
      .join('files as f', 'f.id', 'l.file_id')
      .where({ 'l.related_type': uid, 'l.field': name })
      .select('f.document_id', 'f.url', 'f.name');
    found.push(...rows.map((row) => ({ documentId: row.document_id, url: row.url, name: row.name })));
  }
  return found;
}
