import { toBlocks, toEditor } from '@jiedui/shared/story';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { getSchema } from '@tiptap/react';
import { describe, expect, it } from 'vitest';
import { blockExtensions } from './extensions';
import { flattenLists, hasRoomBelow } from './list-depth';

const schema = getSchema(blockExtensions());

/** `['甲', ['乙']]`: an item, and a list in it. */
type Items = (string | Items)[];
const list = (items: Items, depth = 0): object => ({
  type: 'list',
  format: 'unordered',
  ...(depth > 0 ? { indentLevel: depth } : {}),
  children: items.map((one) =>
    typeof one === 'string'
      ? { type: 'list-item', children: [{ type: 'text', text: one }] }
      : list(one, depth + 1),
  ),
});
const stateOf = (items: Items) =>
  EditorState.create({ schema, doc: schema.nodeFromJSON(toEditor([list(items)])) });

/** With the cursor in the item that says `from`, or all chosen up to the one that says `to`. */
function chosen(items: Items, from: string, to = from): EditorState {
  const state = stateOf(items);
  const placeOf = (words: string) => {
    let place = 0;
    state.doc.descendants((node, at) => {
      if (node.isText && node.text === words) place = at;
    });
    return place;
  };
  const selection = TextSelection.create(state.doc, placeOf(from), placeOf(to));
  return state.apply(state.tr.setSelection(selection));
}

describe('going one level in', () => {
  it.each<[Items, string, string, boolean, string]>([
    [['甲', '乙'], '乙', '乙', true, 'there is one more level'],
    [['甲', ['乙', '丙']], '丙', '丙', false, 'it is on the last level'],
    [['甲', '乙', ['丙']], '乙', '乙', false, 'it holds a list that would be on a third level'],
    [['甲', '乙', '丙', ['丁']], '乙', '丙', false, 'one of the chosen ones holds a list'],
    [['甲', '乙', '丙', ['丁']], '乙', '乙', true, 'the one that holds a list is not chosen'],
  ])('%j, from %s to %s: %s (%s)', (items, from, to, room) => {
    expect(hasRoomBelow(chosen(items, from, to))).toBe(room);
  });
});

describe('lists that are too deep', () => {
  it.each<[Items, Items, string]>([
    [['甲', ['乙', ['丙'], '丁']], ['甲', ['乙', '丙', '丁']], 'three levels'],
    [['甲', ['乙', ['丙', ['丁'], '戊']]], ['甲', ['乙', '丙', '丁', '戊']], 'four levels'],
    [
      ['甲', ['乙', ['丙']], '丁', ['戊', ['己'], '庚', ['辛']]],
      ['甲', ['乙', '丙'], '丁', ['戊', '己', '庚', '辛']],
      'several places',
    ],
  ])('%j become %j (%s)', (items, flat) => {
    const moved = flattenLists(stateOf(items));
    moved?.doc.check();
    expect(toBlocks(moved?.doc.toJSON() ?? { type: 'doc' })).toEqual([list(flat)]);
  });

  it('are all that is touched', () => {
    expect(flattenLists(stateOf(['甲', ['乙'], '丙']))).toBeNull();
  });
});
