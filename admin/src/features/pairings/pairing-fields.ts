/** The fields of the form: the two parties, their named contacts, then the rest. */
export const PAIRING_FORM = [
  'unit',
  'station',
  'unitContact',
  'unitContactPhone',
  'stationContact',
  'stationContactPhone',
  'startsOn',
  'endsOn',
  'note',
];
