/** What is chosen before a round opens; opening freezes the rubric and the roster. */
export const ROUND_FORM = [
  'name',
  'rubric',
  'programme',
  'opensOn',
  'closesOn',
  'judgesFrom',
  'judgesTo',
  'windows',
  'appealDays',
  'disagreementPercent',
];
