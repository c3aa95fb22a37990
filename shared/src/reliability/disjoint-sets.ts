/** Sets of the numbers 0 … size − 1, each alone at first (union–find with halving of paths). */
export interface DisjointSets {
  /** The number that stands for the whole set of this one. */
  find(member: number): number;
  /** Joins two sets; false when they were one already. */
  join(a: number, b: number): boolean;
}

export function disjointSets(size: number): DisjointSets {
  const parent = Int32Array.from({ length: size }, (_, at) => at);
  const find = (member: number): number => {
    let at = member;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  const join = (a: number, b: number): boolean => {
    const [one, other] = [find(a), find(b)];
    // The smaller number stands for both, so that the result does not depend on the order of joins.
    parent[Math.max(one, other)] = Math.min(one, other);
    return one !== other;
  };
  return { find, join };
}
