import type { Anchor } from './roles';

/** A step from a record to another: a relation's name, or into the rows of a type that point here. */
export type Step = string | { from: string; by: string };

/** The record is in scope when the end of the path is the actor (`self`) or what the actor belongs to. */
export type Reach = { path: readonly Step[]; is: Anchor | 'self' };

/** All rows, or the rows that any of the reaches finds. */
export type Scope = 'all' | readonly Reach[];

/**
 * Reads a path such as `pairing.unit` or `<assignment:unit.evaluator`
 * (`<assignment:unit` = the assignments whose `unit` is this record). An empty text is the record itself.
 */
function parsePath(path: string): Step[] {
  if (path === '') return [];
  return path.split('.').map((step) => {
    if (!step.startsWith('<')) return step;
    const [from = '', by = ''] = step.slice(1).split(':');
    return { from, by };
  });
}

/** Rows from which one of the paths leads to what the actor is or belongs to. */
export function own(is: Reach['is'], ...paths: string[]): Scope {
  return paths.map((path) => ({ path: parsePath(path), is }));
}
