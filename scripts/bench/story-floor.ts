import { openDb } from './floor-queries';
import { serveFloor } from './floor-server';

// The floor of what is read of stories: the server's own statements with the same driver, and nothing else.

const db = openDb();
const VISIBLE = process.env.DATABASE_URL ? 's.visible' : 's.visible = 1';
const ITEM = `s.item, s.changed_at, c.code AS slug, c.name AS column_name, u.document_id AS unit_id,
  u.name AS unit_name, t.document_id AS station_id, t.name AS station_name, k.code AS category, k.name AS category_name`;
const NAMES = `LEFT JOIN released_names c ON c.kind = 'column' AND c.id = s.column_id
  LEFT JOIN released_names u ON u.kind = 'unit' AND u.id = s.unit_id
  LEFT JOIN released_names t ON t.kind = 'station' AND t.id = s.station_id
  LEFT JOIN released_names k ON k.kind = 'category' AND k.id = s.category_id`;
const NEWEST = 'ORDER BY s.released_at DESC, s.story_id DESC';

serveFloor({
  '/feed': async () => ({
    items: await db.all(
      `SELECT s.document_id, s.item, s.released_at, s.changed_at, c.name FROM (
         SELECT s.story_id AS page_id FROM released_stories s WHERE ${VISIBLE} ${NEWEST} LIMIT 50
       ) p JOIN released_stories s ON s.story_id = p.page_id
       LEFT JOIN released_names c ON c.kind = 'column' AND c.id = s.column_id ${NEWEST}`,
      [],
    ),
  }),
  '/changes': async (query) => ({
    data: await db.all(
      `SELECT ${ITEM}, s.position, s.visible, s.change, s.document_id, s.column_id FROM released_stories s ${NAMES}
       WHERE s.position > ? ORDER BY s.position LIMIT ?`,
      [Number(query.get('after')), 101],
    ),
    meta: {},
  }),
  '/list': async (query) => {
    const page = Number(query.get('page'));
    const data = await db.all(
      `SELECT ${ITEM} FROM (
         SELECT s.story_id AS page_id FROM released_stories s WHERE ${VISIBLE} ${NEWEST} LIMIT ? OFFSET ?
       ) p JOIN released_stories s ON s.story_id = p.page_id ${NAMES} ${NEWEST}`,
      [25, (page - 1) * 25],
    );
    const [row] = await db.all(`SELECT count(*) AS total FROM released_stories s WHERE ${VISIBLE}`, []);
    return { data, meta: { pagination: { page, pageSize: 25, total: row?.total } } };
  },
});
