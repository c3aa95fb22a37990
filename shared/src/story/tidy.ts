import type { Words } from '../text/words';
import { type Block, type Blocks, blockSchema, type Inline } from './blocks';

/** What is wrong with a text: in which block (from 1), or null for the text as a whole. */
export type TextProblem = { block: number | null; words: Words };

export const MOST_BLOCKS = 500;

// What comes along from Word and web pages and shows as nothing: zero-width marks, soft hyphens, byte order marks.
const INVISIBLE = /[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
// A zero-width joiner makes one picture of several, as a family of people; anywhere else it shows as nothing.
const LOOSE_JOINER =
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d|\u200d(?!\p{Extended_Pictographic})/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufdd0-\ufdef\ufffe\uffff]/g;

/** A piece of code as it is kept, with its tabs: plain spaces, one kind of line break, nothing invisible. */
const tidyCode = (text: string): string =>
  text
    .replace(/\r\n?|[\v\u0085\u2028\u2029]/g, '\n')
    .replace(LOOSE_JOINER, '')
    .replace(INVISIBLE, '')
    .replace(CONTROLS, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f]/g, ' ')
    .normalize('NFC');

/** A piece of text as it is kept. */
export const tidyText = (text: string): string => tidyCode(text).replaceAll('\t', ' ');

/** A text of one line, as a title is: tidy, and without the line breaks and wide gaps that came along. */
export const tidyLine = (text: string): string => tidyText(text).replace(/\s+/g, ' ').trim();

const EMPTY = { type: 'text', text: '' } as const;

/** The text of inline pieces. */
export const plainText = (children: readonly Inline[]): string =>
  children.map((one) => (one.type === 'link' ? plainText(one.children) : one.text)).join('');

const isBlank = (children: readonly Inline[]) => plainText(children).trim() === '';

function tidyInline(children: readonly Inline[]): Inline[] {
  const tidy = children.flatMap((one): Inline[] => {
    if (one.type === 'text') {
      const text = tidyText(one.text);
      return text === '' ? [] : [{ ...one, text }];
    }
    const within = tidyInline(one.children) as typeof one.children;
    return isBlank(within) ? [] : [{ ...one, children: within }];
  });
  return tidy.length > 0 ? tidy : [EMPTY];
}

/** Indents made of spaces are the page's business, not the text's. */
function withoutIndent(children: Inline[]): Inline[] {
  const [first, ...rest] = children;
  if (first?.type !== 'text') return children;
  const text = first.text.replace(/^[\s\u3000]+/, '');
  return text === '' && rest.length > 0 ? withoutIndent(rest) : [{ ...first, text }, ...rest];
}

function tidyList(list: Extract<Block, { type: 'list' }>): Block[] {
  const children = list.children.flatMap((item): typeof list.children => {
    if (item.type === 'list-item') {
      const inline = withoutIndent(tidyInline(item.children));
      return isBlank(inline) ? [] : [{ ...item, children: inline }];
    }
    const [inner] = tidyList(item as Extract<Block, { type: 'list' }>);
    return inner ? [inner as (typeof list.children)[number]] : [];
  });
  return children.length > 0 ? [{ ...list, children }] : [];
}

function tidyBlock(block: Block): Block[] {
  switch (block.type) {
    case 'image':
      return [block];
    case 'list':
      return tidyList(block);
    case 'code': {
      // Strapi's own validator takes no links within code.
      const text = tidyCode(plainText(block.children));
      return text.trim() === '' ? [] : [{ ...block, children: [{ type: 'text', text }] }];
    }
    default: {
      const children = withoutIndent(tidyInline(block.children));
      return isBlank(children) ? [] : [{ ...block, children }];
    }
  }
}

/**
 * A text as it is kept: what says nothing is left out, and an empty text is null. Done twice it changes nothing more.
 */
export function tidyBlocks(blocks: Blocks): Blocks | null {
  const tidy = blocks.flatMap(tidyBlock);
  return tidy.length > 0 ? tidy : null;
}

