/** The fields of the form, in the order of a registration sheet. */
export const STATION_FORM = [
  'name',
  'aliases',
  'level',
  'parent',
  'town',
  'civilityArea',
  'responsibleBody',
  'leader',
  'address',
];
