import type { BulkCreate } from '../write/bulk';
import { example, marked } from './marks';

const HONOURS = [
  { code: 'nationalCivilUnit', name: '全国文明单位', level: 'national' },
  { code: 'provinceCivilUnit', name: '省级文明单位', level: 'province' },
  { code: 'cityCivilUnit', name: '市级文明单位', level: 'city' },
  { code: 'districtCivilUnit', name: '区级文明单位', level: 'district' },
  { code: 'provinceCivilCampus', name: '省级文明校园', level: 'province' },
  { code: 'cityCivilCampus', name: '市级文明校园', level: 'city' },
  { code: 'districtCivilCampus', name: '区级文明校园', level: 'district' },
] as const;

/** Who holds what, so that a filter and a page have something to show. */
const HELD: [unit: string, code: (typeof HONOURS)[number]['code']][] = [
  ['区财政局', 'provinceCivilUnit'],
  ['区行政服务中心', 'nationalCivilUnit'],
  ['区税务局', 'cityCivilUnit'],
  ['区消防救援大队', 'cityCivilUnit'],
  ['区人民医院', 'districtCivilUnit'],
  ['区第一中学', 'provinceCivilCampus'],
  ['区第一小学', 'cityCivilCampus'],
  ['区实验小学', 'districtCivilCampus'],
];

const honourKey = (code: string) => `honour:${code}`;

export function honourRows(): BulkCreate {
  const rows = HONOURS.map(({ code, name, level }, at) => ({
    key: honourKey(code),
    values: example({ code, name: marked(name), level, order: at + 1, active: true }),
  }));
  return { resource: 'honour', rows };
}

/** The honours of a unit of the demonstration. */
export const honoursOf = (unit: string): { key: string }[] =>
  HELD.filter(([name]) => name === unit).map(([, code]) => ({ key: honourKey(code) }));
