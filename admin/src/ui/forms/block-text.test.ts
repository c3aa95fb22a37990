import { describe, expect, it } from 'vitest';
import type { BlockNode } from '../field/blocks';
import { fromEdited, toEdited } from './block-text';

const text = (value: string, marks: object = {}) => ({ type: 'text', text: value, ...marks });

describe('a block as it is edited', () => {
  it.each([
    [
      { type: 'paragraph', children: [text('好')] },
      { style: 'paragraph', text: '好' },
    ],
    [
      { type: 'paragraph', children: [text('很'), text('好', { bold: true }), text('!')] },
      { style: 'paragraph', text: '很**好**!' },
    ],
    [
      { type: 'quote', children: [text('重', { bold: true, italic: true })] },
      { style: 'quote', text: '***重***' },
    ],
    [
      { type: 'heading', level: 2, children: [text('题', { italic: true })] },
      { style: 'h2', text: '*题*' },
    ],
    [
      {
        type: 'list',
        format: 'ordered',
        children: [
          { type: 'list-item', children: [text('一')] },
          { type: 'list-item', children: [text('二')] },
        ],
      },
      { style: 'numbered', text: '一\n二' },
    ],
    [
      { type: 'paragraph', children: [text('')] },
      { style: 'paragraph', text: '' },
    ],
  ])('%j is shown as %j and comes back as it was', (block, edited) => {
    expect(toEdited(block)).toEqual(edited);
    expect(fromEdited(edited as never)).toEqual(block);
  });

  it.each<[BlockNode, string]>([
    [{ type: 'image', image: { name: 'a.png' }, children: [text('')] }, 'a picture'],
    [
      { type: 'paragraph', children: [{ type: 'link', url: 'https://a.cn', children: [text('a')] }] },
      'a link',
    ],
    [{ type: 'paragraph', children: [text('a', { underline: true })] }, 'a mark that cannot be typed'],
    [{ type: 'paragraph', children: [text('2 * 3')] }, 'a star that is no mark'],
    [{ type: 'heading', level: 4, children: [text('a')] }, 'a deep heading'],
    [{ type: 'list', format: 'unordered', children: [{ type: 'list', children: [] }] }, 'a nested list'],
  ])('%j is kept as it is (%s)', (block) => expect(toEdited(block)).toBeNull());
});
