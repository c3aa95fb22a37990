import { type PhotoUse, reuseKind } from '@jiedui/shared/photo';
import type { Knex } from 'knex';
import type { AuditActor } from '../audit/entry';
import type { Model } from '../read/model';
import { modelOf } from '../read/model';
import type { Values } from '../write/column-values';
import { insertRecords } from '../write/store';
import type { Look } from './grey';
import { findAlike, keepPrint, type Likeness } from './prints';

/** Who the log names for a flag: nobody accuses anybody. */
const COMPARER: AuditActor = { documentId: 'photo-comparison', displayName: '照片比对', role: 'operator' };

/** Earlier activities that a photo is held against at most; what was used more often shows with the first ones. */
const MOST_FLAGS = 3;

/** Names the lock under which photos are compared and kept, so that two at once do not miss each other. */
const LOCK = 20_220_620;

export type NewPhoto = { id: number; documentId: string; look: Look | null };

/** The fields whose photos are compared with each other. */
const COMPARED: Readonly<Record<string, string>> = { activity: 'photos' };

export const isCompared = (model: Model, field: string): boolean => COMPARED[model.resource] === field;

type ActivityFacts = { id: number; title: string; day: string | null; unit: number | null; example: boolean };

/** Compares new photos of an activity with all that are kept, flags those that were used before, and keeps them too. */
export async function comparePhotos(
  trx: Knex.Transaction,
  activity: number,
  photos: readonly NewPhoto[],
): Promise<void> {
  if (trx.client.config.client === 'pg') await trx.raw('SELECT pg_advisory_xact_lock(?)', [LOCK]);
  for (const { id, documentId, look } of photos) {
    if (!look) continue;
    const alike = ofSeveral(await findAlike(trx, look.copies));
    if (alike.length > 0) await flag(trx, activity, documentId, alike);
    await keepPrint(trx, { fileId: id, document: documentId, activity }, look.print);
  }
}

/** The likest photo of each activity. */
function ofSeveral(found: readonly Likeness[]): Likeness[] {
  const first = found.filter(
    ({ activity }, at) => found.findIndex((one) => one.activity === activity) === at,
  );
  return first.slice(0, MOST_FLAGS);
}

async function flag(
  trx: Knex.Transaction,
  activity: number,
  photo: string,
  alike: Likeness[],
): Promise<void> {
  const facts = await factsOf(trx, [activity, ...alike.map((found) => found.activity)]);
  const now = facts.get(activity);
  if (!now) return;
  const rows = alike.flatMap((found): { values: Values }[] => {
    const earlier = facts.get(found.activity);
    return earlier ? [{ values: valuesOf(now, earlier, photo, found) }] : [];
  });
  await insertRecords(trx, modelOf('photo-flag'), rows, { actor: COMPARER, action: 'create' });
}

function valuesOf(now: ActivityFacts, earlier: ActivityFacts, photo: string, found: Likeness): Values {
  const use = ({ id, unit }: ActivityFacts): PhotoUse => ({ activity: id, unit });
  return {
    title: now.title,
    kind: reuseKind(use(now), use(earlier)),
    activity: now.id,
    photo,
    earlierActivity: earlier.id,
    earlierPhoto: found.document,
    earlierDay: earlier.day,
    difference: found.difference,
    state: 'open',
    example: now.example,
  };
}

async function factsOf(trx: Knex, ids: readonly number[]): Promise<Map<number, ActivityFacts>> {
  const rows = await trx('activities').whereIn('id', ids).select('id', 'title', 'day', 'unit_id', 'example');
  return new Map(
    rows.map((row) => [
      Number(row.id),
      {
        id: Number(row.id),
        title: String(row.title),
        day: row.day === null ? null : String(row.day),
        unit: row.unit_id === null ? null : Number(row.unit_id),
        example: row.example === true || row.example === 1,
      },
    ]),
  );
}
