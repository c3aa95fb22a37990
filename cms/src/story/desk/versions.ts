import { hash } from 'node:crypto';
import { canonicalJson } from '@jiedui/shared/canonical';
import { PUBLISHED_STORY_STATES } from '@jiedui/shared/metric';
import { RELEASING_STEPS } from '@jiedui/shared/story';
import type { Knex } from 'knex';
import type { Values } from '../../write/column-values';
import type { Written } from '../../write/hooks';
import { insertMany } from '../../write/insert-many';
import { picturesOf, type StoryPicture } from './pictures';

const VERSIONS = 'story_versions';
const TEXTS = 'story_texts';

export type VersionPicture = Pick<StoryPicture, 'caption' | 'alt' | 'credit' | 'cover'> & {
  /** Addresses of the record and of its file. */
  photo: string;
  file: string | null;
};

/** A story as it read at a time. `fields`: what else the desk may change of it, relations as row ids. */
export type VersionText = {
  title: string;
  summary: string | null;
  author: string | null;
  content: unknown;
  fields: Values;
  pictures: VersionPicture[];
};

const FIELDS = [
  'column',
  'activity',
  'unit',
  'station',
  'category',
  'tags',
  'goodPractice',
  'correction',
] as const;

const nothing = (value: unknown) => value ?? null;

function textOf(values: Values, pictures: readonly StoryPicture[]): VersionText {
  return {
    title: String(values.title),
    summary: nothing(values.summary) as string | null,
    author: nothing(values.author) as string | null,
    content: nothing(values.content),
    fields: Object.fromEntries(FIELDS.map((name) => [name, nothing(values[name])])),
    pictures: pictures.map(({ documentId, file, caption, alt, credit, cover }) => ({
      photo: documentId,
      file: file ? String(file.document_id) : null,
      caption,
      alt,
      credit,
      cover,
    })),
  };
}

type Version = { story: number; values: Values; text: VersionText };

async function write(trx: Knex.Transaction, versions: readonly Version[], written: Written): Promise<void> {
  const rows = versions.map(({ story, values, text }) => {
    const body = canonicalJson(text);
    return { story, values, body, hash: hash('sha256', body) };
  });
  for (const { story, body, hash } of rows)
    await trx(TEXTS).insert({ story_id: story, hash, body }).onConflict(['story_id', 'hash']).ignore();
  await insertMany(
    trx,
    VERSIONS,
    rows.map(({ story, values, hash }) => ({
      story_id: story,
      hash,
      at: Date.now(),
      by_name: written.actor.displayName,
      state: String(values.state),
      rev: Number(values.rev),
      label: written.transition ?? written.action,
    })),
  );
}

/** Keeps what new stories say. */
export async function keepNew(
  trx: Knex.Transaction,
  rows: readonly { id: number; values: Values }[],
  written: Written,
): Promise<void> {
  await write(
    trx,
    rows.map(({ id, values }) => ({ story: id, values, text: textOf(values, []) })),
    written,
  );
}

/** Keeps what a story says now, where that is new or a step was taken. */
export async function keepVersion(
  trx: Knex.Transaction,
  story: number,
  values: Values,
  written: Written,
): Promise<void> {
  const text = textOf(values, await picturesOf(trx, story));
  const last = await trx(VERSIONS).where({ story_id: story }).orderBy('id', 'desc').first('hash');
  if (!written.transition && last?.hash === hash('sha256', canonicalJson(text))) return;
  await write(trx, [{ story, values, text }], written);
}

export async function forgetVersions(trx: Knex.Transaction, story: number): Promise<void> {
  await trx(VERSIONS).where({ story_id: story }).delete();
  await trx(TEXTS).where({ story_id: story }).delete();
}

/** The story as it came out last; null where that was not kept. */
export async function publishedVersion(trx: Knex.Transaction, story: number): Promise<VersionText | null> {
  const row = await trx(`${VERSIONS} as v`)
    .join(`${TEXTS} as t`, (on) => on.on('t.story_id', 'v.story_id').andOn('t.hash', 'v.hash'))
    .where({ 'v.story_id': story })
    .whereIn('v.label', [...RELEASING_STEPS])
    .whereIn('v.state', [...PUBLISHED_STORY_STATES])
    .orderBy('v.id', 'desc')
    .first('t.body');
  return row ? (JSON.parse(row.body) as VersionText) : null;
}
