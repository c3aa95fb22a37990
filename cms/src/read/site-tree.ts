import type { Actor } from '@jiedui/shared/access';
import { readScope } from './list';
import { modelOf } from './model';
import { reader } from './reader';

const MOST = 5000;

/** Every site in scope with its place in the tree and how much goes on there, by a fixed number of queries. */
export async function siteTree(actor: Actor) {
  const model = modelOf('station');
  const scope = readScope(model, actor);
  const rows = await reader().all(
    `SELECT t.document_id, t.name, t.level, t.civility_area, p.document_id AS parent, w.document_id AS town_id, w.name AS town,
            (SELECT count(*) FROM pairings x WHERE x.station_id = t.id) AS pairings,
            (SELECT count(*) FROM activities a WHERE a.station_id = t.id) AS activities
     FROM stations t LEFT JOIN stations p ON p.id = t.parent_id LEFT JOIN towns w ON w.id = t.town_id
     WHERE ${scope?.text ?? '1 = 1'} ORDER BY t.level, t.name, t.id LIMIT ${MOST + 1}`,
    scope?.params ?? [],
  );
  const data = rows.slice(0, MOST).map((row) => ({
    documentId: row.document_id,
    name: row.name,
    level: row.level,
    parent: row.parent,
    town: row.town_id === null ? null : { documentId: row.town_id, name: row.town },
    civilityArea: row.civility_area === true || row.civility_area === 1,
    pairings: Number(row.pairings),
    activities: Number(row.activities),
  }));
  return { data, meta: { truncated: rows.length > MOST } };
}
