import type { Actor } from '@jiedui/shared/access';
import { readScope } from '../read/list';
import { modelOf } from '../read/model';
import { askedPage, pagination } from '../read/page';
import { reader } from '../read/reader';

/** One activity as it is entered here and as the other system has it: people and minutes of both, and who is missing. */
type HoursDifference = {
  documentId: string;
  title: string;
  day: string;
  unit: string | null;
  station: string | null;
  ours: { people: number; minutes: number };
  theirs: { people: number; minutes: number };
  onlyOurs: number;
  onlyTheirs: number;
};

/** Per person of an activity: who is entered here, and who is in the other system. */
const PEOPLE = `SELECT activity_id, volunteer_id, sum(ours) AS ours, sum(theirs) AS theirs FROM (
    SELECT activity_id, volunteer_id, minutes AS ours, 0 AS theirs FROM attendances
    UNION ALL
    SELECT activity_id, volunteer_id, 0, minutes FROM ivolunteer_entries WHERE standing = 'matched'
  ) both_ WHERE activity_id IS NOT NULL GROUP BY activity_id, volunteer_id`;

/** Activities where the two do not agree, the newest first. */
export async function hoursDifferences(actor: Actor, query: Record<string, unknown>) {
  readScope(modelOf('attendance'), actor);
  const scope = readScope(modelOf('activity'), actor);
  const page = askedPage(query);
  const from = `FROM (
      SELECT activity_id, sum(ours) AS ours, sum(theirs) AS theirs,
        sum(CASE WHEN ours > 0 THEN 1 ELSE 0 END) AS our_people,
        sum(CASE WHEN theirs > 0 THEN 1 ELSE 0 END) AS their_people,
        sum(CASE WHEN theirs = 0 THEN 1 ELSE 0 END) AS only_ours,
        sum(CASE WHEN ours = 0 THEN 1 ELSE 0 END) AS only_theirs,
        sum(CASE WHEN ours <> theirs THEN 1 ELSE 0 END) AS differing
      FROM (${PEOPLE}) p GROUP BY activity_id
    ) d JOIN activities t ON t.id = d.activity_id
    WHERE d.differing > 0 AND ${scope?.text ?? '1 = 1'}`;
  const params = scope?.params ?? [];
  const [count, rows] = await Promise.all([
    reader().all(`SELECT count(*) AS n ${from}`, params),
    reader().all(
      `SELECT t.document_id, t.title, t.day, d.*,
         (SELECT name FROM units WHERE id = t.unit_id) AS unit,
         (SELECT name FROM stations WHERE id = t.station_id) AS station
       ${from} ORDER BY t.day DESC, t.id DESC ${page.limit}`,
      params,
    ),
  ]);
  const total = Number(count[0]?.n ?? 0);
  return { data: rows.map(differenceOf), meta: { pagination: pagination(page, total) } };
}

const text = (value: unknown) => (value === null || value === undefined ? null : String(value));

function differenceOf(row: Record<string, unknown>): HoursDifference {
  return {
    documentId: String(row.document_id),
    title: String(row.title),
    day: String(row.day),
    unit: text(row.unit),
    station: text(row.station),
    ours: { people: Number(row.our_people), minutes: Number(row.ours) },
    theirs: { people: Number(row.their_people), minutes: Number(row.theirs) },
    onlyOurs: Number(row.only_ours),
    onlyTheirs: Number(row.only_theirs),
  };
}
