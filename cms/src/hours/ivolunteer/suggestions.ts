import type { Actor } from '@jiedui/shared/access';
import { addDays } from '@jiedui/shared/calendar';
import { likeness, masksAgree, readIdNumber } from '@jiedui/shared/hours';
import { findRecord } from '../../read/list';
import { modelOf } from '../../read/model';
import { reader } from '../../read/reader';

type SuggestedActivity = {
  documentId: string;
  title: string;
  day: string;
  station: string | null;
  unit: string | null;
  likeness: number;
};
type SuggestedVolunteer = { documentId: string; name: string; maskedId: string | null; unit: string | null };

/** What somebody who settles a row may mean, best first. Only ever suggested: a person chooses. */
export type Suggestions = { activities: SuggestedActivity[]; volunteers: SuggestedVolunteer[] };

const ACTIVITIES_LOOKED_AT = 500;
const SHOWN = 5;

export async function suggestionsFor(actor: Actor, documentId: string): Promise<Suggestions> {
  const entry = await findRecord(modelOf('ivolunteer-entry'), actor, documentId);
  const [activities, volunteers] = await Promise.all([activitiesLike(entry), volunteersLike(entry)]);
  return { activities, volunteers };
}

type Entry = Record<string, unknown>;

/** Activities of the day, the one before or the one after, by what their titles have in common and where they were. */
async function activitiesLike({ day, activityTitle, organization }: Entry): Promise<SuggestedActivity[]> {
  if (typeof day !== 'string') return [];
  const rows = await reader().all(
    `SELECT a.document_id AS "documentId", a.title, a.day, s.name AS station, u.name AS unit
     FROM activities a LEFT JOIN stations s ON s.id = a.station_id LEFT JOIN units u ON u.id = a.unit_id
     WHERE a.day BETWEEN ? AND ? AND a.state <> 'cancelled' ORDER BY a.id LIMIT ${ACTIVITIES_LOOKED_AT}`,
    [addDays(day, -1), addDays(day, 1)],
  );
  const place = String(organization ?? '');
  return (rows as unknown as SuggestedActivity[])
    .map((row) => {
      const where = Math.max(likeness(place, row.station ?? ''), likeness(place, row.unit ?? ''));
      const sameDay = row.day === day ? 0.2 : 0;
      return { ...row, likeness: likeness(String(activityTitle ?? ''), row.title) + where / 2 + sameDay };
    })
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, SHOWN);
}

async function volunteersLike({ personName, maskedId }: Entry): Promise<SuggestedVolunteer[]> {
  if (typeof personName !== 'string' || personName === '') return [];
  const rows = (await reader().all(
    `SELECT v.document_id AS "documentId", v.name, v.masked_id AS "maskedId", u.name AS unit
     FROM volunteers v LEFT JOIN units u ON u.id = v.unit_id WHERE v.name = ? ORDER BY v.id LIMIT 50`,
    [personName],
  )) as SuggestedVolunteer[];
  const id = readIdNumber(String(maskedId ?? ''));
  const fits = (row: SuggestedVolunteer) =>
    id.kind === 'masked' && row.maskedId !== null && masksAgree(row.maskedId, id.masked) ? 1 : 0;
  return rows.sort((one, other) => fits(other) - fits(one)).slice(0, SHOWN);
}
