import type { Actor } from '@jiedui/shared/access';
import { findRecord, readScope } from '../read/list';
import { modelOf } from '../read/model';
import { reader } from '../read/reader';

type Sum = { people: number; minutes: number };

/** One person of an activity: the minutes entered here and those of the other system; null where there are none. */
type PersonHours = {
  documentId: string;
  name: string;
  ours: number | null;
  theirs: number | null;
};

/**
 * What an activity reports of its volunteers, what is entered of them one by one, and what the other system has of it.
 * `people`: those of whom the two differ.
 */
export type ActivityHours = {
  reported: { people: number | null; minutes: number | null };
  entered: Sum & { registered: number };
  theirs: Sum & { waiting: number };
  people: PersonHours[];
};

const PEOPLE_SHOWN = 200;

export async function activityHours(actor: Actor, documentId: string): Promise<ActivityHours> {
  readScope(modelOf('attendance'), actor);
  const fields = ['documentId', 'volunteers', 'serviceMinutes'];
  const activity = await findRecord(modelOf('activity'), actor, documentId, { fields });
  const [[entered], [theirs], people] = await Promise.all([
    enteredSum(activity.id),
    theirSum(activity.id),
    differing(activity.id),
  ]);
  const number = (value: unknown) => (typeof value === 'number' ? value : null);
  return {
    reported: { people: number(activity.volunteers), minutes: number(activity.serviceMinutes) },
    entered: { ...sumOf(entered), registered: Number(entered?.registered ?? 0) },
    theirs: { ...sumOf(theirs), waiting: Number(theirs?.waiting ?? 0) },
    people: people.map((row) => ({
      documentId: String(row.documentId),
      name: String(row.name),
      ours: number(row.ours),
      theirs: number(row.theirs),
    })),
  };
}

const sumOf = (row: Record<string, unknown> | undefined): Sum => ({
  people: Number(row?.people ?? 0),
  minutes: Number(row?.minutes ?? 0),
});

const enteredSum = (id: number) =>
  reader().all(
    `SELECT count(DISTINCT volunteer_id) AS people, coalesce(sum(minutes), 0) AS minutes,
       count(DISTINCT CASE WHEN registered THEN volunteer_id END) AS registered
     FROM attendances WHERE activity_id = ?`,
    [id],
  );

const theirSum = (id: number) =>
  reader().all(
    `SELECT count(DISTINCT CASE WHEN standing = 'matched' THEN volunteer_id END) AS people,
       coalesce(sum(CASE WHEN standing = 'matched' THEN minutes END), 0) AS minutes,
       sum(CASE WHEN standing = 'unmatched' THEN 1 ELSE 0 END) AS waiting
     FROM ivolunteer_entries WHERE activity_id = ?`,
    [id],
  );

const differing = (id: number) =>
  reader().all(
    `SELECT v.document_id AS "documentId", v.name, sum(b.ours) AS ours, sum(b.theirs) AS theirs FROM (
       SELECT volunteer_id, minutes AS ours, NULL AS theirs FROM attendances WHERE activity_id = ?
       UNION ALL
       SELECT volunteer_id, NULL, minutes FROM ivolunteer_entries WHERE activity_id = ? AND standing = 'matched'
     ) b JOIN volunteers v ON v.id = b.volunteer_id
     GROUP BY v.id, v.document_id, v.name HAVING coalesce(sum(b.ours), 0) <> coalesce(sum(b.theirs), 0)
     ORDER BY v.name, v.id LIMIT ${PEOPLE_SHOWN}`,
    [id, id],
  );
