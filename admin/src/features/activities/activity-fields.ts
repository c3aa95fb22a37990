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
export const REPORT_FIELDS = [
  'actualPeople',
  'minors',
  'partyMembers',
  'volunteers',
  'serviceMinutes',
  'summary',
  'minutes',
];

export const ACTIVITY_FORM = [...PLAN_FIELDS, ...REPORT_FIELDS];
