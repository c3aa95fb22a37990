import { type RelationGraph, ROLE_ANCHOR, type Role, type RowRule, reachPaths } from '@jiedui/shared/access';
import type { ModelsDescription } from '@jiedui/shared/model';
import type { Words } from '@jiedui/shared/text';

/** A rule as a select holds it: nothing, all rows, or some of the paths. */
export type RuleValue = 'none' | 'all' | string[];

export const ruleValue = (rule: RowRule | undefined): RuleValue =>
  rule === undefined ? 'none' : rule === 'all' ? 'all' : [...rule];

export const ruleOf = (value: RuleValue): RowRule | undefined =>
  value === 'none' || value.length === 0 ? undefined : value === 'all' ? 'all' : value;

/** The paths by which the rows of a type concern a role, in words: `所属阵地 › 所属镇`. */
export function pathsFor(
  graph: RelationGraph,
  described: ModelsDescription,
  resource: string,
  role: Role,
): { path: string; words: Words }[] {
  const anchor = ROLE_ANCHOR[role];
  if (!anchor) return [];
  return reachPaths(graph, resource, anchor).map((path) => ({
    path,
    words: pathWords(graph, described, resource, path),
  }));
}

function pathWords(graph: RelationGraph, described: ModelsDescription, from: string, path: string): Words {
  const labels: Words[] = [];
  let at = from;
  for (const step of path.split('.')) {
    const field = described.types.find(({ resource }) => resource === at)?.fields[step];
    labels.push(field?.label ?? { zh: step, en: step });
    at = graph[at]?.[step] ?? at;
  }
  return { zh: labels.map(({ zh }) => zh).join(' › '), en: labels.map(({ en }) => en).join(' › ') };
}
