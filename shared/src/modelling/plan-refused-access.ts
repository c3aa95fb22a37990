import { ACTIONS, type Anchor, type RelationGraph, ROLE_ANCHOR, ROLES, reachPaths } from '../access';
import { normalAttribute, relationSide, resourceOfUid } from '../model';
import type { Words } from '../text';
import { attributesOf, type Refusing } from './plan-refusing';

/** What cannot be in the rules of access that the office has set. */
export function refuseAccess(refusing: Refusing): void {
  const { base, after, names, refuse } = refusing;
  const byResource = new Map(Object.keys(after.types).map((uid) => [resourceOfUid(uid), uid]));
  const graph = graphOf(refusing);
  for (const [resource, rules] of Object.entries(after.access)) {
    const uid = byResource.get(resource);
    if (!uid) {
      refuse(
        'ACCESS_UNKNOWN',
        { resource },
        `“${resource}”不是新建的类型,不能为它设定权限。`,
        `“${resource}” is not a type of the office; its access cannot be set.`,
      );
      continue;
    }
    const label = names.type(uid);
    for (const role of ROLES) {
      const anchor = ROLE_ANCHOR[role];
      for (const path of new Set(ACTIONS.flatMap((action) => pathsOf(rules[action]?.[role])))) {
        if (anchor && leads(graph, resource, anchor, path)) continue;
        const words = roleAndPath(role, path);
        refuse(
          'ACCESS_PATH',
          { resource },
          `“${label.zh}”的权限:${words.zh}`,
          `Access to “${label.en}”: ${words.en}`,
        );
      }
    }
  }
  for (const [resource, fields] of Object.entries(after.fieldAccess)) {
    const uid = [...Object.keys(base), ...Object.keys(after.types)].find(
      (one) => resourceOfUid(one) === resource,
    );
    const added = uid ? (after.types[uid]?.attributes ?? after.fields[uid]) : undefined;
    for (const field of Object.keys(fields)) {
      if (added?.[field]) continue;
      refuse(
        'FIELD_ACCESS_UNKNOWN',
        { resource, field },
        `“${resource}”没有新增字段“${field}”,不能为它设定权限。`,
        `“${resource}” has no added field “${field}” whose access could be set.`,
      );
    }
  }
}

const pathsOf = (rule: unknown): string[] => (Array.isArray(rule) ? rule : []);

const leads = (graph: RelationGraph, resource: string, anchor: Anchor, path: string): boolean =>
  reachPaths(graph, resource, anchor).includes(path);

function roleAndPath(role: string, path: string): Words {
  return {
    zh: `路径“${path}”不能由记录找到角色 ${role} 所属的对象,请重新选择。`,
    en: `the path “${path}” does not lead to what the role ${role} belongs to; choose again.`,
  };
}

/** Relations to one record, of every type. */
function graphOf(refusing: Refusing): RelationGraph {
  const { base, after } = refusing;
  const graph: Record<string, Record<string, string>> = {};
  for (const uid of [...Object.keys(base), ...Object.keys(after.types)]) {
    const relations = Object.entries(attributesOf(refusing, uid) ?? {})
      .filter(([, attribute]) => attribute.type === 'relation')
      .filter(([, attribute]) => relationSide(normalAttribute(attribute)) === 'column')
      .map(([name, { target }]) => [name, resourceOfUid(target ?? '')]);
    graph[resourceOfUid(uid)] = Object.fromEntries(relations);
  }
  return graph;
}
