import { describe, expect, it } from 'vitest';
import { type Site, toTree, withAncestors } from './tree';

const site = (documentId: string, parent: string | null, counts: Partial<Site> = {}): Site => ({
  documentId,
  name: `阵地 ${documentId}`,
  level: 'station',
  parent,
  town: null,
  civilityArea: true,
  pairings: 0,
  activities: 0,
  ...counts,
});

const sites = [
  site('center', null),
  site('north', 'center', { pairings: 1, activities: 2 }),
  site('n1', 'north', { pairings: 3, activities: 4 }),
  site('south', 'center', { activities: 5 }),
];

describe('toTree', () => {
  it('adds up what lies below', () => {
    const [center] = toTree(sites);
    expect(center).toMatchObject({ documentId: 'center', allPairings: 4, allActivities: 11 });
    expect(center?.children?.[0]).toMatchObject({ documentId: 'north', allPairings: 4, allActivities: 6 });
  });

  it('puts a site whose parent is out of scope at the top', () => {
    expect(toTree(sites.slice(1)).map((node) => node.documentId)).toEqual(['north', 'south']);
  });
});

describe('withAncestors', () => {
  it('keeps the way down to what was found', () => {
    expect(withAncestors(sites, 'N1').map((item) => item.documentId)).toEqual(['center', 'north', 'n1']);
  });

  it('keeps everything without a text and nothing without a match', () => {
    expect(withAncestors(sites, ' ')).toHaveLength(4);
    expect(withAncestors(sites, 'west')).toEqual([]);
  });
});
