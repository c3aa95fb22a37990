import type { Block, Blocks, Inline, Text } from './blocks';

/** A picture as an article shows it. `src` is its address or its content (`data:`); null for one that is not there. */
export type ArticlePicture = {
  src: string | null;
  alt: string;
  caption: string;
  credit: string;
  /** Stands in the place of a picture that may not be shown, of which nothing else is said either. */
  instead?: string;
};

export type Article = {
  blocks: Blocks;
  /** By the address that the text names them by. */
  pictures: ReadonlyMap<string, ArticlePicture>;
  /** Lines at the end: who wrote it, for which unit. */
  foot?: readonly string[];
};

/** WeChat's editor drops classes and style sheets and keeps these. */
const STYLE = {
  whole:
    'font-size:16px;line-height:1.75;color:#333333;letter-spacing:0.5px;text-align:justify;word-break:break-word',
  paragraph: 'margin:0 0 16px',
  h1: 'margin:28px 0 16px;font-size:20px;font-weight:bold;line-height:1.4;text-align:center',
  h2: 'margin:24px 0 14px;padding-left:10px;border-left:4px solid #b3261e;font-size:18px;font-weight:bold;line-height:1.4',
  h3: 'margin:20px 0 12px;font-size:17px;font-weight:bold;line-height:1.4',
  quote:
    'margin:0 0 16px;padding:10px 14px;border-left:3px solid #cccccc;background-color:#f7f7f7;color:#555555',
  code: 'margin:0 0 16px;padding:10px 14px;background-color:#f7f7f7;font-family:monospace;font-size:14px;white-space:pre-wrap',
  list: 'margin:0 0 16px;padding-left:28px',
  inner: 'margin:4px 0 0;padding-left:24px',
  item: 'margin:0 0 6px',
  figure: 'margin:0 0 18px;text-align:center',
  image: 'display:block;max-width:100%;height:auto;margin:0 auto',
  missing: 'padding:24px 0;background-color:#f7f7f7;color:#666666;font-size:14px',
  caption: 'margin:8px 0 0;font-size:14px;line-height:1.5;color:#666666;text-align:center',
  link: 'color:#576b95;text-decoration:none',
  foot: 'margin:24px 0 0;font-size:14px;line-height:1.6;color:#666666;text-align:right',
} as const;

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

const tag = (name: string, style: string, content: string): string =>
  `<${name} style="${style}">${content}</${name}>`;

/** A story's text as an article of a WeChat account: inline styles only, nothing that is loaded but its pictures. */
export function toWechat({ blocks, pictures, foot = [] }: Article): string {
  const parts = blocks.map((block) => drawBlock(block, pictures));
  const lines = foot.length > 0 ? [tag('section', STYLE.foot, foot.map(escaped).join('<br>'))] : [];
  return tag('section', STYLE.whole, [...parts, ...lines].join(''));
}

function drawBlock(block: Block, pictures: Article['pictures']): string {
  switch (block.type) {
    case 'paragraph':
      return tag('p', STYLE.paragraph, drawInline(block.children) || '<br>');
    case 'heading': {
      const level = Math.min(block.level, 3) as 1 | 2 | 3;
      return tag(`h${level}`, STYLE[`h${level}`], drawInline(block.children));
    }
    case 'quote':
      return tag('blockquote', STYLE.quote, drawInline(block.children));
    case 'code':
      return tag('section', STYLE.code, drawInline(block.children));
    case 'list':
      return drawList(block, STYLE.list);
    case 'image':
      return drawPicture(pictures.get(block.image.url));
  }
}

type List = Extract<Block, { type: 'list' }>;

/** An inner list stands within the item before it, as HTML has it. */
function drawList({ format, children }: List, style: string): string {
  const items: string[] = [];
  for (const child of children) {
    if (child.type === 'list-item') items.push(drawInline(child.children));
    else items.push(`${items.pop() ?? ''}${drawList(child as List, STYLE.inner)}`);
  }
  return tag(
    format === 'ordered' ? 'ol' : 'ul',
    style,
    items.map((item) => tag('li', STYLE.item, item)).join(''),
  );
}

/** A picture that is no longer there leaves nothing behind. */
function drawPicture(picture: ArticlePicture | undefined): string {
  if (!picture) return '';
  const { src, alt, instead } = picture;
  if (instead) return tag('section', STYLE.figure, tag('section', STYLE.missing, escaped(instead)));
  const image = src
    ? `<img src="${escaped(src)}" alt="${escaped(alt)}" style="${STYLE.image}">`
    : tag('section', STYLE.missing, escaped(`〔图片:${alt || picture.caption}〕`));
  const under = captionOf(picture);
  return tag('section', STYLE.figure, `${image}${under ? tag('p', STYLE.caption, escaped(under)) : ''}`);
}

/** What stands under a picture: what it shows and who took it. */
export const captionOf = ({ caption, credit }: Pick<ArticlePicture, 'caption' | 'credit'>): string =>
  [caption, credit && `摄影:${credit}`].filter(Boolean).join(' ');

const drawInline = (children: readonly Inline[]): string => children.map(drawOne).join('');

function drawOne(node: Inline): string {
  if (node.type === 'text') return drawText(node);
  const words = node.children.map(drawText).join('');
  // WeChat lets articles lead to its own articles only; of any other link the reader needs the address.
  if (/^https:\/\/mp\.weixin\.qq\.com\//.test(node.url))
    return `<a href="${escaped(node.url)}" style="${STYLE.link}">${words}</a>`;
  const said = node.children.map(({ text }) => text).join('');
  return said === node.url ? words : `${words}(${escaped(node.url)})`;
}

function drawText({ text, bold, italic, underline, strikethrough, code }: Text): string {
  let drawn = escaped(text).replaceAll('\n', '<br>');
  if (code) drawn = tag('span', 'font-family:monospace;background-color:#f2f2f2', drawn);
  if (strikethrough) drawn = tag('span', 'text-decoration:line-through', drawn);
  if (underline) drawn = tag('span', 'text-decoration:underline', drawn);
  if (italic) drawn = `<em>${drawn}</em>`;
  return bold ? `<strong>${drawn}</strong>` : drawn;
}

/** The same article without any look, for where only plain text can be pasted. */
export function toPlain({ blocks, pictures, foot = [] }: Article): string {
  const lines = blocks.map((block) => {
    if (block.type !== 'image') return plainBlock(block);
    const picture = pictures.get(block.image.url);
    return picture ? `〔图片〕${captionOf(picture) || picture.alt}` : '';
  });
  return [...lines, ...foot].filter((line) => line !== '').join('\n\n');
}

function plainBlock(block: Exclude<Block, { type: 'image' }>): string {
  if (block.type !== 'list') return plainInline(block.children);
  let number = 0;
  return block.children
    .map((child) => {
      if (child.type !== 'list-item') return plainBlock(child as List).replace(/^/gm, '  ');
      number += 1;
      return `${block.format === 'ordered' ? `${number}. ` : '· '}${plainInline(child.children)}`;
    })
    .join('\n');
}

/** Nothing can be opened in plain text: whatever a link leads to, the reader needs its address. */
const plainInline = (children: readonly Inline[]): string =>
  children
    .map((one) => {
      if (one.type === 'text') return one.text;
      const said = plainInline(one.children);
      return said === one.url ? said : `${said}(${one.url})`;
    })
    .join('');
