import { fieldError } from '@jiedui/shared/model';
import { sameLinks } from '@jiedui/shared/story';
import { MACHINES } from '@jiedui/shared/workflow';
import type { Knex } from 'knex';
import { Refusal } from '../guard/errors';
import type { Values } from '../write/column-values';

const RETURNED = MACHINES['media-placement'].transitions.return.to;

/**
 * Refuses the same publication of the same unit a second time, and says which one it is. With an address of its own it
 * may be another one of the same headline, but not on the same day.
 */
export async function requireNew(trx: Knex.Transaction, values: Values, id: number | null): Promise<void> {
  const { unit, link, publishedOn } = values;
  const headline = { outlet: String(values.outlet).trim(), title: String(values.title).trim() };
  const same = trx('media_placements')
    .where({ unit_id: unit ?? null })
    .whereNot({ state: RETURNED });
  if (id !== null) same.whereNot({ id });
  if (link)
    same.where((either) =>
      either
        .whereIn('link', sameLinks(String(link)))
        .orWhere({ ...headline, published_on: publishedOn ?? null }),
    );
  else same.where(headline);
  const found = await same.first('document_id', 'title', 'outlet', 'published_on');
  if (!found) return;
  const what = `${found.outlet}《${found.title}》`;
  const words = { zh: `已报送过:${what}。`, en: `Reported already: ${what}.` };
  throw new Refusal(409, 'DUPLICATE', {
    words,
    errors: [fieldError([link ? 'link' : 'title'], 'DUPLICATE', words)],
    documentId: String(found.document_id),
    link: `/media-placements/${found.document_id}`,
  });
}
