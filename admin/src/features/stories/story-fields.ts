export const STORY_FORM = ['title', 'activity', 'unit', 'station', 'category', 'author', 'summary', 'body'];
