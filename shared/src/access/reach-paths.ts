import type { Anchor } from './roles';

/** Relations that lead to one record, by record type: `relations.visit.unit === 'unit'`. */
export type RelationGraph = Readonly<Record<string, Readonly<Record<string, string>>>>;

const LONGEST = 3;

/**
 * The ways from a record type to what an account may belong to, shortest first: `unit`, `station.town`. These are
 * the choices for "the rows that concern me" of a role. Never passes through an account.
 */
export function reachPaths(graph: RelationGraph, resource: string, anchor: Anchor): string[] {
  const found: string[] = [];
  let open: { path: string[]; at: string }[] = [{ path: [], at: resource }];
  for (let length = 1; length <= LONGEST; length += 1) {
    open = open.flatMap(({ path, at }) =>
      Object.entries(graph[at] ?? {})
        .filter(([, target]) => target !== 'staff')
        .map(([relation, target]) => ({ path: [...path, relation], at: target })),
    );
    for (const { path, at } of open) if (at === anchor) found.push(path.join('.'));
  }
  return found;
}
