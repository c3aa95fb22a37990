import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Blocks, blocksSchema } from './blocks';
import { type EditorNode, toBlocks, toEditor } from './editor';

const text = (value: string, marks: object = {}) => ({ type: 'text' as const, text: value, ...marks });
const paragraph = (...children: object[]) => ({ type: 'paragraph', children });
const there = (blocks: unknown) => toBlocks(toEditor(blocks));

const flag = fc.option(fc.constant(true as const), { nil: undefined });
const marks = fc.record({ bold: flag, italic: flag, underline: flag, strikethrough: flag, code: flag });
const said = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('好', '为民服务', '一\n二', ' ', '👍🏽'));
const someText = fc
  .tuple(said, marks)
  .map(([value, own]) => text(value, Object.fromEntries(Object.entries(own).filter(([, set]) => set))));
const someLink = fc.record({
  type: fc.constant('link' as const),
  url: fc.constantFrom('https://example.org/a?b=1', 'mailto:a@example.org'),
  children: fc.array(someText, { maxLength: 3 }),
});
const inline = fc.array(fc.oneof(someText, someLink), { maxLength: 4 });
const item = inline.map((children) => ({ type: 'list-item' as const, children }));
const format = fc.constantFrom('ordered' as const, 'unordered' as const);
const inner = fc.record({
  type: fc.constant('list' as const),
  format,
  children: fc.array(item, { maxLength: 3 }),
});
const list = fc.record({
  type: fc.constant('list' as const),
  format,
  children: fc.array(fc.oneof(item, inner), { maxLength: 4 }),
});
const block = fc.oneof(
  inline.map((children) => ({ type: 'paragraph' as const, children })),
  inline.map((children) => ({ type: 'quote' as const, children })),
  fc.record({
    type: fc.constant('heading' as const),
    level: fc.integer({ min: 1, max: 6 }),
    children: inline,
  }),
  fc.record({
    type: fc.constant('code' as const),
    language: fc.constantFrom('plaintext', 'sql'),
    children: fc.array(
      said.map((value) => text(value)),
      { maxLength: 2 },
    ),
  }),
  list,
  fc.record({
    type: fc.constant('image' as const),
    image: fc.record({ url: fc.constant('/api/files/a'), name: fc.string(), width: fc.integer() }),
    children: fc.constant([text('')]),
  }),
);
const blocks = fc.array(block, { maxLength: 6 }) as fc.Arbitrary<Blocks>;

/** Every character with its marks and address, in order: what no way there and back may change. */
function charactersOf(value: unknown): string[] {
  const walk = (node: Record<string, unknown>, around: string): string[] => {
    const { type, text: own, children, ...rest } = node;
    if (typeof own === 'string') {
      const set = Object.keys(rest).filter((name) => rest[name]);
      return [...own].map((one) => `${around} ${set.sort().join()} ${one}`);
    }
    const here = type === 'link' ? ` ${node.url}` : ` ${type}${node.level ?? ''}${node.format ?? ''}`;
    return (children as Record<string, unknown>[]).flatMap((child) => walk(child, around + here));
  };
  return (value as Record<string, unknown>[]).flatMap((one) => walk(one, ''));
}

describe('a text there and back through the editor', () => {
  it('loses and changes no character, mark, address or picture', () => {
    fc.assert(
      fc.property(blocks, (before) => {
        const after = there(before);
        expect(charactersOf(after)).toEqual(charactersOf(before));
        const pictures = (all: Blocks) => all.filter(({ type }) => type === 'image');
        expect(pictures(after)).toEqual(pictures(before));
      }),
    );
  });

  it('is the same after the first time, and fits what a story may hold', () => {
    fc.assert(
      fc.property(blocks, (before) => {
        const once = there(before);
        expect(there(once)).toEqual(once);
        if (blocksSchema.safeParse(before).success) expect(blocksSchema.safeParse(once).success).toBe(true);
      }),
    );
  });

  it('keeps as many blocks, but for a text that says nothing', () => {
    fc.assert(
      fc.property(blocks, (before) => {
        const empty =
          before.length === 1 && before[0]?.type === 'paragraph' && charactersOf(before).length === 0;
        expect(there(before)).toHaveLength(empty ? 0 : before.length);
      }),
    );
  });

  it.each([
    [
      'an empty paragraph between others',
      [paragraph(text('一')), paragraph(text('')), paragraph(text('二'))],
    ],
    ['marks on marks', [paragraph(text('重', { bold: true, italic: true, code: true }), text('。'))]],
    ['a line break', [paragraph(text('一\n二'))]],
    [
      'two links beside each other',
      [
        paragraph(
          { type: 'link', url: 'https://a.example', children: [text('甲')] },
          { type: 'link', url: 'https://b.example', children: [text('乙', { bold: true })] },
        ),
      ],
    ],
    [
      'a list in a list',
      [
        {
          type: 'list',
          format: 'ordered',
          children: [
            { type: 'list-item', children: [text('一')] },
            {
              type: 'list',
              format: 'unordered',
              indentLevel: 1,
              children: [{ type: 'list-item', children: [text('1')] }],
            },
            { type: 'list-item', children: [text('二')] },
          ],
        },
      ],
    ],
    ['a kind of block that is not known', [{ type: 'table', rows: [[1, 2]], children: [text('')] }]],
    [
      'an inner list without an item before it',
      [{ type: 'list', format: 'ordered', children: [{ type: 'list', format: 'ordered', children: [] }] }],
    ],
    ['a link to a script', [paragraph({ type: 'link', url: 'javascript:alert(1)', children: [text('看')] })]],
    ['marked program text', [{ type: 'code', children: [text('a', { bold: true })] }]],
  ])('%s stays exactly as it was', (_what, value) => {
    expect(there(value)).toEqual(value);
  });

  it.each([[null], [undefined], ['text'], [[]], [[paragraph(text(''))]]])('%j says nothing', (value) => {
    expect(there(value)).toEqual([]);
  });

  it('takes no address that the story may not have from the editor', () => {
    const doc: EditorNode = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: '看', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] },
          ],
        },
      ],
    };
    expect(toBlocks(doc)).toEqual([paragraph(text('看'))]);
  });
});
