import { picturesIn } from '@jiedui/shared/story';
import type { Words } from '@jiedui/shared/text';
import { diffArrays } from 'diff';

/** A piece of a line: `changed` where the other side says something else. */
export type Part = { text: string; changed: boolean };
/** One line of both sides beside each other; null where a side has none. `kind`: what it is on that side. */
export type Pair = { before: Side | null; after: Side | null };
export type Side = { kind: Words | null; parts: Part[]; isChanged: boolean };

/** A line of a text with what it is: the words alone would not tell a heading from a paragraph. */
export type Line = { kind: Words | null; text: string };

const KINDS: Readonly<Record<string, Words>> = {
  quote: { zh: '引用', en: 'Quote' },
  code: { zh: '代码', en: 'Code' },
  image: { zh: '图片', en: 'Picture' },
  ordered: { zh: '编号', en: 'Number' },
  unordered: { zh: '项目', en: 'Bullet' },
};

type Node = Record<string, unknown>;
const nodesOf = (value: unknown): Node[] =>
  (Array.isArray(value) ? value : []).filter((one) => typeof one === 'object' && one !== null);
const wordsOf = (node: Node): string =>
  typeof node.text === 'string' ? node.text : nodesOf(node.children).map(wordsOf).join('');

/** A link's address is part of what it says. */
const saidBy = (node: Node): string =>
  nodesOf(node.children)
    .map((one) => (one.type === 'link' ? `${wordsOf(one)}(${String(one.url)})` : wordsOf(one)))
    .join('');

/** The lines of a text in blocks; `captionOf` names a picture by its address. */
export function linesOfText(content: unknown, captionOf: (url: string) => string): Line[] {
  return nodesOf(content).flatMap((block): Line[] => {
    switch (block.type) {
      case 'heading':
        return [{ kind: { zh: `${block.level} 级标题`, en: `Heading ${block.level}` }, text: saidBy(block) }];
      case 'list':
        return listLines(block);
      case 'image': {
        const [picture] = picturesIn([block] as Parameters<typeof picturesIn>[0]);
        return [{ kind: KINDS.image ?? null, text: picture ? captionOf(picture.url) : '' }];
      }
      default:
        return [{ kind: KINDS[String(block.type)] ?? null, text: saidBy(block) }];
    }
  });
}

const listLines = (list: Node): Line[] =>
  nodesOf(list.children).flatMap((item) =>
    item.type === 'list'
      ? listLines(item)
      : [{ kind: KINDS[String(list.format)] ?? null, text: saidBy(item) }],
  );

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
/** Chinese has no blanks between words: they are told apart by the language. */
const segments = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment);

const same = (line: Line): Side => ({
  kind: line.kind,
  parts: [{ text: line.text, changed: false }],
  isChanged: false,
});
const whole = (line: Line): Side => ({
  kind: line.kind,
  parts: [{ text: line.text, changed: true }],
  isChanged: true,
});

/** How much of two lines has to be the same for one to be taken for the other's new form. */
const ALIKE = 0.3;

function compared(before: Line, after: Line): Pair[] {
  const changes = diffArrays(segments(before.text), segments(after.text));
  const length = (wanted: (change: (typeof changes)[number]) => boolean) =>
    changes.filter(wanted).reduce((sum, { value }) => sum + value.join('').length, 0);
  const kept = length(({ added, removed }) => !added && !removed);
  if (kept < ALIKE * Math.min(before.text.length, after.text.length))
    return [
      { before: whole(before), after: null },
      { before: null, after: whole(after) },
    ];
  const parts = (skip: 'added' | 'removed'): Part[] =>
    changes
      .filter((change) => !change[skip])
      .map(({ value, added, removed }) => ({ text: value.join(''), changed: added || removed }));
  return [
    {
      before: { kind: before.kind, parts: parts('added'), isChanged: true },
      after: { kind: after.kind, parts: parts('removed'), isChanged: true },
    },
  ];
}

/** Two texts beside each other, line by line, with what differs within a line. */
export function comparedLines(before: readonly Line[], after: readonly Line[]): Pair[] {
  const changes = diffArrays([...before], [...after], {
    comparator: (one, other) => one.text === other.text && one.kind?.zh === other.kind?.zh,
  });
  const pairs: Pair[] = [];
  let gone: Line[] = [];
  const flush = (come: readonly Line[]) => {
    const both = Math.min(gone.length, come.length);
    for (let at = 0; at < both; at += 1) pairs.push(...compared(gone[at] as Line, come[at] as Line));
    for (const line of gone.slice(both)) pairs.push({ before: whole(line), after: null });
    for (const line of come.slice(both)) pairs.push({ before: null, after: whole(line) });
    gone = [];
  };
  for (const { value, added, removed } of changes) {
    if (removed) gone = value;
    else if (added) flush(value);
    else {
      flush([]);
      pairs.push(...value.map((line) => ({ before: same(line), after: same(line) })));
    }
  }
  flush([]);
  return pairs;
}
