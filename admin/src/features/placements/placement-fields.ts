/** The fields of the form, in the order in which a cutting is entered. */
export const PLACEMENT_FORM = [
  'title',
  'outlet',
  'level',
  'publishedOn',
  'link',
  'unit',
  'station',
  'story',
  'note',
];
