import type { Actor } from '@jiedui/shared/access';
import { addressOfFile } from '@jiedui/shared/story';
import { Refusal } from '../../guard/errors';
import { findRecord } from '../../read/list';
import { modelOf } from '../../read/model';
import { reader } from '../../read/reader';
import type { VersionText } from './versions';

/** The newest of them; whoever writes for longer than that looks at the log. */
const MOST_SHOWN = 200;

/** Whoever may read the story reads what it said before. */
async function rowOf(actor: Actor, documentId: string): Promise<number> {
  return (await findRecord(modelOf('story'), actor, documentId, { fields: ['documentId'] })).id;
}

const COLUMNS = 'v.id, v.at, v.by_name, v.state, v.rev, v.label, v.hash';

const listed = (row: Record<string, unknown>) => ({
  id: Number(row.id),
  at: new Date(Number(row.at)).toISOString(),
  by: String(row.by_name),
  state: String(row.state),
  rev: Number(row.rev),
  label: String(row.label),
  text: String(row.hash),
});

/** What a story said over time, newest first; `text` is the same where it said the same. */
export async function storyVersions(actor: Actor, documentId: string) {
  const story = await rowOf(actor, documentId);
  const rows = await reader().all(
    `SELECT ${COLUMNS} FROM story_versions v WHERE v.story_id = ? ORDER BY v.id DESC LIMIT ${MOST_SHOWN}`,
    [story],
  );
  return rows.map(listed);
}

/** One of them as it read. Its pictures are files of the story's records: who may see those sees them. */
export async function storyVersion(actor: Actor, documentId: string, version: number) {
  const story = await rowOf(actor, documentId);
  const [row] = await reader().all(
    `SELECT ${COLUMNS}, t.body FROM story_versions v
     JOIN story_texts t ON t.story_id = v.story_id AND t.hash = v.hash WHERE v.story_id = ? AND v.id = ?`,
    [story, version],
  );
  if (!row) throw new Refusal(404, 'NOT_FOUND');
  const { title, summary, author, content, pictures } = JSON.parse(String(row.body)) as VersionText;
  return {
    ...listed(row),
    title,
    summary,
    author,
    content,
    pictures: pictures.map(({ photo, file, alt, caption, credit, cover }) => ({
      documentId: photo,
      url: file && addressOfFile(file),
      alt,
      caption,
      credit,
      cover,
    })),
  };
}
