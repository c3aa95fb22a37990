import type { ModelSet } from '@jiedui/shared/model';
import type { Measure } from '@jiedui/shared/modelling';
import type { Core } from '@strapi/strapi';
import { LINKS } from '../files/links';
import type { Param } from '../read/database';
import { reader } from '../read/reader';
import { placeOf, tableOf } from './places';
import type { Place } from './removals';

type Counting = { sql: string; params: Param[] };

/**
 * Counts what a plan asks for, in the order of its measures: one statement a table, aggregates only. Null where there
 * is nothing to count in.
 */
export async function countMeasures(
  strapi: Core.Strapi,
  set: ModelSet,
  measures: readonly (Measure | null)[],
): Promise<(number | null)[]> {
  const counts: (number | null)[] = measures.map(() => null);
  const byTable = new Map<string, { at: number; counting: Counting }[]>();
  for (const [at, measure] of measures.entries()) {
    const table = measure && tableOf(strapi, measure.uid);
    const counting = table ? countingOf(strapi, set, table, measure) : null;
    if (table && counting) byTable.set(table, [...(byTable.get(table) ?? []), { at, counting }]);
  }
  for (const asked of byTable.values()) {
    const columns = asked.map(({ counting }, index) => `(${counting.sql}) AS n${index}`).join(', ');
    const params = asked.flatMap(({ counting }) => counting.params);
    const [row] = await reader().all(`SELECT ${columns}`, params);
    for (const [index, { at }] of asked.entries()) counts[at] = Number(row?.[`n${index}`] ?? 0);
  }
  return counts;
}

function countingOf(strapi: Core.Strapi, set: ModelSet, table: string, measure: Measure): Counting | null {
  if (measure.of === 'records') return { sql: `SELECT count(*) FROM "${table}"`, params: [] };
  const attribute = attributeOf(set, measure.uid, measure.field);
  const place = attribute && placeOf(strapi, measure.uid, measure.field, attribute);
  if (!place) return null;
  if (measure.of === 'option') {
    return place.kind === 'column'
      ? { sql: `SELECT count(*) FROM "${table}" WHERE "${place.column}" = ?`, params: [measure.option] }
      : null;
  }
  if (measure.of === 'part') return place.kind === 'components' ? partCounting(place, measure) : null;
  const held = heldIn(table, measure.uid, measure.field, place);
  if (measure.of === 'values') return { sql: `SELECT count(*) FROM (${held.sql}) h`, params: held.params };
  return misfits(table, place, held, measure);
}

function attributeOf(set: ModelSet, uid: string, field: string) {
  const owner = set.types[uid] ?? set.components[uid];
  return owner ? owner.attributes[field] : set.fields[uid]?.[field];
}

function partCounting(
  place: Extract<Place, { kind: 'components' }>,
  { field, component }: Extract<Measure, { of: 'part' }>,
): Counting {
  return {
    sql: `SELECT count(DISTINCT entity_id) FROM "${place.table}" WHERE field = ? AND component_type = ?`,
    params: [field, component],
  };
}

/** The row ids of the records that hold something in a field, with how many things. */
function heldIn(table: string, uid: string, field: string, place: Place): Counting {
  switch (place.kind) {
    case 'column':
      return {
        sql: `SELECT id, 1 AS things FROM "${table}" WHERE "${place.column}" IS NOT NULL`,
        params: [],
      };
    case 'link':
      return {
        sql: `SELECT "${place.own}" AS id, count(*) AS things FROM "${place.table}" GROUP BY "${place.own}"`,
        params: [],
      };
    case 'media':
      return {
        sql: `SELECT related_id AS id, count(*) AS things FROM ${LINKS}
              WHERE related_type = ? AND field = ? GROUP BY related_id`,
        params: [uid, field],
      };
    case 'components':
      return {
        sql: `SELECT entity_id AS id, count(*) AS things FROM "${place.table}" WHERE field = ? GROUP BY entity_id`,
        params: [field],
      };
  }
}

function misfits(
  table: string,
  place: Place,
  held: Counting,
  measure: Extract<Measure, { of: 'misfits' }>,
): Counting | null {
  if (measure.rule === 'required') {
    const sql = `SELECT count(*) FROM "${table}" WHERE id NOT IN (SELECT id FROM (${held.sql}) h WHERE id IS NOT NULL)`;
    return { sql, params: held.params };
  }
  if (measure.rule === 'single') {
    return { sql: `SELECT count(*) FROM (${held.sql}) h WHERE things > 1`, params: held.params };
  }
  if (place.kind !== 'column') return null;
  const column = `"${place.column}"`;
  if (!('bound' in measure)) {
    return {
      sql: `SELECT coalesce(sum(n), 0) FROM (SELECT count(*) AS n FROM "${table}"
            WHERE ${column} IS NOT NULL GROUP BY ${column} HAVING count(*) > 1) u`,
      params: [],
    };
  }
  const value = measure.rule === 'min' || measure.rule === 'max' ? column : `length(${column})`;
  const sign = measure.rule.startsWith('min') ? '<' : '>';
  return { sql: `SELECT count(*) FROM "${table}" WHERE ${value} ${sign} ?`, params: [measure.bound] };
}