/** Reads a text that somebody sent: the text as it is kept, or what is wrong with it, block by block. */
export function readBlocks(value: unknown): { blocks: Blocks | null } | { problems: TextProblem[] } {
  if (value === null || value === undefined) return { blocks: null };
  if (!Array.isArray(value)) return { problems: [{ block: null, words: NO_TEXT }] };
  if (value.length > MOST_BLOCKS) {
    const words = { zh: `正文最多 ${MOST_BLOCKS} 段。`, en: `A text has at most ${MOST_BLOCKS} paragraphs.` };
    return { problems: [{ block: null, words }] };
  }
  const problems: TextProblem[] = [];
  const blocks: Blocks = [];
  for (const [at, one] of value.entries()) {
    const read = blockSchema.safeParse(one);
    if (read.success) blocks.push(read.data);
    else problems.push({ block: at + 1, words: problemOf(at + 1, one, read.error.issues) });
  }
  return problems.length > 0 ? { problems } : { blocks: tidyBlocks(blocks) };
}

const NO_TEXT = { zh: '正文格式不正确，请重新编辑。', en: 'This is no text of a story; write it again.' };

type Issue = { path: PropertyKey[]; code: string; errors?: Issue[][] };

/** Where in a block something is wrong, also within the choices of a union. */
const places = (issues: readonly Issue[]): string[] =>
  issues.flatMap((issue) => [
    String(issue.path.at(-1) ?? ''),
    ...(issue.errors ?? []).flatMap((choice) => places(choice)),
  ]);

function problemOf(place: number, block: unknown, issues: readonly unknown[]): Words {
  const type = (block as { type?: unknown } | null)?.type;
  const zh = `第 ${place} 段`;
  const en = `Paragraph ${place}`;
  if (type === 'image')
    return { zh: `${zh}的图片不完整，请删除后重新插入。`, en: `${en}: insert the picture again.` };
  if (type === 'list' && hasDeepList(block))
    return {
      zh: `${zh}的列表超过两级，请把第三级改为第二级。`,
      en: `${en}: a list has two levels at most; move the third one up.`,
    };
  const where = places(issues as Issue[]);
  if (where.includes('url') && hasLink(block))
    return {
      zh: `${zh}的链接须以 http://、https:// 或 mailto: 开头。`,
      en: `${en}: a link begins with http://, https:// or mailto:.`,
    };
  return {
    zh: `${zh}有不支持的内容或过长，请删除格式后重新粘贴。`,
    en: `${en}: something in it is not supported or too long; paste it as plain text.`,
  };
}

const listsIn = (block: unknown): unknown[] => {
  const children = (block as { children?: unknown } | null)?.children;
  if (!Array.isArray(children)) return [];
  return children.slice(0, 1000).filter((one) => (one as { type?: unknown } | null)?.type === 'list');
};

const hasDeepList = (list: unknown): boolean => listsIn(list).some((inner) => listsIn(inner).length > 0);

const hasLink = (block: unknown): boolean => {
  const children = (block as { children?: unknown } | null)?.children;
  if (!Array.isArray(children)) return false;
  return children.slice(0, 1000).some((one) => (one as { type?: unknown } | null)?.type === 'link');
};

/** Where the pictures of a text stand: the block's place (from 1) and the address of the file. */
export const picturesIn = (blocks: Blocks): { block: number; url: string }[] =>
  blocks.flatMap((block, at) => (block.type === 'image' ? [{ block: at + 1, url: block.image.url }] : []));

const FILE = /^\/api\/files\/([a-z0-9]{24})$/;

/** The file that an address within a text names; null for an address of another kind. */
export const fileOfAddress = (url: string): string | null => FILE.exec(url)?.[1] ?? null;

/** The address by which a text names a file. */
export const addressOfFile = (file: string): string => `/api/files/${file}`;
