/** What a story is written with, in the order of the form. */
export const STORY_FORM = [
  'title',
  'summary',
  'content',
  'author',
  'column',
  'category',
  'tags',
  'activity',
  'unit',
  'station',
  'goodPractice',
  'embargoUntil',
  'scheduledFor',
  'correction',
] as const;

/** What a new story begins with; the rest is written on its own page. */
export const NEW_STORY = ['title', 'column', 'unit', 'station'];

export const PHOTO_FIELDS = ['caption', 'alt', 'credit', 'people', 'persons'] as const;
export type PhotoField = (typeof PHOTO_FIELDS)[number];
