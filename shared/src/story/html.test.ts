import { describe, expect, it } from 'vitest';
import type { Block, Inline, Text } from './blocks';
import { htmlOf, type ShownPicture } from './html';

const text = (said: string, marks: Partial<Text> = {}): Text => ({ type: 'text', text: said, ...marks });
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children });
const item = (said: string) => ({ type: 'list-item' as const, children: [text(said)] });
const image = (url: string): Block => ({
  type: 'image',
  image: { url },
  children: [{ type: 'text', text: '' }],
});
const shown: ShownPicture = {
  src: '/m',
  srcset: '/s 480w',
  width: 960,
  height: 640,
  alt: '"听课"',
  caption: '<现场>',
  credit: '李摄影',
};
const html = (...blocks: Block[]) => htmlOf(blocks, (url) => (url === '/a' ? shown : null));

describe('a text as HTML', () => {
  it.each<[Block, string, string]>([
    [paragraph(text('a <b> & "c"')), '<p>a &lt;b&gt; &amp; &quot;c&quot;</p>', 'escaped'],
    [paragraph(text('  ')), '', 'says nothing'],
    [paragraph(text('一\n二')), '<p>一<br>二</p>', 'a line break'],
    [
      paragraph(text('x', { bold: true, italic: true, code: true })),
      '<p><strong><em><code>x</code></em></strong></p>',
      'marks within each other',
    ],
    [{ type: 'heading', level: 1, children: [text('题')] }, '<h2>题</h2>', 'below the title of the page'],
    [{ type: 'heading', level: 6, children: [text('题')] }, '<h6>题</h6>', 'there is no seventh level'],
    [{ type: 'quote', children: [text('话')] }, '<blockquote><p>话</p></blockquote>', 'a quotation'],
    [{ type: 'code', children: [text('a\nb')] }, '<pre><code>a\nb</code></pre>', 'code keeps its lines'],
    [
      {
        type: 'list',
        format: 'ordered',
        children: [item('一'), { type: 'list', format: 'unordered', children: [item('二')] }],
      },
      '<ol><li>一<ul><li>二</li></ul></li></ol>',
      'a list within a point',
    ],
    [
      paragraph({ type: 'link', url: 'https://a.example/?b="', children: [text('看')] }),
      '<p><a href="https://a.example/?b=&quot;" rel="noopener">看</a></p>',
      'a link',
    ],
    [
      paragraph({ type: 'link', url: 'javascript:alert(1)', children: [text('看')] }),
      '<p>看</p>',
      'an address that is none',
    ],
    [image('/b'), '', 'a picture that is not shown'],
  ])('%#: %j', (block, expected) => {
    expect(html(block)).toBe(expected);
  });

  it('shows a picture with its words', () => {
    expect(html(image('/a'))).toBe(
      '<figure><img src="/m" srcset="/s 480w" sizes="(max-width: 720px) 100vw, 720px" width="960" height="640" alt="&quot;听课&quot;" loading="lazy"><figcaption>&lt;现场&gt; <small>李摄影</small></figcaption></figure>',
    );
  });
});
