import { toBlocks, toEditor } from '@jiedui/shared/story';
import { getSchema } from '@tiptap/react';
import { describe, expect, it } from 'vitest';
import { blockExtensions } from './extensions';

const schema = getSchema(blockExtensions());
const text = (value: string, marks: object = {}) => ({ type: 'text', text: value, ...marks });
const item = (...children: object[]) => ({ type: 'list-item', children });

/** The text as the editor itself would hold and give it back; throws for what its schema does not allow. */
function throughEditor(blocks: unknown[]) {
  const node = schema.nodeFromJSON(toEditor(blocks));
  node.check();
  return toBlocks(node.toJSON());
}

describe('what the editor holds', () => {
  it.each<[string, unknown[]]>([
    [
      'paragraphs, an empty one too',
      [
        { type: 'paragraph', children: [text('一')] },
        { type: 'paragraph', children: [text('')] },
      ],
    ],
    [
      'every mark at once',
      [
        {
          type: 'paragraph',
          children: [
            text('重', { bold: true, italic: true, underline: true, strikethrough: true, code: true }),
          ],
        },
      ],
    ],
    [
      'a marked link',
      [
        {
          type: 'paragraph',
          children: [
            text('见'),
            {
              type: 'link',
              url: 'https://a.example/?b=1',
              children: [text('通', { bold: true }), text('知')],
            },
          ],
        },
      ],
    ],
    [
      'every level of heading',
      [1, 2, 3, 4, 5, 6].map((level) => ({ type: 'heading', level, children: [text('题')] })),
    ],
    ['a quote with a line break', [{ type: 'quote', children: [text('一\n二', { italic: true })] }]],
    ['program text', [{ type: 'code', language: 'plaintext', children: [text('a\n  b')] }]],
    [
      'a list in a list',
      [
        {
          type: 'list',
          format: 'ordered',
          children: [
            item(text('一')),
            {
              type: 'list',
              format: 'unordered',
              indentLevel: 1,
              children: [item(text('1')), item(text('2'))],
            },
            item(text('二')),
          ],
        },
      ],
    ],
    [
      'a picture',
      [{ type: 'image', image: { url: '/api/files/a', name: 'a.jpg', width: 3 }, children: [text('')] }],
    ],
    ['what it does not know', [{ type: 'table', rows: [[1]], children: [text('')] }]],
  ])('is %s, unchanged', (_what, blocks) => expect(throughEditor(blocks)).toEqual(blocks));
});
