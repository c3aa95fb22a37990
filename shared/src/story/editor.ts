import { type Block, type Blocks, type Inline, type Link, linkAddress, type Text } from './blocks';

/** A node of the editor's document (ProseMirror's JSON). */
export type EditorNode = {
  type: string;
  attrs?: Record<string, unknown>;
  content?: EditorNode[];
  marks?: EditorMark[];
  text?: string;
};
type EditorMark = { type: string; attrs?: Record<string, unknown> };

/** What a text's marks are called on both sides. */
const MARKS = {
  bold: 'bold',
  italic: 'italic',
  underline: 'underline',
  strikethrough: 'strike',
  code: 'code',
} as const;
type Mark = keyof typeof MARKS;
const MARK_NAMES = Object.keys(MARKS) as Mark[];

type Blocklike = Record<string, unknown>;
const isObject = (value: unknown): value is Blocklike =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const childrenOf = (node: Blocklike): unknown[] => (Array.isArray(node.children) ? node.children : []);

/** Thrown inwards only: a block with something in it that the editor has no place for. */
class NoPlace extends Error {}

/**
 * A text in Strapi's blocks as the editor's document. A block that the editor cannot show whole becomes a `kept` node
 * that carries it unchanged, so that nothing is lost by opening and saving.
 */
export function toEditor(blocks: unknown): EditorNode {
  const content = (Array.isArray(blocks) ? blocks : []).filter(isObject).map(nodeOf);
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

function nodeOf(block: Blocklike): EditorNode {
  try {
    return shownNode(block);
  } catch (error) {
    if (!(error instanceof NoPlace)) throw error;
    return { type: 'kept', attrs: { block } };
  }
}

function shownNode(block: Blocklike): EditorNode {
  switch (block.type) {
    case 'paragraph':
      return holding({ type: 'paragraph' }, inlineNodes(childrenOf(block)));
    case 'heading':
      return holding({ type: 'heading', attrs: { level: levelOf(block) } }, inlineNodes(childrenOf(block)));
    case 'quote':
      return holding({ type: 'blockquote' }, inlineNodes(childrenOf(block)));
    case 'code':
      return codeNode(block);
    case 'list':
      return listNode(block);
    case 'image':
      if (!isObject(block.image)) throw new NoPlace();
      return { type: 'figure', attrs: { image: block.image } };
    default:
      throw new NoPlace();
  }
}

const holding = (node: EditorNode, content: EditorNode[]): EditorNode =>
  content.length > 0 ? { ...node, content } : node;

function levelOf({ level }: Blocklike): number {
  if (typeof level !== 'number' || level < 1 || level > 6) throw new NoPlace();
  return level;
}

/** Program text is shown without marks: one that has some is kept as it is. */
function codeNode(block: Blocklike): EditorNode {
  const texts = childrenOf(block);
  if (!texts.every((node) => isPlainText(node))) throw new NoPlace();
  const text = texts.map((node) => String((node as Blocklike).text)).join('');
  const attrs = { language: typeof block.language === 'string' ? block.language : null };
  return holding({ type: 'codeBlock', attrs }, text ? [{ type: 'text', text }] : []);
}

const isPlainText = (node: unknown): boolean =>
  isObject(node) &&
  node.type === 'text' &&
  typeof node.text === 'string' &&
  MARK_NAMES.every((name) => !node[name]);

/** Strapi puts an inner list beside the item it belongs to, the editor into it. */
function listNode(list: Blocklike): EditorNode {
  const items: EditorNode[] = [];
  for (const child of childrenOf(list)) {
    if (!isObject(child)) throw new NoPlace();
    const last = items.at(-1);
    if (child.type === 'list-item') {
      const paragraph = holding({ type: 'paragraph' }, inlineNodes(childrenOf(child)));
      items.push({ type: 'listItem', content: [paragraph] });
    } else if (child.type === 'list' && last?.content) last.content.push(listNode(child));
    else throw new NoPlace();
  }
  if (items.length === 0) throw new NoPlace();
  return { type: list.format === 'ordered' ? 'orderedList' : 'bulletList', content: items };
}

function inlineNodes(children: readonly unknown[]): EditorNode[] {
  return children.flatMap((child) => {
    if (isObject(child) && child.type === 'text') return textNodes(child, []);
    if (!isObject(child) || child.type !== 'link' || !linkAddress.safeParse(child.url).success)
      throw new NoPlace();
    const link = { type: 'link', attrs: { href: child.url } };
    return childrenOf(child).flatMap((text) => {
      if (!isObject(text) || text.type !== 'text') throw new NoPlace();
      return textNodes(text, [link]);
    });
  });
}

/** A line break is a character of Strapi's texts and a node of the editor's. */
function textNodes(node: Blocklike, more: EditorMark[]): EditorNode[] {
  if (typeof node.text !== 'string') throw new NoPlace();
  const own = MARK_NAMES.filter((name) => node[name] === true).map((name) => ({ type: MARKS[name] }));
  const marks = [...more, ...own];
  const marked = marks.length > 0 ? { marks } : {};
  return node.text
    .split('\n')
    .flatMap((line, at): EditorNode[] => [
      ...(at > 0 ? [{ type: 'hardBreak', ...marked }] : []),
      ...(line ? [{ type: 'text', text: line, ...marked }] : []),
    ]);
}

/** The editor's document as Strapi's blocks; an empty document has none. */
export function toBlocks(doc: EditorNode): Blocks {
  const blocks = (doc.content ?? []).flatMap((node) => blockOf(node) ?? []);
  const [only] = blocks;
  return blocks.length === 1 && only?.type === 'paragraph' && isBlank(only.children) ? [] : blocks;
}

const isBlank = (children: readonly Inline[]): boolean =>
  children.every((child) => child.type === 'text' && child.text === '');

function blockOf(node: EditorNode): Block | null {
  const { attrs = {} } = node;
  const children = inlineOf(node);
  switch (node.type) {
    case 'paragraph':
      return { type: 'paragraph', children };
    case 'heading':
      return { type: 'heading', level: Number(attrs.level), children };
    case 'blockquote':
      return { type: 'quote', children };
    case 'codeBlock': {
      const language = typeof attrs.language === 'string' ? { language: attrs.language } : {};
      return { type: 'code', ...language, children };
    }
    case 'bulletList':
    case 'orderedList':
      return listOf(node, 0);
    case 'figure':
      return {
        type: 'image',
        image: attrs.image as { url: string },
        children: [{ type: 'text', text: '' }],
      };
    case 'kept':
      return attrs.block as Block;
    default:
      return null;
  }
}

function listOf(node: EditorNode, depth: number): Extract<Block, { type: 'list' }> {
  const children = (node.content ?? []).flatMap((item) =>
    (item.content ?? []).map((part) =>
      part.type === 'paragraph'
        ? { type: 'list-item' as const, children: inlineOf(part) }
        : listOf(part, depth + 1),
    ),
  );
  return {
    type: 'list',
    format: node.type === 'orderedList' ? 'ordered' : 'unordered',
    ...(depth > 0 ? { indentLevel: depth } : {}),
    // A list deeper than a story may have is refused by the schema, not bent here.
    children: children as Extract<Block, { type: 'list' }>['children'],
  };
}

const sameMarks = (one: Text, other: Text): boolean => MARK_NAMES.every((name) => one[name] === other[name]);

/** Puts a text behind others; one with the same marks as its neighbour becomes part of it. */
function joined(texts: Text[], next: Text): Text[] {
  const last = texts.at(-1);
  if (!last || !sameMarks(last, next)) return [...texts, next];
  return [...texts.slice(0, -1), { ...last, text: last.text + next.text }];
}

function inlineOf({ content = [] }: EditorNode): Inline[] {
  const groups: { url: string | null; texts: Text[] }[] = [];
  for (const node of content) {
    const text = textOf(node);
    if (!text) continue;
    const url = addressOf(node);
    const last = groups.at(-1);
    if (last && last.url === url) last.texts = joined(last.texts, text);
    else groups.push({ url, texts: [text] });
  }
  const inline = groups.flatMap(({ url, texts }): Inline[] =>
    url === null ? texts : [{ type: 'link', url, children: texts } satisfies Link],
  );
  // Strapi's panel needs a text in every block.
  return inline.length > 0 ? inline : [{ type: 'text', text: '' }];
}

function textOf({ type, text, marks = [] }: EditorNode): Text | null {
  const content = type === 'hardBreak' ? '\n' : type === 'text' ? text : null;
  if (!content) return null;
  const own = MARK_NAMES.filter((name) => marks.some((mark) => mark.type === MARKS[name]));
  return { type: 'text', text: content, ...Object.fromEntries(own.map((name) => [name, true])) };
}

const addressOf = ({ marks = [] }: EditorNode): string | null => {
  const href = marks.find(({ type }) => type === 'link')?.attrs?.href;
  return typeof href === 'string' && linkAddress.safeParse(href).success ? href : null;
};
