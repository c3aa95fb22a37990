import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Blocks } from './blocks';
import { fileOfAddress, picturesIn, readBlocks, tidyBlocks, tidyLine, tidyText } from './tidy';

const text = (value: string) => ({ type: 'text', text: value }) as const;
const paragraph = (...children: object[]) => ({ type: 'paragraph', children });
const link = (url: string, words = '链接') => ({ type: 'link', url, children: [text(words)] });
const image = (url: string) => ({ type: 'image', image: { url }, children: [text('')] });

const list = (...inner: object[]) => ({
  type: 'list',
  format: 'ordered',
  children: [{ type: 'list-item', children: [text('x')] }, ...inner],
});

function deep(levels: number): unknown {
  let inner: unknown = text('x');
  for (let at = 0; at < levels; at += 1) inner = { type: 'paragraph', children: [inner] };
  return inner;
}

describe('a text that somebody sent', () => {
  it.each<[unknown, string, string]>([
    ['正文', '正文格式不正确，请重新编辑。', 'a plain text'],
    [{ type: 'paragraph' }, '正文格式不正确，请重新编辑。', 'one block and no list'],
    [Array(501).fill(paragraph(text('x'))), '正文最多 500 段。', 'too long'],
    [
      [paragraph(text('好')), paragraph(link('javascript:alert(1)'))],
      '第 2 段的链接须以 http://、https:// 或 mailto: 开头。',
      'a script',
    ],
    [[paragraph(link('data:text/html,x'))], '第 1 段的链接须以 http://、https:// 或 mailto: 开头。', 'data'],
    [
      [paragraph(link(' https://a.cn'))],
      '第 1 段的链接须以 http://、https:// 或 mailto: 开头。',
      'a space before',
    ],
    [
      [{ type: 'html', children: [] }],
      '第 1 段有不支持的内容或过长，请删除格式后重新粘贴。',
      'an unknown block',
    ],
    [
      [paragraph({ ...text('x'), style: 'color:red' })],
      '第 1 段有不支持的内容或过长，请删除格式后重新粘贴。',
      'a style',
    ],
    [[deep(10_000)], '第 1 段有不支持的内容或过长，请删除格式后重新粘贴。', 'nested ten thousand times'],
    [[null], '第 1 段有不支持的内容或过长，请删除格式后重新粘贴。', 'nothing'],
    [[list(list(list()))], '第 1 段的列表超过两级，请把第三级改为第二级。', 'three lists in each other'],
    [[{ type: 'image' }], '第 1 段的图片不完整，请删除后重新插入。', 'a picture without its file'],
    [
      [paragraph(text('字'.repeat(20_001)))],
      '第 1 段有不支持的内容或过长，请删除格式后重新粘贴。',
      'a piece too long',
    ],
  ])('%# → %s (%s)', (value, words) => {
    expect(readBlocks(value)).toMatchObject({ problems: [{ words: { zh: words } }] });
  });

  it.each<[unknown, unknown, string]>([
    [null, null, 'none'],
    [[], null, 'an empty list'],
    [[paragraph(text('　　'))], null, 'wide spaces only'],
    [[paragraph()], null, 'an empty paragraph'],
    [[paragraph(text('　　正文'))], [paragraph(text('正文'))], 'an indent'],
    [[paragraph(text('\u00a0\u200b一\u00a0二'))], [paragraph(text('一 二'))], 'what Word leaves behind'],
    [
      [paragraph(text('一')), paragraph(text(' ')), paragraph(text('二'))],
      [paragraph(text('一')), paragraph(text('二'))],
      'empty lines',
    ],
    [[paragraph(link('https://a.cn', ' '))], null, 'a link on nothing'],
    [
      [{ type: 'code', children: [text('a'), link('https://a.cn', 'b')] }],
      [{ type: 'code', children: [text('ab')] }],
      'a link within code',
    ],
    [
      [{ type: 'list', format: 'ordered', children: [{ type: 'list-item', children: [text(' ')] }] }],
      null,
      'a list of nothing',
    ],
    [[image('/api/files/x')], [image('/api/files/x')], 'a picture says something'],
  ])('%# → %j (%s)', (value, blocks) => {
    expect(readBlocks(value)).toEqual({ blocks });
  });

  it.each<[unknown, unknown, string]>([
    [[paragraph(text('\u200b'))], null, 'nothing to be seen'],
    [
      [paragraph(text('一'), { ...text('\u200b'), bold: true }, text('二'))],
      [paragraph(text('一'), text('二'))],
      'nothing to be seen between two',
    ],
    [
      [{ type: 'code', children: [text('if\u00a0x:\n\tgo')] }],
      [{ type: 'code', children: [text('if x:\n\tgo')] }],
      'code with tabs',
    ],
    [[paragraph(text('一\t二'))], [paragraph(text('一 二'))], 'a tab anywhere else'],
  ])('%j is kept as %j (%s)', (value, blocks) => {
    expect(readBlocks(value)).toEqual({ blocks });
  });

  const pieces = [
    'a',
    'e',
    '\u0301',
    '一',
    '　',
    ' ',
    '\t',
    '\n',
    '\r',
    '\u00a0',
    '\u2000',
    '\u0007',
    '\u202e',
  ];
  const joined = [
    '\u200b',
    '\u200d',
    '\ufe0f',
    '👨',
    '👩',
    '🏽',
    '♀',
    '\u2028',
    '\ufeff',
    '\u00c5',
    '\u212b',
  ];
  const anyText = fc.string({ unit: fc.constantFrom(...pieces, ...joined), maxLength: 8 }).map(text);
  const anyInline = fc.array(
    fc.oneof(
      anyText,
      anyText.map((one) => link('https://a.cn', one.text)),
    ),
    {
      maxLength: 4,
    },
  );
  const anyItem = anyInline.map((children) => ({ type: 'list-item', children }));
  const anyList = (item: fc.Arbitrary<object>) =>
    fc.array(item, { maxLength: 3 }).map((children) => ({ type: 'list', format: 'ordered', children }));
  const anyBlock = fc.oneof(
    anyInline.map((children) => ({ type: 'paragraph', children })),
    anyInline.map((children) => ({ type: 'code', children })),
    anyList(fc.oneof(anyItem, anyList(anyItem))),
  );

  it('tidied twice is as tidied once', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 4 }), (blocks) => {
        const once = tidyBlocks(blocks as Blocks);
        expect(tidyBlocks(once ?? [])).toEqual(once);
        expect(JSON.stringify(once ?? [])).not.toContain('"text":""');
      }),
      { numRuns: 2_000 },
    );
  });
});

