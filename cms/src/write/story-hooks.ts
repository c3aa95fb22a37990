import { type FieldError, fieldError } from '@jiedui/shared/model';
import {
  readBlocks,
  readTags,
  type TextProblem,
  tagsProblem,
  tidyLine,
  tidyText,
} from '@jiedui/shared/story';
import type { Knex } from 'knex';
import { sameValue } from '../audit/state';
import { Refusal } from '../guard/errors';
import { describedImages, foreignPictures } from '../story/desk/images';
import { forgetVersions, keepNew, keepVersion } from '../story/desk/versions';
import type { Values } from './column-values';
import type { Hooks } from './hooks';
import { tidyFields } from './tidy-fields';

const contentErrors = (problems: readonly TextProblem[]): FieldError[] =>
  problems.map(({ words }) => fieldError(['content'], 'BAD_INPUT', words));

async function problemsOf(
  trx: Knex.Transaction,
  content: unknown,
  id: number | undefined,
): Promise<FieldError[]> {
  const read = readBlocks(content);
  if ('problems' in read) return contentErrors(read.problems);
  return contentErrors(await foreignPictures(trx, id, read.blocks ?? []));
}

/** A story's text is what the desk's schema allows, and shows pictures of its own only, described as they are now. */
export const storyHooks: Hooks = {
  owns: { 'story-photo': 'story', 'story-comment': 'story' },
  async complete(trx, rows, before, id) {
    for (const row of rows) {
      row.tags = readTags(row.tags) ?? [];
      tidyFields(row, ['title', 'author'], tidyLine);
      tidyFields(row, ['summary', 'correction'], tidyText);
      await tidyContent(trx, row, before, id);
    }
  },
  async check(trx, values, before, { id }) {
    const tags = tagsProblem(values.tags);
    const errors = tags ? [fieldError(['tags'], 'BAD_INPUT', tags)] : [];
    if (typeof values.title === 'string' && tidyLine(values.title) === '')
      errors.push(fieldError(['title'], 'REQUIRED'));
    if (!values.content || sameValue(values.content, before?.content ?? null)) return errors;
    return [...errors, ...(await problemsOf(trx, values.content, id ?? undefined))];
  },
  inserted: (trx, rows, actor) => keepNew(trx, rows, { actor, action: 'create' }),
  updated: (trx, { id, values }, _before, written) => keepVersion(trx, id, values, written),
  async deleted(trx, before, _written, id) {
    // What was out has been read: it is withdrawn, never unmade.
    if (before.releasedAt) throw new Refusal(409, 'STATE_LOCKED');
    await forgetVersions(trx, id);
  },
};

/** Also what comes in by a workbook is refused here; what stands there from before is only described anew. */
async function tidyContent(
  trx: Knex.Transaction,
  row: Values,
  before: Values | undefined,
  id: number | undefined,
): Promise<void> {
  if (!row.content) return;
  const read = readBlocks(row.content);
  if ('problems' in read) {
    if (before && sameValue(before.content, row.content)) return;
    throw new Refusal(400, 'BAD_INPUT', { errors: contentErrors(read.problems) });
  }
  row.content = read.blocks && (await describedImages(trx, id, read.blocks));
}
