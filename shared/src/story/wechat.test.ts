import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Blocks } from './blocks';
import { type ArticlePicture, toPlain, toWechat } from './wechat';

const text = (value: string, marks: object = {}) => ({ type: 'text' as const, text: value, ...marks });
const picture: ArticlePicture = {
  src: '/api/files/a',
  alt: '志愿者在分发资料',
  caption: '活动现场',
  credit: '王强',
};
const PICTURES = new Map([['/api/files/a', picture]]);
const image = (url: string): Block => ({
  type: 'image',
  image: { url },
  children: [{ type: 'text', text: '' }],
});
const draw = (blocks: unknown[], foot: string[] = []) =>
  toWechat({ blocks: blocks as Blocks, pictures: PICTURES, foot });

/** What WeChat's editor takes over; anything else would be dropped there, or break the article. */
const TAGS = [
  'section',
  'p',
  'h1',
  'h2',
  'h3',
  'blockquote',
  'ul',
  'ol',
  'li',
  'img',
  'a',
  'span',
  'em',
  'strong',
  'br',
];
const tagsOf = (html: string) => [...html.matchAll(/<\/?([a-z0-9]+)/g)].map(([, name]) => name ?? '');
const wordsOf = (html: string) => html.replace(/<[^>]*>/g, '');

describe('the article', () => {
  it('has only tags and attributes that WeChat keeps, whatever the text says', () => {
    const said = fc.oneof(
      fc.string(),
      fc.constantFrom('<script>alert(1)</script>', '" onload="x', "'><img src=x>", '&lt;'),
    );
    const value = said.map((words) => [
      {
        type: 'paragraph',
        children: [text(words), { type: 'link', url: 'https://a.example', children: [text(words)] }],
      },
      {
        type: 'list',
        format: 'ordered',
        children: [{ type: 'list-item', children: [text(words, { bold: true })] }],
      },
      { type: 'heading', level: 5, children: [text(words)] },
      image('/api/files/a'),
    ]);
    fc.assert(
      fc.property(value, said, (blocks, alt) => {
        const pictures = new Map([['/api/files/a', { ...picture, alt, caption: alt, credit: alt }]]);
        const html = toWechat({ blocks: blocks as Blocks, pictures, foot: [alt] });
        expect(tagsOf(html).filter((name) => !TAGS.includes(name))).toEqual([]);
        for (const [, inside] of html.matchAll(/<[a-z0-9]+((?:\s+[^>]*)?)>/g))
          expect(inside?.replace(/\s(style|src|alt|href)="[^"<>]*"/g, '')).toBe('');
      }),
    );
  });

  it('says of a picture that may not be shown only that it is not shown', () => {
    const pictures = new Map([['/api/files/a', { ...picture, src: null, instead: '未取得同意' }]]);
    const html = toWechat({ blocks: [image('/api/files/a')], pictures });
    expect(wordsOf(html)).toBe('未取得同意');
    expect(html).not.toContain('<img');
  });

  it('is closed: every tag that opens ends', () => {
    const html = draw([
      { type: 'quote', children: [text('一\n二', { italic: true, underline: true })] },
      { type: 'code', children: [text('a  b')] },
      image('/api/files/a'),
    ]);
    const open: string[] = [];
    for (const [, end, name] of html.matchAll(/<(\/?)([a-z0-9]+)/g)) {
      if (name === 'br' || name === 'img') continue;
      if (end) expect(open.pop()).toBe(name);
      else open.push(name ?? '');
    }
    expect(open).toEqual([]);
  });

  it.each([
    ['a mark', [{ type: 'paragraph', children: [text('重', { bold: true })] }], '<strong>重</strong>'],
    ['a line break', [{ type: 'paragraph', children: [text('一\n二')] }], '一<br>二'],
    ['a heading below the third', [{ type: 'heading', level: 6, children: [text('题')] }], '<h3 '],
    [
      'an address elsewhere, in words',
      [
        {
          type: 'paragraph',
          children: [{ type: 'link', url: 'https://a.example/?x=1&y=2', children: [text('通知')] }],
        },
      ],
      '通知(https://a.example/?x=1&amp;y=2)',
    ],
    [
      'a link to another article',
      [
        {
          type: 'paragraph',
          children: [{ type: 'link', url: 'https://mp.weixin.qq.com/s/1', children: [text('前文')] }],
        },
      ],
      '<a href="https://mp.weixin.qq.com/s/1"',
    ],
    ['a picture with what it shows', [image('/api/files/a')], 'alt="志愿者在分发资料"'],
    ['a caption with who took it', [image('/api/files/a')], '活动现场 摄影:王强'],
  ])('shows %s', (_what, blocks, expected) => expect(draw(blocks)).toContain(expected));

  it('puts an inner list into the item before it', () => {
    const inner = {
      type: 'list',
      format: 'unordered',
      children: [{ type: 'list-item', children: [text('1')] }],
    };
    const html = draw([
      { type: 'list', format: 'ordered', children: [{ type: 'list-item', children: [text('一')] }, inner] },
    ]);
    expect(html).toMatch(/<li [^>]*>一<ul [^>]*><li [^>]*>1<\/li><\/ul><\/li><\/ol>/);
  });

  it('says nothing of a picture that was taken out, and shows content in place of an address', () => {
    expect(wordsOf(draw([image('/api/files/gone')]))).toBe('');
    const pictures = new Map([['/api/files/a', { ...picture, src: 'data:image/jpeg;base64,AA==' }]]);
    expect(toWechat({ blocks: [image('/api/files/a')], pictures })).toContain(
      'src="data:image/jpeg;base64,AA=="',
    );
  });
});

it('the plain text numbers lists and names pictures', () => {
  const blocks = [
    {
      type: 'list',
      format: 'ordered',
      children: [
        { type: 'list-item', children: [text('一')] },
        { type: 'list-item', children: [text('二')] },
      ],
    },
    image('/api/files/a'),
  ] as Blocks;
  expect(toPlain({ blocks, pictures: PICTURES, foot: ['单位'] })).toBe(
    '1. 一\n2. 二\n\n〔图片〕活动现场 摄影:王强\n\n单位',
  );
});

it.each([
  ['https://a.example/?x=1&y=2', '通知', '见通知(https://a.example/?x=1&y=2)'],
  ['https://mp.weixin.qq.com/s/1', '前文', '见前文(https://mp.weixin.qq.com/s/1)'],
  ['https://a.example/', 'https://a.example/', '见https://a.example/'],
])('the plain text tells where a link leads: %s', (url, said, expected) => {
  const children = [text('见'), { type: 'link', url, children: [text(said)] }];
  const blocks = [{ type: 'paragraph', children }] as Blocks;
  expect(toPlain({ blocks, pictures: PICTURES })).toBe(expected);
});
