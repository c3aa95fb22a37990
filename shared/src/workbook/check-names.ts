import type { Book } from './book';
import { type Draft, fail } from './draft';
import { aliasesOf } from './identify';
import type { Named } from './name-index';

/**
 * A name or alias must lead to one record, else later rows that use it would be a matter of luck. Sites in
 * different towns may share one. Both rows are wrong when the workbook brings both.
 */
export function checkNames(book: Book, draft: Draft): void {
  const { resource } = draft.layout.definition;
  if ((resource !== 'unit' && resource !== 'station') || !draft.self || draft.sameAs) return;
  const self = draft.self;
  for (const alias of aliasesOf(draft)) {
    const others = book.names[resource]
      .holders(alias)
      .filter((other) => other !== self && collide(self, other));
    for (const other of others) {
      taken(draft, alias, other);
      const rival = book.claimed.get(other.id);
      if (rival && aliasesOf(rival).includes(alias)) taken(rival, alias, self);
    }
  }
}

const collide = (a: Named, b: Named) => !a.traits.town || !b.traits.town || a.traits.town === b.traits.town;

function taken(draft: Draft, alias: string, by: Named): void {
  const where = by.place ? `(“${by.place.sheet}”表第 ${by.place.row} 行)` : '';
  fail(draft, 'aliases', 'DUPLICATE', {
    zh: `只属于一个记录的别名;“${alias}”也是“${by.name}”的名称或别名${where}`,
    en: `an alias of one record; ${alias} also means ${by.name}`,
  });
}
