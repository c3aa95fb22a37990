import { asBlocks, type BlockNode } from './blocks';

const textOf = (node: BlockNode): string => node.text ?? (node.children ?? []).map(textOf).join('');

/** The words of a formatted text, for a cell of a list. */
export const blocksText = (value: unknown): string => asBlocks(value).map(textOf).filter(Boolean).join(' ');

/** Markdown without its most usual marks. */
export const markdownText = (text: string): string =>
  text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(#{1,6}|>|[-*+]|\d+\.)\s+/gm, '')
    .replace(/[*_`~]{1,3}/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const LONGEST = 80;

/** A text cut to what a cell has room for. */
export const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
