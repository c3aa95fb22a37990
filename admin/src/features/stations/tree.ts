import { groupBy } from '../../ui/group-by';

export type Site = {
  documentId: string;
  name: string;
  level: string;
  parent: string | null;
  town: { documentId: string; name: string } | null;
  civilityArea: boolean;
  pairings: number;
  activities: number;
};

export type SiteNode = Site & { children?: SiteNode[]; allPairings: number; allActivities: number };

function nodeOf(site: Site, childrenOf: ReadonlyMap<string, Site[]>): SiteNode {
  const children = (childrenOf.get(site.documentId) ?? []).map((child) => nodeOf(child, childrenOf));
  const sum = (pick: (node: SiteNode) => number) => children.reduce((total, node) => total + pick(node), 0);
  return {
    ...site,
    ...(children.length > 0 ? { children } : {}),
    allPairings: site.pairings + sum((node) => node.allPairings),
    allActivities: site.activities + sum((node) => node.allActivities),
  };
}

/**
 * The sites as a tree, each with the counts of everything below it. A site whose parent is not in the list (out
 * of the person's scope) stands at the top.
 */
export function toTree(sites: readonly Site[]): SiteNode[] {
  const known = new Set(sites.map((site) => site.documentId));
  const childrenOf = groupBy(
    sites.filter((site) => site.parent && known.has(site.parent)),
    (site) => site.parent ?? '',
  );
  return sites
    .filter((site) => !site.parent || !known.has(site.parent))
    .map((site) => nodeOf(site, childrenOf));
}

/** The sites whose name holds the text, with every site above them. */
export function withAncestors(sites: readonly Site[], text: string): Site[] {
  const wanted = text.trim().toLowerCase();
  if (!wanted) return [...sites];
  const byId = new Map(sites.map((site) => [site.documentId, site]));
  const kept = new Set<string>();
  for (const site of sites.filter((item) => item.name.toLowerCase().includes(wanted))) {
    for (let at: Site | undefined = site; at && !kept.has(at.documentId); at = byId.get(at.parent ?? '')) {
      kept.add(at.documentId);
    }
  }
  return sites.filter((site) => kept.has(site.documentId));
}
