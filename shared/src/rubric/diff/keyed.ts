/** Things of both sides by their key, and which of those on both sides stand in another order. */
export type Matched<T> = {
  added: { key: string; after: T }[];
  removed: { key: string; before: T }[];
  both: { key: string; before: T; after: T; moved: boolean }[];
};

/**
 * Matches by code. Half-written drafts may hold a code twice: then the first is matched with the first, and so on.
 * Of those that change their order as few as possible count as moved.
 */
export function matchByCode<T extends { code: string }>(
  before: readonly T[],
  after: readonly T[],
): Matched<T> {
  const old = keyed(before);
  const now = keyed(after);
  const places = new Map([...old.keys()].map((key, at) => [key, at]));
  const common = [...now.keys()].filter((key) => old.has(key));
  const kept = new Set(longestRising(common.map((key) => places.get(key) ?? 0)).map((at) => common[at]));
  return {
    added: [...now].filter(([key]) => !old.has(key)).map(([key, one]) => ({ key, after: one })),
    removed: [...old].filter(([key]) => !now.has(key)).map(([key, one]) => ({ key, before: one })),
    both: common.map((key) => ({
      key,
      before: old.get(key) as T,
      after: now.get(key) as T,
      moved: !kept.has(key),
    })),
  };
}

function keyed<T extends { code: string }>(things: readonly T[]): Map<string, T> {
  const map = new Map<string, T>();
  for (const thing of things) {
    let key = thing.code;
    for (let turn = 2; map.has(key); turn += 1) key = `${thing.code}\u0000${turn}`;
    map.set(key, thing);
  }
  return map;
}

/** Places of a longest rising run of the numbers, not necessarily side by side. */
export function longestRising(numbers: readonly number[]): number[] {
  const best: number[][] = [];
  numbers.forEach((number, at) => {
    let before: number[] = [];
    for (let earlier = 0; earlier < at; earlier += 1) {
      const run = best[earlier] ?? [];
      if ((numbers[earlier] ?? number) < number && run.length > before.length) before = run;
    }
    best.push([...before, at]);
  });
  return best.reduce((longest, run) => (run.length > longest.length ? run : longest), []);
}
