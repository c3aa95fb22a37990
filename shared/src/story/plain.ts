import type { Block, Blocks } from './blocks';
import { plainText } from './tidy';

/** A story's text without any marks, a paragraph a line. Pictures say nothing. */
export function plainOf(blocks: Blocks): string {
  return blocks
    .flatMap(linesOf)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** The beginning of a text, no longer than `most` characters. */
export function excerptOf(blocks: Blocks, most: number): string {
  const characters = [...plainOf(blocks).replace(/\s+/g, ' ')];
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`;
}

function linesOf(block: Block): string[] {
  if (block.type === 'image') return [];
  if (block.type !== 'list') return [plainText(block.children)];
  return block.children.flatMap((child) =>
    child.type === 'list-item' ? [plainText(child.children)] : linesOf(child),
  );
}
