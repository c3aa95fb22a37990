import type { Actor } from '@jiedui/shared/access';
import { fieldError } from '@jiedui/shared/model';
import { proposalOf, TOLD_ACTIVITY_STATES } from '@jiedui/shared/story';
import { MACHINES } from '@jiedui/shared/workflow';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { type CopiedFile, copyFiles, removeCopies } from '../../files/copy-files';
import { LINKS } from '../../files/links';
import { Refusal } from '../../guard/errors';
import { findRecord, type RecordData } from '../../read/list';
import { modelOf } from '../../read/model';
import { reader } from '../../read/reader';
import { requireInScope, requireScope, transactOnce } from '../../write/actions';
import type { Values } from '../../write/column-values';
import { noteMade, type RequestKey } from '../../write/request-keys';
import { lockToChange } from '../../write/row-locks';
import { insertRecords, type Stored } from '../../write/store';

/** So many photos an activity gives to a story; more nobody prints. */
const MOST_PHOTOS = 20;

const NOT_TOLD = {
  zh: '活动报送后才能据此写稿。',
  en: 'A story is proposed of an activity that has been reported.',
};
const AGAIN = {
  zh: '本单位已就这次活动写过稿，可打开原稿，或确认另写一篇。',
  en: 'There is a story of this activity already: open it, or confirm that you want another one.',
};

type Named = { id: number; documentId: string; name: string } | null;
type Photo = { name: string; url: string; mime: string };

export type Proposal = { activity: unknown; again: boolean };

const FIELDS = ['title', 'startsAt', 'endsAt', 'venue', 'actualPeople', 'volunteers', 'summary', 'state'];
const RELATIONS = ['unit', 'station', 'category'];

/**
 * Writes down what is known of an activity as the draft of a story, with copies of its photos. Who is in them has to be
 * said, and asked, anew: consent to taking part is none to being shown. Gives the draft's address.
 */
export async function proposeStory(
  strapi: Core.Strapi,
  actor: Actor,
  { activity, again }: Proposal,
  once: RequestKey | null,
): Promise<string> {
  requireScope(actor, 'create', modelOf('story'));
  if (typeof activity !== 'string') throw refused([fieldError(['activity'], 'REQUIRED')]);
  const populate = Object.fromEntries(RELATIONS.map((name) => [name, { fields: ['name'] }]));
  const record = await findRecord(modelOf('activity'), actor, activity, { fields: FIELDS, populate });
  if (!TOLD_ACTIVITY_STATES.includes(String(record.state)))
    throw refused([fieldError(['activity'], 'GATE_NOT_MET', NOT_TOLD)]);
  if (!again) await requireFirst(strapi.db.connection, record);
  const copies = await copyFiles(strapi, await photosOf(record.id));
  try {
    const model = modelOf('story');
    return await transactOnce({ strapi, model, once }, async (trx) => {
      // Of two proposals at once the second one sees the first.
      await lockToChange(trx, trx('activities').where({ id: record.id }).select('id'));
      if (!again) await requireFirst(trx, record);
      const story = await addStory(trx, actor, valuesOf(record));
      await addPhotos(trx, actor, story.id, copies);
      if (once) await noteMade(trx, once, story.documentId);
      return story.documentId;
    });
  } catch (error) {
    await removeCopies(strapi, copies);
    throw error;
  }
}

const refused = (errors: object[]) => new Refusal(400, 'BAD_INPUT', { errors });

const nameOf = (one: unknown) => (one as Named)?.name ?? null;
const rowOf = (one: unknown) => (one as Named)?.id ?? null;

function valuesOf(record: RecordData): Values {
  const { id, title, unit, station, category } = record;
  const told = proposalOf({
    title: String(title),
    unit: nameOf(unit) ?? '',
    station: nameOf(station),
    startsAt: String(record.startsAt),
    endsAt: String(record.endsAt),
    venue: record.venue as string | null,
    actualPeople: record.actualPeople as number | null,
    volunteers: record.volunteers as number | null,
    summary: record.summary as string | null,
  });
  return {
    title,
    ...told,
    activity: id,
    unit: rowOf(unit),
    station: rowOf(station),
    category: rowOf(category),
    state: MACHINES.story.initial,
  };
}

/** What the record says goes over as it is, also what its writer could not choose from a list: a site of others. */
async function addStory(trx: Knex.Transaction, actor: Actor, values: Values): Promise<Stored> {
  const model = modelOf('story');
  const [story] = await insertRecords(trx, model, [{ values }], { actor, action: 'create' });
  if (!story) throw new Error('The story was not inserted');
  await requireInScope(trx, model, actor, 'create', story.id);
  return story;
}

/** Refuses a second story of the same activity by the same unit, and says where the first one is. */
async function requireFirst(knex: Knex, { id, unit }: RecordData): Promise<void> {
  const found = await knex('stories')
    .where({ activity_id: id, unit_id: (unit as Named)?.id ?? null })
    .orderBy('id')
    .first('document_id');
  if (!found) return;
  throw new Refusal(409, 'DUPLICATE', {
    words: AGAIN,
    errors: [fieldError(['activity'], 'DUPLICATE', AGAIN)],
    documentId: String(found.document_id),
    link: `/stories/${found.document_id}`,
  });
}

async function photosOf(activity: number): Promise<Photo[]> {
  const rows = await reader().all(
    `SELECT f.name, f.url, f.mime FROM ${LINKS} l JOIN files f ON f.id = l.file_id
     WHERE l.related_id = ? AND l.related_type = ? AND l.field = 'photos' AND f.mime LIKE 'image/%'
     ORDER BY l."order" LIMIT ${MOST_PHOTOS}`,
    [activity, modelOf('activity').uid],
  );
  return rows.map(({ name, url, mime }) => ({ name: String(name), url: String(url), mime: String(mime) }));
}

/** Each a record of its own, of which nothing is known yet but the file. */
async function addPhotos(
  trx: Knex.Transaction,
  actor: Actor,
  story: number,
  copies: readonly CopiedFile[],
): Promise<void> {
  const model = modelOf('story-photo');
  for (const { id, logged } of copies) {
    const changes = { file: [[], [logged]] as [unknown, unknown] };
    const [photo] = await insertRecords(trx, model, [{ values: { story } }], {
      actor,
      action: 'create',
      changes,
    });
    await trx(LINKS).insert({
      file_id: id,
      related_id: photo?.id,
      related_type: model.uid,
      field: 'file',
      order: 1,
    });
  }
}
