import type { Core } from '@strapi/strapi';
import { placeOf, tableOf } from './places';
import type { Place, Removal } from './removals';
import { runningModel } from './running-model';

export type KnownComponent = { table: string; fields: { name: string; place: Place }[] };

/** Where a component keeps its values: as the running model says, or as was noted of one that leaves. */
export function componentPlaces(
  strapi: Core.Strapi,
  removals: readonly Removal[],
  uid: string,
): KnownComponent | null {
  const leaving = removals.find((removal) => removal.what === 'component' && removal.uid === uid);
  if (leaving?.what === 'component') return leaving;
  const schema = runningModel().set.components[uid];
  const table = schema ? tableOf(strapi, uid) : null;
  if (!schema || !table) return null;
  const fields = Object.entries(schema.attributes).flatMap(([name, attribute]) => {
    const place = placeOf(strapi, uid, name, attribute);
    return place ? [{ name, place }] : [];
  });
  return { table, fields };
}
