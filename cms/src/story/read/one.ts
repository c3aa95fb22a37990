import type { StoryChoice } from '@jiedui/shared/story-api';
import { Refusal } from '../../guard/errors';
import { reader } from '../../read/reader';
import { inScope } from './conditions';
import { addressed, itemColumns, itemJson, jsonAnswer, NAME_JOINS, partsJson } from './items';
import type { Made } from './kept';
import { chosenOf } from './list';
import type { Scope } from './request';

/** One story that is out. One that was taken out is told so to those who could read it. */
export async function oneStory(
  documentId: string,
  choice: StoryChoice,
  scope: Scope,
  origin: string,
): Promise<Made> {
  const mine = inScope(scope);
  const [row] = await reader().arrays(
    `SELECT ${itemColumns()}, o.source, s.visible FROM released_stories s ${NAME_JOINS}
     LEFT JOIN released_sources o ON o.story_id = s.story_id
     WHERE s.document_id = ?${mine ? ` AND ${mine.text}` : ''}`,
    [...addressed(origin), documentId, ...(mine?.params ?? [])],
  );
  if (!row) throw new Refusal(404, 'NOT_FOUND');
  if (!row.at(-1)) throw new Refusal(410, 'WITHDRAWN');
  const chosen = chosenOf(choice);
  const item = chosen ? partsJson(row, chosen, row.at(-2)) : itemJson(row);
  return jsonAnswer(`{"data":${item},"meta":{}}`);
}
