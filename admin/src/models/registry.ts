import { ENUM_TEXT } from '@jiedui/shared/text';
import type { Model } from './model';

/** The values of an enumeration, in the order of its words. */
export const optionsOf = (key: string): string[] => Object.keys(ENUM_TEXT[key] ?? {});

const NAME = { kind: 'text', required: true, max: 120 } as const;

export const unitModel = {
  path: 'units',
  route: '/units',
  nameField: 'name',
  fields: {
    name: NAME,
    aliases: {
      kind: 'names',
      help: {
        zh: '材料中的其他叫法,导入时据此识别。输入后按回车。',
        en: 'Other names in papers; imports recognise them. Press Enter after each.',
      },
    },
    unitClass: { kind: 'enum', required: true, options: optionsOf('unit.unitClass') },
    resident: { kind: 'flag' },
    department: { kind: 'relation', target: 'departments' },
    leader: { kind: 'text', max: 255 },
    note: { kind: 'long', max: 2000 },
  },
} satisfies Model;

export const stationModel = {
  path: 'stations',
  route: '/stations',
  nameField: 'name',
  fields: {
    name: NAME,
    aliases: unitModel.fields.aliases,
    level: { kind: 'enum', required: true, options: optionsOf('station.level') },
    parent: { kind: 'relation', target: 'stations' },
    town: { kind: 'relation', target: 'towns' },
    civilityArea: { kind: 'flag' },
    responsibleBody: { kind: 'text', max: 255 },
    leader: { kind: 'text', max: 255 },
    address: { kind: 'text', max: 255 },
  },
} satisfies Model;

export const pairingModel = {
  path: 'pairings',
  route: '/pairings',
  nameField: 'documentId',
  fields: {
    unit: { kind: 'relation', target: 'units', required: true },
    station: { kind: 'relation', target: 'stations', required: true },
    unitContact: { kind: 'text', required: true, max: 60 },
    unitContactPhone: { kind: 'text', max: 40 },
    stationContact: { kind: 'text', required: true, max: 60 },
    stationContactPhone: { kind: 'text', max: 40 },
    startsOn: { kind: 'day' },
    endsOn: { kind: 'day' },
    note: { kind: 'long', max: 2000 },
  },
} satisfies Model;

export const teamModel = {
  path: 'volunteer-teams',
  route: '/teams',
  nameField: 'name',
  fields: {
    name: NAME,
    ownerKind: { kind: 'enum', required: true, options: optionsOf('volunteer-team.ownerKind') },
    unit: { kind: 'relation', target: 'units' },
    organization: { kind: 'text', max: 255 },
    leader: { kind: 'text', max: 255 },
    size: { kind: 'number', min: 0 },
  },
} satisfies Model;
