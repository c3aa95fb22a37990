import type { ByRole, ResourceAccess } from '../resource-access';
import { own } from '../scope';
import { office } from './by-role';

const storyWriters: ByRole = {
  districtOffice: 'all',
  publicity: 'all',
  town: own('town', 'station.town'),
  station: own('station', 'station'),
  unit: own('unit', 'unit'),
};

export const STORY_ACCESS: Record<string, ResourceAccess> = {
  story: {
    read: { ...storyWriters, civilityOffice: 'all' },
    create: storyWriters,
    update: storyWriters,
    delete: office,
    transition: storyWriters,
    system: ['releasedAt'],
  },
};
