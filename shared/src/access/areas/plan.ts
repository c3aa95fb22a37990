import type { ByRole, ResourceAccess } from '../resource-access';
import { own } from '../scope';
import { office, watchers } from './by-role';

/** Who plans for a site: itself, the institute above it, its town. */
const siteWriters = (station = 'station'): ByRole => ({
  districtOffice: 'all',
  town: own('town', `${station}.town`),
  station: own('station', station, `${station}.parent`),
});

/** Who reads what a site plans and offers: also those that are paired with it. */
const siteReaders = (station = 'station'): ByRole => ({
  ...watchers,
  ...siteWriters(station),
  leadDepartment: own('department', `${station}.<pairing:station.unit.department`),
  unit: own('unit', `${station}.<pairing:station.unit`),
});

/** Whose a detailed plan is: a unit's, a site's or a lead department's. */
const actionWriters = (plan = ''): ByRole => ({
  districtOffice: 'all',
  leadDepartment: own('department', `${plan}department`),
  town: own('town', `${plan}station.town`),
  station: own('station', `${plan}station`),
  unit: own('unit', `${plan}unit`),
});

const actionReaders = (plan = ''): ByRole => ({
  ...watchers,
  ...actionWriters(plan),
  leadDepartment: own('department', `${plan}department`, `${plan}unit.department`),
  station: own('station', `${plan}station`, `${plan}station.parent`),
});

const pairingSides: ByRole = {
  districtOffice: 'all',
  town: own('town', 'pairing.station.town'),
  station: own('station', 'pairing.station', 'pairing.station.parent'),
  unit: own('unit', 'pairing.unit'),
};

export const PLAN_ACCESS: Record<string, ResourceAccess> = {
  'site-plan': {
    read: siteReaders(),
    create: siteWriters(),
    update: siteWriters(),
    delete: siteWriters(),
    transition: siteWriters(),
    system: ['title', 'submittedAt', 'approvedAt'],
    import: [],
  },

  'plan-item': {
    read: siteReaders('plan.station'),
    create: siteWriters('plan.station'),
    update: siteWriters('plan.station'),
    delete: siteWriters('plan.station'),
    import: [],
  },

  'schedule-item': {
    read: siteReaders(),
    create: siteWriters(),
    update: siteWriters(),
    delete: siteWriters(),
    system: ['month'],
    import: [],
  },

  'site-offer': {
    read: siteReaders(),
    create: siteWriters(),
    update: siteWriters(),
    delete: siteWriters(),
    import: [],
  },

  'action-plan': {
    read: actionReaders(),
    create: actionWriters(),
    update: actionWriters(),
    delete: office,
    transition: actionWriters(),
    system: ['title', 'submittedAt', 'acceptedAt'],
    import: [],
  },

  'plan-task': {
    read: actionReaders('plan.'),
    create: actionWriters('plan.'),
    update: actionWriters('plan.'),
    delete: actionWriters('plan.'),
    import: [],
  },

  'liaison-content': {
    read: { ...watchers, ...pairingSides, leadDepartment: own('department', 'pairing.unit.department') },
    create: pairingSides,
    update: pairingSides,
    delete: pairingSides,
    transition: pairingSides,
    system: ['title', 'agreedAt'],
    import: [],
  },
};
