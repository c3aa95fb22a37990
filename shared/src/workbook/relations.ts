import { resourceLabel } from '../text/resources';
import type { Words } from '../text/words';
import type { Book } from './book';
import { nameKey } from './clean';
import type { Column, RelationTarget } from './column';
import { type Draft, fail, textOf } from './draft';
import type { Named } from './name-index';
import { nearNames } from './suggest';

type RelationColumn = Column & { kind: 'relation' };

/** Links every relation cell of a row to the record it names. `parent` waits until all rows of its sheet are known. */
export function linkRelations(book: Book, draft: Draft): void {
  const columns = draft.layout.definition.columns.filter((column) => column.kind === 'relation');
  // Towns first: they tell sites of one name apart.
  for (const column of columns.filter(({ target }) => target === 'town')) link(book, draft, column);
  for (const column of columns) {
    if (column.target !== 'town' && column.field !== 'parent') link(book, draft, column);
  }
}

/** Links one relation cell; an error is noted at it when nothing, or more than one record, bears the name. */
export function link(book: Book, draft: Draft, column: RelationColumn): void {
  const text = textOf(draft, column.field);
  if (text === null) return;
  const found = narrow(lookUp(book, column.target, text), draft, column);
  const [only] = found;
  if (found.length === 1 && only) draft.links[column.field] = only;
  else if (found.length > 1) ambiguous(draft, column, found);
  else if (column.target === 'town' && !column.hint && draft.layout.definition.resource === 'station') {
    draft.links[column.field] = newTown(book, draft, text);
  } else unknown(book, draft, column, text);
}

function lookUp(book: Book, target: RelationTarget, text: string): readonly Named[] {
  const found = book.names[target].find(text);
  // Categories are often written with their number in the plan: "1.创文巩卫".
  const bare = text.replace(/^\d{1,2}[.、．]/, '');
  return found.length === 0 && target === 'category' && bare !== text
    ? book.names.category.find(bare)
    : found;
}

/** Sites of one name are told apart by the town that the row gives. */
function narrow(found: readonly Named[], draft: Draft, column: RelationColumn): readonly Named[] {
  const town = draft.links.townHint ?? draft.links.town;
  if (column.target !== 'station' || found.length < 2 || !town) return found;
  return found.filter(({ traits }) => traits.town === town.id);
}

function ambiguous(draft: Draft, column: RelationColumn, found: readonly Named[]): void {
  const names = [...new Set(found.map(({ name }) => name))];
  const station = column.target === 'station';
  const way =
    names.length > 1 ? `请写全称:${names.join('、')}` : station ? '请同时填写所属镇' : '请先合并重名记录';
  fail(draft, column, 'UNKNOWN_RELATION', {
    zh: `该叫法对应 ${found.length} 个${resourceLabel(column.target).zh},${way}`,
    en: `one ${resourceLabel(column.target).en}; this names ${found.length}: ${names.join(', ')}`,
  });
}

function newTown(book: Book, draft: Draft, name: string): Named {
  const place = { sheet: draft.sheet, row: draft.row.row };
  const town: Named = {
    id: `town:${nameKey(name)}`,
    isNew: true,
    name,
    aliases: [],
    traits: {},
    record: null,
    place,
  };
  book.names.town.add(town);
  book.newTowns.push({ named: town, from: draft });
  return town;
}

function unknown(book: Book, draft: Draft, column: RelationColumn, text: string): void {
  const label = resourceLabel(column.target);
  const broken = book.broken[column.target].get(nameKey(text));
  if (broken) {
    fail(draft, column, 'UNKNOWN_RELATION', {
      zh: `没有错误的${label.zh};“${broken.sheet}”表第 ${broken.row.row} 行有错误,请先更正那一行`,
      en: `${label.en} of row ${broken.row.row} of ${broken.sheet}, which has errors itself`,
    });
    return;
  }
  const all = book.names[column.target].names().filter((name) => name !== draft.self?.name);
  if (all.length === 0) {
    fail(draft, column, 'UNKNOWN_RELATION', noneYet(column.target));
    return;
  }
  const listed = all.length <= LISTED_WHOLE ? all : suggestionsFor(book, column.target, text);
  fail(draft, column, 'UNKNOWN_RELATION', {
    zh: `已录入的${label.zh}名称或别名${listed.length > 0 ? `,如:${listed.join('、')}` : ''}`,
    en: `the name of an existing ${label.en}${listed.length > 0 ? `, such as ${listed.join(', ')}` : ''}`,
  });
}

/** So many names or fewer are told whole: who reads them sees at once which one is meant. */
const LISTED_WHOLE = 13;

/** What the plan brings, and what this or an earlier workbook brings. */
const FROM_PLAN: readonly RelationTarget[] = ['category', 'department'];

function noneYet(target: RelationTarget): Words {
  const label = resourceLabel(target);
  return FROM_PLAN.includes(target)
    ? {
        zh: `已录入的${label.zh};系统中还没有,请先在“工作方案”中点“载入方案”,再重新检查`,
        en: `an existing ${label.en}; there is none yet: load the plan first, then check again`,
      }
    : {
        zh: `已录入的${label.zh};系统中还没有,请先导入,或写在本工作簿中`,
        en: `an existing ${label.en}; there is none yet: import it first, or add it to this workbook`,
      };
}

function suggestionsFor(book: Book, target: RelationTarget, text: string): string[] {
  const key = `${target}:${nameKey(text)}`;
  const known = book.suggestions.get(key) ?? nearNames(text, book.names[target].names());
  book.suggestions.set(key, known);
  return known;
}
