import { type Block, type Blocks, type Inline, linkAddress, type Text } from './blocks';

/** A picture as a text shows it. */
export type ShownPicture = {
  src: string;
  srcset: string;
  width: number;
  height: number;
  alt: string;
  caption: string | null;
  credit: string | null;
};

/** What stands behind the address of an image block; null for a picture that is not shown. */
export type PictureOf = (address: string) => ShownPicture | null;

/** Where the reader's window is narrower than a text is wide. */
const SIZES = '(max-width: 720px) 100vw, 720px';

/** The whole of a story's text as HTML: only tags of meaning, and every character of it escaped. */
export function htmlOf(blocks: Blocks, pictureOf: PictureOf): string {
  return blocks.map((block) => blockHtml(block, pictureOf)).join('');
}

/** A text as it may stand between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function blockHtml(block: Block, pictureOf: PictureOf): string {
  switch (block.type) {
    case 'paragraph':
      return saysNothing(block.children) ? '' : `<p>${inlineHtml(block.children)}</p>`;
    case 'heading': {
      if (saysNothing(block.children)) return '';
      // The title of the story is the page's first heading.
      const tag = `h${Math.min(6, block.level + 1)}`;
      return `<${tag}>${inlineHtml(block.children)}</${tag}>`;
    }
    case 'quote':
      return saysNothing(block.children)
        ? ''
        : `<blockquote><p>${inlineHtml(block.children)}</p></blockquote>`;
    case 'code':
      return `<pre><code>${inlineHtml(block.children, '\n')}</code></pre>`;
    case 'list':
      return listHtml(block);
    case 'image':
      return figureHtml(pictureOf(block.image.url));
  }
}

type List = Extract<Block, { type: 'list' }>;

function listHtml({ format, children }: Pick<List, 'format' | 'children'>): string {
  const tag = format === 'ordered' ? 'ol' : 'ul';
  const items: string[] = [];
  for (const child of children) {
    if (child.type === 'list-item') items.push(inlineHtml(child.children));
    // A list within a list belongs to the point before it.
    else items.push(`${items.pop() ?? ''}${listHtml(child)}`);
  }
  return `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`;
}

function figureHtml(picture: ShownPicture | null): string {
  if (!picture) return '';
  const { src, srcset, width, height, alt, caption, credit } = picture;
  const image = `<img src="${escapeHtml(src)}" srcset="${escapeHtml(srcset)}" sizes="${SIZES}" width="${width}" height="${height}" alt="${escapeHtml(alt)}" loading="lazy">`;
  const words = [
    ...(caption ? [escapeHtml(caption)] : []),
    ...(credit ? [`<small>${escapeHtml(credit)}</small>`] : []),
  ];
  return `<figure>${image}${words.length > 0 ? `<figcaption>${words.join(' ')}</figcaption>` : ''}</figure>`;
}

const inlineHtml = (children: readonly Inline[], lineBreak = '<br>'): string =>
  children.map((child) => (child.type === 'link' ? linkHtml(child) : textHtml(child, lineBreak))).join('');

function linkHtml({ url, children }: Extract<Inline, { type: 'link' }>): string {
  const inner = children.map((child) => textHtml(child, '<br>')).join('');
  // A text may have come in before addresses were checked.
  if (!linkAddress.safeParse(url).success) return inner;
  return `<a href="${escapeHtml(url)}" rel="noopener">${inner}</a>`;
}

const MARKS = [
  ['code', 'code'],
  ['strikethrough', 's'],
  ['underline', 'u'],
  ['italic', 'em'],
  ['bold', 'strong'],
] as const;

function textHtml(text: Text, lineBreak: string): string {
  const written = escapeHtml(text.text).replace(/\r?\n/g, lineBreak);
  return MARKS.reduce((html, [mark, tag]) => (text[mark] ? `<${tag}>${html}</${tag}>` : html), written);
}

const saysNothing = (children: readonly Inline[]): boolean =>
  children.every((child) => (child.type === 'link' ? saysNothing(child.children) : child.text.trim() === ''));
