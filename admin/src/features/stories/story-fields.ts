export const STORY_FORM = [
  'title',
  'column',
  'activity',
  'unit',
  'station',
  'category',
  'tags',
  'author',
  'summary',
  'content',
];
