import { maskedName } from '@jiedui/shared/activity';
import { dayOf } from '@jiedui/shared/calendar';
import { fieldError } from '@jiedui/shared/model';
import { tidyLine } from '@jiedui/shared/story';
import { MACHINES } from '@jiedui/shared/workflow';
import type { Knex } from 'knex';
import { clock } from '../clock';
import { LINKS } from '../files/links';
import { Refusal } from '../guard/errors';
import { modelOf } from '../read/model';
import { tellOfComment } from '../story/desk/comments';
import { keepVersion } from '../story/desk/versions';
import { takePositions } from '../story/release/position';
import type { Hooks, Written } from './hooks';
import { storedOf } from './store';
import { tidyFields } from './tidy-fields';

const SECOND_COVER = {
  zh: '本稿已有封面，请先取消原来的封面。',
  en: 'The story has a cover; take that one off first.',
};
const MOVED = { zh: '图片不能移到另一篇稿件。', en: 'A picture stays with its story.' };

/** A picture is part of what its story says: its words are kept with the story's versions. */
export const storyPhotoHooks: Hooks = {
  owns: { 'portrait-consent': 'photo' },
  async complete(_trx, rows) {
    for (const row of rows) tidyFields(row, ['caption', 'alt', 'credit'], tidyLine);
  },
  async check(trx, values, before, { id }) {
    if (before && values.story !== before.story) return [fieldError(['story'], 'NOT_AN_OPTION', MOVED)];
    if (values.cover !== true || before?.cover === true) return [];
    const other = trx('story_photos').where({ story_id: values.story ?? null, cover: true });
    if (id !== null) other.whereNot({ id });
    return (await other.first('id')) ? [fieldError(['cover'], 'DUPLICATE', SECOND_COVER)] : [];
  },
  async admit(trx, _values, id) {
    await requireNotOut(trx, id);
    await requireUnanswered(trx, id);
  },
  async inserted(trx, rows, actor) {
    for (const story of new Set(rows.map(({ values }) => Number(values.story))))
      await keepStory(trx, story, { actor, action: 'update' });
  },
  updated: (trx, { values }, _before, { actor }) =>
    keepStory(trx, Number(values.story), { actor, action: 'update' }),
  async deleted(trx, before, { actor }, id) {
    await requireNotOut(trx, id);
    await keepStory(trx, Number(before.story), { actor, action: 'update' });
  },
};

async function keepStory(trx: Knex.Transaction, story: number, written: Written): Promise<void> {
  const row = await trx('stories').where({ id: story }).first();
  if (row) await keepVersion(trx, story, storedOf(modelOf('story'), row).values, written);
}

/**
 * While a correction is written, what is out goes on showing the picture. Whoever brings the story out at this moment
 * is waited for: it shows here, or they find the picture gone.
 */
async function requireNotOut(trx: Knex.Transaction, photo: number): Promise<void> {
  await takePositions(trx, 0);
  const out = await trx('released_pictures').where({ photo_id: photo, live: true }).first('key');
  if (!out) return;
  const words = {
    zh: '这张图片仍在已刊发的稿件中，请先从正文中去掉它并刊发更正，再删除或更换。',
    en: 'What is published still shows it: publish the correction without it first.',
  };
  throw new Refusal(409, 'IN_USE', { words });
}

/** Whoever has answered has answered for this very picture; a file that is still to come is the one they saw. */
async function requireUnanswered(trx: Knex.Transaction, photo: number): Promise<void> {
  const file = { related_type: modelOf('story-photo').uid, related_id: photo, field: 'file' };
  if (!(await trx(LINKS).where(file).first('file_id'))) return;
  const answered = await trx('portrait_consents')
    .where({ photo_id: photo })
    .whereNot({ state: MACHINES['portrait-consent'].initial })
    .first('id');
  if (!answered) return;
  const words = {
    zh: '这张图片已登记肖像同意，不能更换文件，请另加一张图片。',
    en: 'Consents were given for this very file: add another picture instead.',
  };
  throw new Refusal(409, 'IN_USE', { words });
}

const UNNAMED = { zh: '请写姓名，保存时自动隐去名字。', en: 'Write the name; it is masked when saved.' };
const FUTURE = { zh: '同意日期不能晚于今天。', en: 'The consent cannot be of a day to come.' };

/** Of whom a picture shows no more is kept than tells the papers apart. */
export const portraitConsentHooks: Hooks = {
  async complete(_trx, rows) {
    for (const row of rows) row.person = maskedName(String(row.person));
  },
  check(_trx, { person, givenOn }) {
    const errors = [];
    if (typeof person === 'string' && person.trim() && !maskedName(person))
      errors.push(fieldError(['person'], 'WRONG_TYPE', UNNAMED));
    if (typeof givenOn === 'string' && givenOn > dayOf(clock().now()))
      errors.push(fieldError(['givenOn'], 'OUT_OF_RANGE', FUTURE));
    return errors;
  },
};

const NOT_YOURS = {
  zh: '只有提出人可以修改意见的文字。',
  en: 'Only who wrote a comment changes its words.',
};

export const storyCommentHooks: Hooks = {
  check(_trx, values, before, { actor }) {
    if (!before) return [];
    if (values.story !== before.story) return [fieldError(['story'], 'NOT_AN_OPTION')];
    const isOwn = Number(before.writer) === actor.id;
    return isOwn || values.text === before.text ? [] : [fieldError(['text'], 'NOT_ALLOWED', NOT_YOURS)];
  },
  inserted: (trx, rows, by) => tellOfComment(trx, rows, by),
};
