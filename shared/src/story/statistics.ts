import { PUBLISHED_STORY_STATES } from '../metric';
import type { Words } from '../text';
import { MACHINES } from '../workflow';

/** By what stories are counted: their unit, their site, their column, or the media that ran them. */
export const STATISTICS_BY = ['unit', 'station', 'column', 'placement'] as const;
export type StatisticsBy = (typeof STATISTICS_BY)[number];

const { story } = MACHINES;

/** The states of stories that were sent in and not given back. */
export const SUBMITTED_STORY_STATES = story.states.filter((state) => state !== story.initial);

/** The states of stories that came out at some time, those taken back included. */
const ONCE_OUT = [...PUBLISHED_STORY_STATES, story.transitions.withdraw.to] as const;

/** What is counted of stories: by which day it belongs to the period, and in which states a story counts. */
export type StoryFigure = {
  at: 'submittedAt' | 'releasedAt' | 'correctedAt' | 'withdrawnAt';
  states: readonly string[];
  flag?: 'goodPractice';
};

export const STORY_FIGURES = {
  submitted: { at: 'submittedAt', states: SUBMITTED_STORY_STATES },
  published: { at: 'releasedAt', states: ONCE_OUT },
  corrected: { at: 'correctedAt', states: ONCE_OUT },
  withdrawn: { at: 'withdrawnAt', states: [story.transitions.withdraw.to] },
  goodPractice: { at: 'releasedAt', states: PUBLISHED_STORY_STATES, flag: 'goodPractice' },
} as const satisfies Record<string, StoryFigure>;

/** The states in which a placement counts, and the levels it is counted by. */
export const COUNTED_PLACEMENT_STATES = [MACHINES['media-placement'].transitions.verify.to] as const;
export const PLACEMENT_LEVELS = ['national', 'province', 'city'] as const;

export const STORY_COUNTS = [
  ...(Object.keys(STORY_FIGURES) as (keyof typeof STORY_FIGURES)[]),
  ...PLACEMENT_LEVELS,
] as const;
export type StoryCount = (typeof STORY_COUNTS)[number];

/** What is counted where rows are media: they run stories, and send none in. */
export const countsOf = (by: StatisticsBy): readonly StoryCount[] =>
  by === 'placement' ? PLACEMENT_LEVELS : STORY_COUNTS;

/** What is drawn of each row, where the table beside it has every number. */
export const drawnCounts = (by: StatisticsBy): readonly StoryCount[] =>
  by === 'placement' ? PLACEMENT_LEVELS : ['submitted', 'published'];

export const COUNT_WORDS: Record<StoryCount, Words> = {
  submitted: { zh: '投稿', en: 'Submitted' },
  published: { zh: '刊发', en: 'Published' },
  corrected: { zh: '更正', en: 'Corrected' },
  withdrawn: { zh: '撤下', en: 'Withdrawn' },
  goodPractice: { zh: '先进做法', en: 'Good practice' },
  national: { zh: '国家级媒体', en: 'National media' },
  province: { zh: '省级媒体', en: 'Province media' },
  city: { zh: '市级媒体', en: 'City media' },
};

/** What the rows are called, by what is counted. */
export const BY_WORDS: Record<StatisticsBy, Words> = {
  unit: { zh: '单位', en: 'Unit' },
  station: { zh: '阵地', en: 'Site' },
  column: { zh: '专栏', en: 'Column' },
  placement: { zh: '媒体', en: 'Outlet' },
};
