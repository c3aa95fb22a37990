import type { Blocks } from '@jiedui/shared/story';
import { Packer } from 'docx';
import JSZip from 'jszip';
import { expect, it } from 'vitest';
import { wordDocument } from './word-document';

const text = (value: string, marks: object = {}) => ({ type: 'text' as const, text: value, ...marks });
const BLOCKS: Blocks = [
  { type: 'heading', level: 2, children: [text('走进社区')] },
  { type: 'paragraph', children: [text('志愿者'), text('三十人', { bold: true }), text('参加。')] },
  { type: 'paragraph', children: [{ type: 'link', url: 'https://a.example/x', children: [text('通知')] }] },
  { type: 'list', format: 'ordered', children: [{ type: 'list-item', children: [text('分发资料')] }] },
  { type: 'image', image: { url: '/api/files/a' }, children: [text('')] },
  { type: 'image', image: { url: '/api/files/gone' }, children: [text('')] },
] as Blocks;
// Enough to be told apart: a document takes a picture's bytes as they are.
const BYTES = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4, 0xff, 0xd9]);

const story = (width: number) => ({
  title: '结对共建进社区',
  byline: '第一中学 王强',
  summary: '一次活动',
  blocks: BLOCKS,
  pictures: new Map([
    [
      '/api/files/a',
      { data: BYTES, width, height: width / 2, alt: '分发资料的志愿者', caption: '活动现场', credit: '李明' },
    ],
  ]),
});

async function unpacked(width: number) {
  const zip = await JSZip.loadAsync(await Packer.toBuffer(wordDocument(story(width))));
  const part = (name: string) => zip.file(name)?.async('string') ?? '';
  const pictures = Object.keys(zip.files).filter((name) => /^word\/media\/./.test(name));
  return {
    zip,
    pictures,
    body: await part('word/document.xml'),
    links: await part('word/_rels/document.xml.rels'),
  };
}

it('a Word document holds the title, who it is from, every line and what stands under a picture', async () => {
  const { body, links } = await unpacked(1000);
  const said = body.replace(/<[^>]+>/g, ' ');
  for (const part of [
    '结对共建进社区',
    '第一中学 王强',
    '一次活动',
    '走进社区',
    '三十人',
    '通知',
    '分发资料',
    '活动现场 摄影:李明',
  ])
    expect(said).toContain(part);
  expect(body).toContain('descr="分发资料的志愿者"');
  expect(links).toContain('https://a.example/x');
});

it('holds the pictures that are there, as they are, no wider than the page', async () => {
  const { zip, pictures, body } = await unpacked(1120);
  expect(pictures).toHaveLength(1);
  expect(await zip.file(pictures[0] ?? '')?.async('uint8array')).toEqual(BYTES);
  // 560 by 280 pixels, in English metric units.
  expect(body).toContain(`cx="${560 * 9525}" cy="${280 * 9525}"`);
});
