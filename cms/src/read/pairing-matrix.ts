import type { Actor } from '@jiedui/shared/access';
import { readScope } from './list';
import { modelOf } from './model';
import { parseQuery } from './query';
import { dialect, reader } from './reader';
import { whereSql } from './select';

const MOST = 20_000;

type Query = Record<string, unknown>;

/** Units × sites with the pairings in scope and how many activities each has had. */
export async function pairingMatrix(actor: Actor, query: Query) {
  const model = modelOf('pairing');
  const filters = {
    ...(typeof query.unitClass === 'string' && query.unitClass
      ? { unit: { unitClass: { $eq: query.unitClass } } }
      : {}),
    ...(query.filters as object | undefined),
  };
  const parsed = parseQuery(model, actor.role, { filters, _q: query._q });
  const { joins, condition, params } = whereSql(model, parsed, readScope(model, actor), actor, dialect());
  const town = typeof query.town === 'string' && query.town ? query.town : null;
  const rows = await reader().all(
    `SELECT t.document_id, u.document_id AS unit_id, u.name AS unit, u.unit_class, s.document_id AS station_id,
            s.name AS station, w.name AS town,
            (SELECT count(*) FROM activities a WHERE a.pairing_id = t.id AND a.verified_at IS NOT NULL) AS verified,
            (SELECT count(*) FROM activities a WHERE a.pairing_id = t.id) AS n
     FROM pairings t${joins} JOIN units u ON u.id = t.unit_id JOIN stations s ON s.id = t.station_id
     LEFT JOIN towns w ON w.id = s.town_id
     WHERE ${condition}${town ? ' AND w.document_id = ?' : ''} ORDER BY u.unit_class, u.name, w.name, s.name LIMIT ${MOST}`,
    town ? [...params, town] : params,
  );
  const units = new Map<unknown, { at: number; data: object }>();
  const stations = new Map<unknown, { at: number; data: object }>();
  const place = (map: typeof units, id: unknown, data: object) => {
    const known = map.get(id);
    if (known) return known.at;
    map.set(id, { at: map.size, data });
    return map.size - 1;
  };
  const cells = rows.map((row) => [
    place(units, row.unit_id, { documentId: row.unit_id, name: row.unit, unitClass: row.unit_class }),
    place(stations, row.station_id, { documentId: row.station_id, name: row.station, town: row.town }),
    row.document_id,
    Number(row.verified),
    Number(row.n),
  ]);
  const listed = (map: typeof units) => [...map.values()].map(({ data }) => data);
  return { units: listed(units), stations: listed(stations), cells };
}
