/** What is planned before the event. */
export const PLAN_FIELDS = [
  'title',
  'category',
  'unit',
  'station',
  'alsoPairings',
  'project',
  'indicators',
  'startsAt',
  'endsAt',
  'venue',
  'venueKind',
  'offers',
  'expectedPeople',
  'routine',
  'materialsReviewed',
  'firstAidOfficer',
  'guides',
  'ivolunteerNumber',
  'publicSecurityLevel',
  'forMinors',
  'safeguardingPerson',
  'minorsSignedUp',
];

/** What is reported after it. */
export const REPORT_FIELDS = ['actualPeople', 'volunteers', 'serviceMinutes', 'summary'];

export const ACTIVITY_FORM = [...PLAN_FIELDS, ...REPORT_FIELDS];
