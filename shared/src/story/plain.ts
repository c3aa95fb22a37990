type Node = Record<string, unknown>;
const nodesOf = (value: unknown): Node[] =>
  (Array.isArray(value) ? value : []).filter((one) => typeof one === 'object' && one !== null);

/** A story's text without any marks, a paragraph a line. Pictures say nothing, nor does what is no text of a story. */
export function plainOf(blocks: unknown): string {
  return nodesOf(blocks)
    .flatMap(linesOf)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** How many characters a text has, without blanks: what a Chinese editor calls its length. */
export function countCharacters(blocks: unknown): number {
  return [...plainOf(blocks).replace(/\s/g, '')].length;
}

function linesOf(block: Node): string[] {
  if (block.type === 'image') return [];
  if (block.type !== 'list') return [wordsOf(block)];
  return nodesOf(block.children).flatMap((child) =>
    child.type === 'list' ? linesOf(child) : [wordsOf(child)],
  );
}

const wordsOf = (node: Node): string =>
  typeof node.text === 'string' ? node.text : nodesOf(node.children).map(wordsOf).join('');
