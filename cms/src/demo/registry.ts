import type { BulkCreate } from '../write/bulk';
import { honoursOf } from './honours';
import { example, marked } from './marks';
import type { People } from './people';
import { CENTER, instituteOf, stationOf, TOWNS } from './places';
import type { Random } from './random';
import { type DemoUnit, UNITS } from './units';

/** A record that already exists, or one of the same write. */
type Link = { key: string } | { documentId: string };

/** A site that units are paired with. */
export type DemoSite = { key: string; name: string; town: string };

/** A unit and a site that belong together, with what the activities need of them. */
export type DemoPairing = { key: string; unit: DemoUnit; site: DemoSite };

export const townKey = (name: string): string => `town:${name}`;
export const unitKey = (name: string): string => `unit:${name}`;
export const siteKey = (name: string): string => `site:${name}`;

/** The paired sites, institutes first in each town. */
export const SITES: readonly DemoSite[] = TOWNS.flatMap(({ name: town, sites }) =>
  [instituteOf(town), ...sites.map(stationOf)].map((name) => ({ key: siteKey(name), name, town })),
);

export function townRows(people: People): BulkCreate {
  const rows = TOWNS.map(({ name, alias }) => ({
    key: townKey(name),
    values: example({ name: marked(name), aliases: [name, alias], leader: people.name() }),
  }));
  return { resource: 'town', rows };
}

/** `departments` are those of the plan, by name. */
export function unitRows(people: People, departments: ReadonlyMap<string, string>): BulkCreate {
  const rows = UNITS.map(({ name, alias, unitClass, resident, department }) => ({
    key: unitKey(name),
    values: example({
      name: marked(name),
      aliases: [name, alias],
      unitClass,
      resident,
      department: departmentLink(departments, department),
      honours: honoursOf(name),
      leader: people.name(),
    }),
  }));
  return { resource: 'unit', rows };
}

export function departmentLink(departments: ReadonlyMap<string, string>, name: string): Link {
  const documentId = departments.get(name);
  if (!documentId) throw new Error(`The plan has no department ${name}`);
  return { documentId };
}

export function stationRows(people: People): BulkCreate {
  const center = {
    key: siteKey(CENTER),
    values: example({
      name: marked(CENTER),
      aliases: [CENTER],
      level: 'center',
      responsibleBody: '区办公室',
      leader: people.name(),
      address: '高新大道1号（示例地址）',
    }),
  };
  return { resource: 'station', rows: [center, ...TOWNS.flatMap((town) => townSites(town, people))] };
}

function townSites({ name: town, sites }: (typeof TOWNS)[number], people: People): BulkCreate['rows'] {
  const institute = instituteOf(town);
  const below = { town: { key: townKey(town) }, civilityArea: true };
  return [
    {
      key: siteKey(institute),
      values: example({
        ...below,
        name: marked(institute),
        aliases: [institute],
        level: 'institute',
        parent: { key: siteKey(CENTER) },
        responsibleBody: `${town}党委`,
        leader: people.name(),
        address: `${town}政府旁（示例地址）`,
      }),
    },
    ...sites.map((site, at) => ({
      key: siteKey(stationOf(site)),
      values: example({
        ...below,
        // The outermost village of each town lies outside the area that 创文 looks at.
        civilityArea: at < sites.length - 1,
        name: marked(stationOf(site)),
        aliases: [stationOf(site), `${site}站`],
        level: 'station',
        parent: { key: siteKey(institute) },
        responsibleBody: `${site}党组织`,
        leader: people.name(),
        address: `${town}${site}党群服务中心（示例地址）`,
      }),
    })),
  ];
}

/**
 * Every unit with its number of sites; sites are dealt out like cards, so that none goes without. The first
 * unit gets the site called `first`.
 */
export function pairUp(random: Random, first: string): DemoPairing[] {
  const deck = random.shuffled(SITES).sort((a, b) => Number(b.name === first) - Number(a.name === first));
  let dealt = 0;
  return UNITS.flatMap((unit) =>
    Array.from({ length: unit.pairings }, () => {
      const site = deck[dealt % deck.length] as DemoSite;
      dealt += 1;
      return { key: `pairing:${unit.name}:${site.name}`, unit, site };
    }),
  );
}

export function pairingRows(pairings: readonly DemoPairing[], people: People): BulkCreate {
  const rows = pairings.map(({ key, unit, site }) => ({
    key,
    values: example({
      unit: { key: unitKey(unit.name) },
      station: { key: site.key },
      unitContact: people.name(),
      unitContactPhone: people.phone(),
      stationContact: people.name(),
      stationContactPhone: people.phone(),
      startsOn: '2022-07-01',
    }),
  }));
  return { resource: 'pairing', rows };
}
