import { VENUE_KINDS } from '@jiedui/shared/activity';
import type { Model } from './model';
import { optionsOf } from './registry';

const DOCUMENT = { kind: 'files', several: false, accept: 'image/*,.pdf,.doc,.docx' } as const;

export const activityModel = {
  path: 'activities',
  route: '/activities',
  nameField: 'title',
  fields: {
    title: { kind: 'text', required: true, max: 120 },
    category: { kind: 'relation', target: 'categories', order: 'order', required: true },
    unit: { kind: 'relation', target: 'units', required: true },
    station: { kind: 'relation', target: 'stations', required: true },
    project: { kind: 'relation', target: 'projects', nameField: 'title' },
    startsAt: { kind: 'instant', required: true },
    endsAt: { kind: 'instant', required: true },
    day: { kind: 'day' },
    venue: { kind: 'text', max: 120 },
    venueKind: {
      kind: 'enum',
      options: VENUE_KINDS.map((venue) => venue.code),
      words: Object.fromEntries(VENUE_KINDS.map((venue) => [venue.code, venue.words])),
    },
    expectedPeople: { kind: 'number', min: 0, max: 1_000_000 },
    routine: { kind: 'flag' },
    materialsReviewed: { kind: 'flag' },
    firstAidOfficer: { kind: 'text', max: 60 },
    ivolunteerNumber: { kind: 'text', max: 60 },
    publicSecurityApproval: DOCUMENT,
    urbanManagementApproval: DOCUMENT,
    actualPeople: { kind: 'number', min: 0, max: 1_000_000 },
    volunteers: { kind: 'number', min: 0, max: 100_000 },
    serviceMinutes: { kind: 'number', min: 0 },
    summary: { kind: 'long', max: 4000 },
    photos: { kind: 'files', several: true, accept: 'image/*' },
    announcedAt: { kind: 'instant' },
    reportedAt: { kind: 'instant' },
    verifiedAt: { kind: 'instant' },
    state: { kind: 'enum', options: optionsOf('activity.state') },
  },
} satisfies Model;
