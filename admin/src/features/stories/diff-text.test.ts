import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparedLines, type Line, linesOfText, type Pair, type Side } from './diff-text';

const line = (text: string, kind: Line['kind'] = null): Line => ({ text, kind });
const textOf = (side: Side | null) => side?.parts.map(({ text }) => text).join('') ?? null;
const marked = (side: Side | null) =>
  side?.parts.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('') ?? null;
const shown = (pairs: Pair[]) => pairs.map(({ before, after }) => [marked(before), marked(after)]);

describe('two texts beside each other', () => {
  it.each<[string, Line[], Line[], (string | null)[][]]>([
    [
      'are the same',
      [line('一'), line('二')],
      [line('一'), line('二')],
      [
        ['一', '一'],
        ['二', '二'],
      ],
    ],
    [
      'differ by a word within a line',
      [line('志愿者走进社区开展服务')],
      [line('志愿者走进学校开展服务')],
      [['志愿者走进[社区]开展服务', '志愿者走进[学校]开展服务']],
    ],
    [
      'have a new line in between',
      [line('一'), line('三')],
      [line('一'), line('二'), line('三')],
      [
        ['一', '一'],
        [null, '[二]'],
        ['三', '三'],
      ],
    ],
    [
      'lack a line',
      [line('一'), line('二')],
      [line('一')],
      [
        ['一', '一'],
        ['[二]', null],
      ],
    ],
    [
      'have nothing in common',
      [line('甲乙丙')],
      [line('子丑寅')],
      [
        ['[甲乙丙]', null],
        [null, '[子丑寅]'],
      ],
    ],
    ['begin from nothing', [], [line('一')], [[null, '[一]']]],
  ])('%s', (_what, before, after, expected) => expect(shown(comparedLines(before, after))).toEqual(expected));

  it('tell a heading from a paragraph that says the same', () => {
    const heading = line('进社区', { zh: '2 级标题', en: 'Heading 2' });
    const [pair] = comparedLines([line('进社区')], [heading]);
    expect(pair?.before?.isChanged).toBe(true);
    expect(pair?.after?.kind?.zh).toBe('2 级标题');
  });

  it('always show both texts whole and in order', () => {
    const some = fc.array(
      fc.constantFrom('一', '志愿服务进社区', '志愿服务进学校', '').map((text) => line(text)),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(some, some, (before, after) => {
        const pairs = comparedLines(before, after);
        const side = (name: 'before' | 'after') =>
          pairs.map((pair) => textOf(pair[name])).filter((one) => one !== null);
        expect(side('before')).toEqual(before.map(({ text }) => text));
        expect(side('after')).toEqual(after.map(({ text }) => text));
      }),
    );
  });
});

it('the lines of a text name its pictures, its items and where links lead', () => {
  const text = (value: string) => ({ type: 'text', text: value });
  const content = [
    { type: 'heading', level: 2, children: [text('题')] },
    {
      type: 'paragraph',
      children: [text('见'), { type: 'link', url: 'https://a.example', children: [text('通知')] }],
    },
    {
      type: 'list',
      format: 'ordered',
      children: [
        { type: 'list-item', children: [text('一')] },
        { type: 'list', format: 'unordered', children: [{ type: 'list-item', children: [text('1')] }] },
      ],
    },
    { type: 'image', image: { url: '/api/files/a' }, children: [text('')] },
  ];
  expect(
    linesOfText(content, (url) => `图 ${url}`).map(({ kind, text: said }) => [kind?.zh ?? '', said]),
  ).toEqual([
    ['2 级标题', '题'],
    ['', '见通知(https://a.example)'],
    ['编号', '一'],
    ['项目', '1'],
    ['图片', '图 /api/files/a'],
  ]);
});
