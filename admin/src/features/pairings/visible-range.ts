/** First and last index (exclusive) of what shows. */
export type Range = { from: number; to: number };

type Axis = { count: number; size: number; scroll: number; view: number; spare?: number };

/**
 * Which of `count` equal pieces (`size` px each) show in a view of `view` px scrolled by `scroll` px, with a few to
 * spare on both sides so that quick scrolling shows no gap.
 */
export function visibleRange({ count, size, scroll, view, spare = 4 }: Axis): Range {
  const first = Math.floor(scroll / size) - spare;
  const last = Math.ceil((scroll + view) / size) + spare;
  return { from: Math.max(0, Math.min(first, count)), to: Math.max(0, Math.min(last, count)) };
}

export const indices = ({ from, to }: Range): number[] =>
  Array.from({ length: to - from }, (_, at) => from + at);
