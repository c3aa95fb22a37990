import type { ByRole, ResourceAccess } from '../resource-access';
import type { Role } from '../roles';
import { own } from '../scope';
import { everyone, office } from './by-role';

/** Who edits, publishes and answers for what is out. */
const DESK_ROLES: readonly Role[] = ['districtOffice', 'publicity'];
const desk: ByRole = { districtOffice: 'all', publicity: 'all' };

const storyWriters: ByRole = {
  ...desk,
  town: own('town', 'station.town'),
  station: own('station', 'station'),
  unit: own('unit', 'unit'),
};

/** Who writes a story also has what belongs to it. */
const partWriters: ByRole = {
  ...desk,
  town: own('town', 'story.station.town'),
  station: own('station', 'story.station'),
  unit: own('unit', 'story.unit'),
};

/** Consents name people: those who made the story, and the desk. */
const consentKeepers: ByRole = {
  ...desk,
  station: own('station', 'photo.story.station'),
  unit: own('unit', 'photo.story.unit'),
};

const consumerKeepers: ResourceAccess = {
  read: desk,
  create: desk,
  update: desk,
  delete: {},
  transition: desk,
  export: [],
  import: [],
};

export const STORY_ACCESS: Record<string, ResourceAccess> = {
  story: {
    read: { ...storyWriters, civilityOffice: 'all' },
    create: storyWriters,
    update: storyWriters,
    delete: office,
    transition: storyWriters,
    system: ['releasedAt', 'correctedAt'],
    writers: {
      goodPractice: DESK_ROLES,
      embargoUntil: DESK_ROLES,
      scheduledFor: DESK_ROLES,
      correction: DESK_ROLES,
    },
  },

  'story-column': { read: everyone, create: desk, update: desk, delete: desk },

  'story-photo': {
    read: { ...partWriters, civilityOffice: 'all' },
    create: partWriters,
    update: partWriters,
    delete: partWriters,
    import: [],
  },

  'portrait-consent': {
    read: consentKeepers,
    create: consentKeepers,
    update: consentKeepers,
    delete: desk,
    transition: consentKeepers,
    export: [],
    import: [],
  },

  'story-comment': {
    read: { ...partWriters, civilityOffice: 'all' },
    create: { ...partWriters, civilityOffice: 'all' },
    update: {
      ...desk,
      civilityOffice: own('self', 'writer'),
      town: own('self', 'writer'),
      station: own('self', 'writer'),
      unit: own('self', 'writer'),
    },
    delete: {},
    owner: 'writer',
    system: ['writer'],
    export: [],
    import: [],
  },

  'media-placement': {
    read: { ...storyWriters, civilityOffice: 'all' },
    create: storyWriters,
    update: storyWriters,
    delete: office,
    transition: storyWriters,
    system: ['verifiedAt'],
  },

  'api-consumer': consumerKeepers,
  webhook: { ...consumerKeepers, delete: desk },
};
