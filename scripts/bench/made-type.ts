import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

// A record type as an office would make it in the builder, as wide as an activity: its list must not be slower.

const text = (maxLength = 255) => ({ type: 'string', maxLength });
const count = { type: 'integer', min: 0 };
const flag = { type: 'boolean', default: false };
const one = (target: string) => ({ type: 'relation', relation: 'manyToOne', target: `api::${target}` });

const TYPE = {
  kind: 'collectionType',
  collectionName: 'visits',
  info: { singularName: 'visit', pluralName: 'visits', displayName: '走访慰问' },
  options: { draftAndPublish: false },
  attributes: {
    title: { ...text(120), required: true },
    startsAt: { type: 'datetime', required: true },
    endsAt: { type: 'datetime' },
    day: { type: 'date' },
    month: text(7),
    place: text(),
    kind: { type: 'enumeration', enum: ['home', 'school', 'site'] },
    people: count,
    routine: flag,
    reviewed: flag,
    officer: text(),
    number: text(),
    present: count,
    volunteers: count,
    minutes: count,
    summary: { type: 'text' },
    announcedAt: { type: 'datetime' },
    reportedAt: { type: 'datetime' },
    verifiedAt: { type: 'datetime' },
    phase: text(20),
    unit: one('registry.unit'),
    station: one('registry.station'),
    category: one('programme.category'),
  },
};

const ACCESS = {
  visit: {
    read: { districtOffice: 'all', town: ['station.town'] },
    create: { districtOffice: 'all', town: ['station.town'] },
  },
};

/** Writes the model into the data folder, as a publication would leave it. */
export function writeMadeType(dataDir: string): void {
  const version = path.join(dataDir, 'model/versions/0001');
  mkdirSync(path.join(version, 'types'), { recursive: true });
  writeFileSync(path.join(version, 'types/api__visit.visit.json'), JSON.stringify(TYPE));
  writeFileSync(path.join(version, 'access.json'), JSON.stringify(ACCESS));
  writeFileSync(path.join(dataDir, 'model/current.json'), JSON.stringify({ folder: 'versions/0001' }));
}
