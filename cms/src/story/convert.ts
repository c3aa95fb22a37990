import { PUBLISHED_STORY_STATES } from '@jiedui/shared/metric';
import { paragraphsOf } from '@jiedui/shared/story';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { AuditActor } from '../audit/entry';
import { readEnvironment } from '../environment';
import { type LoggedFile, printOfFile } from '../files/fingerprint';
import { LINKS } from '../files/links';
import { modelOf } from '../read/model';
import { insertRecords, type Note, storedWhole, updateRecord } from '../write/store';
import { writeTransaction } from '../write/transaction';
import { releaseStory } from './release';

const UPGRADER: AuditActor = { documentId: 'upgrade', displayName: '版本升级', role: 'operator' };
const NOTE: Note = { actor: UPGRADER, action: 'update', reason: '稿件改为图文格式' };
const AT_ONCE = 100;

type Row = Record<string, unknown>;

/**
 * Stories of before had a plain text and pictures of their own: the text becomes paragraphs, each picture a record
 * of which has to be said who is in it, and what was out is drawn up for readers. Audited as any other change; what is
 * left of the former text says how far it has come, so that a start that was cut goes on.
 */
export async function convertStories(strapi: Core.Strapi): Promise<void> {
  const knex = strapi.db.connection;
  if (!(await knex.schema.hasColumn('stories', 'body'))) return;
  for (let left = true; left; ) {
    left = await writeTransaction(strapi, async (trx) => {
      const rows = await trx('stories')
        .whereNotNull('body')
        .orWhereIn('id', picturesOfBefore(trx).select('l.related_id'))
        .orderBy('id')
        .limit(AT_ONCE);
      for (const row of rows) await convertStory(trx, row);
      return rows.length === AT_ONCE;
    });
  }
}

/** The links of stories' own pictures, which also a story without a text may have. */
const picturesOfBefore = (trx: Knex.Transaction) =>
  trx(`${LINKS} as l`)
    .join('files as f', 'f.id', 'l.file_id')
    .where({ 'l.related_type': modelOf('story').uid, 'l.field': 'photos' });

async function convertStory(trx: Knex.Transaction, row: Row): Promise<void> {
  const model = modelOf('story');
  const stored = await storedWhole(trx, model, row);
  if (row.body && !stored.values.content) {
    const content = paragraphsOf(String(row.body));
    await updateRecord(trx, model, stored, row, { values: { content } }, NOTE);
  }
  await convertPictures(trx, stored.id);
  await trx('stories').where({ id: stored.id }).update({ body: null });
  const isOut = (PUBLISHED_STORY_STATES as readonly unknown[]).includes(stored.values.state);
  if (isOut && !(await isDrawnUp(trx, stored.id))) await releaseStory(trx, stored.id, 'published');
}

/** One without a text may have come out the new way before its pictures were found. */
const isDrawnUp = (trx: Knex.Transaction, story: number) =>
  trx('released_stories').where({ story_id: story }).first('story_id');

async function convertPictures(trx: Knex.Transaction, story: number): Promise<void> {
  const photo = modelOf('story-photo');
  const files = await picturesOfBefore(trx)
    .where('l.related_id', story)
    .orderBy('l.order')
    .select({ link: 'l.id' }, 'f.id', 'f.document_id', 'f.name', 'f.url', 'f.mime', 'f.formats');
  for (const file of files) {
    const print = await printOfFile(readEnvironment().dataDir, file);
    const logged: LoggedFile = { file: file.document_id, name: file.name, print };
    const note: Note = { ...NOTE, action: 'create', changes: { file: [[], [logged]] } };
    const [made] = await insertRecords(trx, photo, [{ values: { story } }], note);
    await trx(LINKS)
      .where({ id: file.link })
      .update({ related_type: photo.uid, related_id: made?.id, field: 'file', order: 1 });
  }
}
