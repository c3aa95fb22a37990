import { dayOf } from '@jiedui/shared/calendar';
import { type ExportRow, type Finding, idFinding, maskOf, masksAgree } from '@jiedui/shared/hours';
import type { Knex } from 'knex';
import { rowPerson } from './entry-key';

type Ref = { id: number; documentId: string };
type Activity = Ref & { number: string; day: string | null; unit: string | null };
type Volunteer = Ref & { name: string; maskedId: string | null; idHash: string | null };

/** What is known already, as far as the rows name it. */
export type Known = {
  activities: Map<string, Activity[]>;
  volunteersByHash: Map<string, Volunteer>;
  volunteersByName: Map<string, Volunteer[]>;
  /** What somebody decided of earlier rows: the volunteer of a person's text, the activity of a number. */
  decidedPersons: Map<string, Ref>;
  decidedActivities: Map<string, Ref>;
};

const CHUNK = 400;

/** Loads what the rows may belong to, by a fixed number of queries for each 400 of them. */
export async function loadKnown(knex: Knex, rows: readonly ExportRow[]): Promise<Known> {
  const numbers = distinct(rows.map((row) => row.activityNumber));
  const persons = distinct(rows.map(rowPerson));
  const names = distinct(rows.map((row) => row.personName));
  const known: Known = {
    activities: new Map(),
    volunteersByHash: new Map(),
    volunteersByName: new Map(),
    decidedPersons: new Map(),
    decidedActivities: new Map(),
  };
  await inChunks(numbers, async (some) => {
    for (const one of await activitiesWith(knex, some)) push(known.activities, one.number, one);
    for (const [number, ref] of await decided(knex, 'activity', 'activity_number', some))
      known.decidedActivities.set(number, ref);
  });
  await inChunks(persons, async (some) => {
    for (const one of await volunteersWith(knex, 'id_hash', some))
      if (one.idHash) known.volunteersByHash.set(one.idHash, one);
    for (const [person, ref] of await decided(knex, 'volunteer', 'person_hash', some))
      known.decidedPersons.set(person, ref);
  });
  await inChunks(names, async (some) => {
    for (const one of await volunteersWith(knex, 'name', some)) push(known.volunteersByName, one.name, one);
  });
  return known;
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].filter((text) => text !== '');

async function inChunks(all: readonly string[], work: (some: string[]) => Promise<void>): Promise<void> {
  for (let start = 0; start < all.length; start += CHUNK) await work(all.slice(start, start + CHUNK));
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}

async function activitiesWith(knex: Knex, numbers: readonly string[]): Promise<Activity[]> {
  const rows = await knex('activities as a')
    .leftJoin('units as u', 'u.id', 'a.unit_id')
    .whereIn('a.ivolunteer_number', [...numbers])
    .whereNot('a.state', 'cancelled')
    .select('a.id', 'a.document_id', 'a.ivolunteer_number', 'a.day', { unit: 'u.document_id' });
  return rows.map((row) => ({
    id: Number(row.id),
    documentId: String(row.document_id),
    number: String(row.ivolunteer_number),
    day: row.day ? String(row.day).slice(0, 10) : null,
    unit: row.unit ? String(row.unit) : null,
  }));
}

async function volunteersWith(
  knex: Knex,
  column: 'id_hash' | 'name',
  values: readonly string[],
): Promise<Volunteer[]> {
  const rows = await knex('volunteers')
    .whereIn(column, [...values])
    .select('id', 'document_id', 'name', 'masked_id', 'id_hash');
  return rows.map((row) => ({
    id: Number(row.id),
    documentId: String(row.document_id),
    name: String(row.name),
    maskedId: row.masked_id ? String(row.masked_id) : null,
    idHash: row.id_hash ? String(row.id_hash) : null,
  }));
}

/** What earlier rows with the same text were given, where it was always the same. */
async function decided(
  knex: Knex,
  relation: 'activity' | 'volunteer',
  column: string,
  values: readonly string[],
): Promise<Map<string, Ref>> {
  const table = relation === 'activity' ? 'activities' : 'volunteers';
  const rows = await knex('ivolunteer_entries as e')
    .join(`${table} as r`, 'r.id', `e.${relation}_id`)
    .whereIn(`e.${column}`, [...values])
    .distinct({ text: `e.${column}`, id: 'r.id', documentId: 'r.document_id' });
  const found = new Map<string, Ref | null>();
  for (const { text, id, documentId } of rows)
    found.set(
      String(text),
      found.has(String(text)) ? null : { id: Number(id), documentId: String(documentId) },
    );
  return new Map([...found].filter((entry): entry is [string, Ref] => entry[1] !== null));
}

/** What a row belongs to, and why where that is not known. */
export type Matched = {
  activity: Ref | null;
  unit: string | null;
  volunteer: Ref | null;
  findings: Finding[];
};

export function matchRow(row: ExportRow, known: Known): Matched {
  const activity = activityOf(row, known);
  const volunteer = volunteerOf(row, known);
  const unit = activity.found && 'unit' in activity.found ? activity.found.unit : null;
  const findings = [activity.finding, volunteer.finding].filter((one) => one !== null);
  return { activity: activity.found, unit, volunteer: volunteer.found, findings };
}

type Outcome<T> = { found: T | null; finding: Finding | null };

const found = <T>(one: T): Outcome<T> => ({ found: one, finding: null });
const fail = (code: Finding['code'], text = ''): Outcome<never> => ({
  found: null,
  finding: { code, found: text },
});

function activityOf({ activityNumber, day, startsAt }: ExportRow, known: Known): Outcome<Activity | Ref> {
  if (activityNumber === '') return fail('noActivityNumber');
  const all = known.activities.get(activityNumber) ?? [];
  const [one] = all;
  if (one && all.length === 1) return found(one);
  const on = startsAt ? dayOf(startsAt) : day;
  const sameDay = all.filter((activity) => activity.day === on);
  if (sameDay.length === 1) return found(sameDay[0] as Activity);
  const before = known.decidedActivities.get(activityNumber);
  if (before) return found(before);
  return fail(all.length > 0 ? 'severalActivities' : 'unknownActivity', activityNumber);
}

function volunteerOf(row: ExportRow, known: Known): Outcome<Volunteer | Ref> {
  const { id, personName } = row;
  const person = rowPerson(row);
  const same = id.kind === 'valid' ? known.volunteersByHash.get(person) : undefined;
  if (same)
    return personName === '' || same.name === personName ? found(same) : fail('otherName', personName);
  const before = known.decidedPersons.get(person);
  if (before) return found(before);
  const finding = idFinding(row);
  if (finding) return { found: null, finding };
  const named = (known.volunteersByName.get(personName) ?? []).filter((one) => mayBe(one, id));
  if (named.length === 1) return found(named[0] as Volunteer);
  return fail(named.length > 1 ? 'severalPersons' : 'unknownPerson', personName);
}

/** Name and masked number fit; a whole number only fits one that is known by its mask alone. */
function mayBe({ maskedId, idHash }: Volunteer, id: ExportRow['id']): boolean {
  if (maskedId === null) return false;
  if (id.kind === 'masked') return masksAgree(maskedId, id.masked);
  return id.kind === 'valid' && idHash === null && masksAgree(maskedId, maskOf(id.number));
}
