import type { ByRole, ResourceAccess } from '../resource-access';
import { own } from '../scope';

export const office: ByRole = { districtOffice: 'all' };

/** Names that everybody needs to read a record: readable to every signed-in role. */
export const everyone: ByRole = {
  districtOffice: 'all',
  civilityOffice: 'all',
  leadDepartment: 'all',
  town: 'all',
  station: 'all',
  unit: 'all',
  evaluator: 'all',
  inspector: 'all',
  publicity: 'all',
};

export const watchers: ByRole = {
  districtOffice: 'all',
  civilityOffice: 'all',
  inspector: 'all',
  publicity: 'all',
};

/** What the office sets for everybody; the others meet its effects, not the records. */
export const setting: ResourceAccess = {
  read: office,
  create: office,
  update: office,
  delete: office,
  export: [],
  import: [],
};

export const reference: ResourceAccess = { read: everyone, create: office, update: office, delete: office };

/** Who runs an activity also has what belongs to it. */
export const activityPartWriters: ByRole = {
  districtOffice: 'all',
  town: own('town', 'activity.station.town'),
  station: own('station', 'activity.station', 'activity.station.parent'),
  unit: own('unit', 'activity.unit'),
};
