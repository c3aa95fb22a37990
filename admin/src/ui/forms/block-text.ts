import type { BlockNode } from '../field/blocks';

/** The kinds of block that the editor knows; every other one is kept as it is. */
export const BLOCK_STYLES = ['paragraph', 'h1', 'h2', 'h3', 'bulleted', 'numbered', 'quote'] as const;
export type BlockStyle = (typeof BLOCK_STYLES)[number];

/** A block as it is edited: its style and its text, bold between `**`, italic between `*`; a list item a line. */
export type EditedBlock = { style: BlockStyle; text: string };

const MARKS = ['bold', 'italic'];
const isPlain = (node: BlockNode): boolean =>
  node.type === 'text' &&
  Object.keys(node).every((key) => key === 'type' || key === 'text' || MARKS.includes(key)) &&
  !/[*\n]/.test(node.text ?? '');

/** Links, code and nested lists have no place in the text that is typed: such a block must not be rewritten. */
const isInline = (nodes: readonly BlockNode[] | undefined): nodes is BlockNode[] =>
  Array.isArray(nodes) && nodes.every(isPlain);

const written = (nodes: readonly BlockNode[]): string =>
  nodes
    .map(({ text = '', bold, italic }) => {
      const mark = `${bold ? '**' : ''}${italic ? '*' : ''}`;
      return text && mark ? `${mark}${text}${[...mark].reverse().join('')}` : text;
    })
    .join('');

/** The block as the editor shows it; null for one that it cannot show whole. */
export function toEdited(block: BlockNode): EditedBlock | null {
  if (block.type === 'list') {
    const items = block.children ?? [];
    if (!items.every((item) => item.type === 'list-item' && isInline(item.children))) return null;
    const text = items.map((item) => written(item.children ?? [])).join('\n');
    return { style: block.format === 'ordered' ? 'numbered' : 'bulleted', text };
  }
  const style = styleOf(block);
  if (!style || !isInline(block.children)) return null;
  return { style, text: written(block.children) };
}

function styleOf({ type, level }: BlockNode): BlockStyle | null {
  if (type === 'paragraph') return 'paragraph';
  if (type === 'quote') return 'quote';
  if (type === 'heading' && level && level <= 3) return `h${level}` as BlockStyle;
  return null;
}

/** The block that was typed. */
export function fromEdited({ style, text }: EditedBlock): BlockNode {
  if (style === 'bulleted' || style === 'numbered') {
    return {
      type: 'list',
      format: style === 'numbered' ? 'ordered' : 'unordered',
      children: text.split('\n').map((line) => ({ type: 'list-item', children: read(line) })),
    };
  }
  const children = read(text);
  if (style === 'paragraph' || style === 'quote') return { type: style, children };
  return { type: 'heading', level: Number(style.slice(1)), children };
}

function read(text: string): BlockNode[] {
  const nodes: BlockNode[] = [];
  let at = 0;
  for (const found of text.matchAll(/(\*{1,3})([^*]+)\1/g)) {
    if (found.index > at) nodes.push({ type: 'text', text: text.slice(at, found.index) });
    const stars = found[1]?.length ?? 0;
    nodes.push({
      type: 'text',
      text: found[2] ?? '',
      ...(stars >= 2 ? { bold: true } : {}),
      ...(stars % 2 === 1 ? { italic: true } : {}),
    });
    at = found.index + found[0].length;
  }
  if (at < text.length || nodes.length === 0) nodes.push({ type: 'text', text: text.slice(at) });
  return nodes;
}
