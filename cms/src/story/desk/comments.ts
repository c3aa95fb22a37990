import { asRole, scopeOf } from '@jiedui/shared/access';
import type { Knex } from 'knex';
import type { AuditActor } from '../../audit/entry';
import type { Values } from '../../write/column-values';
import { tellDesk, tellWriters } from './tell';

/** Who has every story before them is the desk's side; the others are those who write. */
const isOfDesk = (role: string): boolean => {
  const known = asRole(role);
  return known !== null && scopeOf(known, 'update', 'story') === 'all';
};

/** Tells the other side what was said about a story. */
export async function tellOfComment(
  trx: Knex.Transaction,
  rows: readonly { id: number; values: Values }[],
  by: AuditActor,
): Promise<void> {
  const told = isOfDesk(by.role) ? tellWriters : tellDesk;
  for (const { id, values } of rows) {
    const story = await trx('stories').where({ id: values.story }).first('id', 'document_id', 'title');
    if (!story) continue;
    const said = [...String(values.text)].slice(0, 100).join('');
    const notice = {
      key: `comment:${id}`,
      title: { zh: `稿件有新意见:${story.title}`, en: `New comment: ${story.title}` },
      detail: { zh: `${by.displayName}:${said}`, en: `${by.displayName}: ${said}` },
    };
    const target = { id: Number(story.id), documentId: String(story.document_id) };
    await told(trx, target, notice, Number(values.writer) || null);
  }
}