it('one kind of line break, no marks of direction', () => {
  expect(tidyText('一\r\n二\u2028三\u202e\u0007')).toBe('一\n二\n三');
});

it.each([
  ['👨\u200d👩\u200d👧', '👨\u200d👩\u200d👧', 'a family stays one picture'],
  ['👩🏽\u200d⚕\ufe0f好', '👩🏽\u200d⚕\ufe0f好', 'with a colour of skin'],
  ['🏳\ufe0f\u200d🌈', '🏳\ufe0f\u200d🌈', 'with a mark of its form'],
  ['一\u200d二👨\u200d', '一二👨', 'what joins nothing goes'],
  ['👨\u200b\u200d👩\u200d\u200d👧', '👨👩👧', 'nor what does not stand right between two'],
  ['e\u200b\u0301', 'é', 'a letter and its mark, parted by nothing'],
])('%j is kept as %j (%s)', (said, tidy) => {
  expect(tidyText(said)).toBe(tidy);
  expect(tidyText(tidy)).toBe(tidy);
});

it('nothing that XML cannot hold or that turns what follows', () => {
  expect(tidyText('一\ufffe二\ufdd0三\u2067')).toBe('一二三');
});

it.each([
  ['\u202e \u200b', '', 'nothing to be seen'],
  [' 楼道\n亮了\u3000！ ', '楼道 亮了 ！', 'one line'],
])('%j as a title is %j (%s)', (title, tidy) => {
  expect(tidyLine(title)).toBe(tidy);
});

it.each(['https://a.cn/\u202egpj.exe', 'https://a.cn/\u0001', 'https://a.cn/\u200b'])(
  '%j is no address of a link',
  (address) => {
    expect('problems' in readBlocks([paragraph(link(address))])).toBe(true);
  },
);

it('the pictures of a text, with their places', () => {
  const { blocks } = readBlocks([paragraph(text('一')), image('/api/files/a')]) as { blocks: never };
  expect(picturesIn(blocks)).toEqual([{ block: 2, url: '/api/files/a' }]);
});

it.each([
  ['/api/files/abcdefghijklmnopqrstuvwx', 'abcdefghijklmnopqrstuvwx'],
  ['/api/files/abcdefghijklmnopqrstuvwx?thumbnail', null],
  ['https://evil.example/api/files/abcdefghijklmnopqrstuvwx', null],
  ['/uploads/a.png', null],
  ['data:image/png;base64,AA', null],
])('%s names the file %s', (url, file) => {
  expect(fileOfAddress(url)).toBe(file);
});
