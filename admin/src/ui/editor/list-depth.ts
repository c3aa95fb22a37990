import { Fragment, type Node, type ResolvedPos } from '@tiptap/pm/model';
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state';
import { Extension } from '@tiptap/react';

/** How deep lists may stand in each other: a story's text has one list within another. */
const LIST_DEPTH = 2;

const isItem = (node: Node | null): boolean => node?.type.name === 'listItem';

/** In how many items of lists a place of the text stands. */
const itemsAround = (at: ResolvedPos): number =>
  Array.from({ length: at.depth }, (_, up) => at.node(up + 1)).filter(isItem).length;

/** Whether the chosen items may go one level in, with all the lists that they hold. */
export function hasRoomBelow({ doc, selection: { $from, $to } }: EditorState): boolean {
  const range = $from.blockRange($to, (node) => isItem(node.firstChild));
  if (!range) return false;
  let deepest = 0;
  doc.nodesBetween(range.start, range.end, (node, at) => {
    if (isItem(node)) deepest = Math.max(deepest, itemsAround(doc.resolve(at)) + 1);
  });
  return deepest < LIST_DEPTH;
}

const itemsOf = (list: Node): Node[] => list.children.flatMap(spread);

/** An item with those of its lists behind it instead of in it. */
function spread(item: Node): Node[] {
  const lists = item.children.filter((child) => isItem(child.firstChild));
  const own = item.children.filter((child) => !lists.includes(child));
  return [item.copy(Fragment.from(own)), ...lists.flatMap(itemsOf)];
}

/** Moves what stands deeper than lists may be to the last level there is; null where nothing does. */
export function flattenLists({ doc, tr }: EditorState): Transaction | null {
  const deep: { at: number; item: Node }[] = [];
  doc.descendants((item, at) => {
    if (!isItem(item) || itemsAround(doc.resolve(at)) + 1 < LIST_DEPTH) return true;
    if (item.childCount > 1) deep.push({ at, item });
    return false;
  });
  // From the end, so that the places before stay where they are.
  for (const { at, item } of deep.reverse()) tr.replaceWith(at, at + item.nodeSize, spread(item));
  return deep.length > 0 ? tr : null;
}

/** Keeps lists as deep as a text may have them, wherever a deeper one comes from: pasted, dropped or moved. */
export const ListDepth = Extension.create({
  name: 'listDepth',
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (transactions, _before, state) =>
        transactions.some(({ docChanged }) => docChanged) ? flattenLists(state) : null,
    }),
  ],
});
