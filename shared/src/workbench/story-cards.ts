import type { StoryDutyCard } from './work-card';

/** The duty of stories, for who owes them. */
export const STORY_DUTY_CARDS: readonly StoryDutyCard[] = [
  {
    kind: 'owedStories',
    key: 'storiesOwed',
    words: { zh: '本期应投的稿件', en: 'Stories to send in' },
    roles: ['unit'],
    path: 'stories',
  },
];
