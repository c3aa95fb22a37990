import { z } from 'zod';
import { isInstant } from '../calendar';

/** Fields of a story that `fields` may choose; without it all but `text` come. */
export const STORY_FIELDS = [
  'title',
  'summary',
  'author',
  'html',
  'text',
  'tags',
  'goodPractice',
  'url',
  'releasedAt',
  'correctedAt',
  'correction',
  'changedAt',
] as const;

/** What belongs to a story and `populate` may choose; without it all of it comes. */
export const STORY_PARTS = [
  'column',
  'unit',
  'station',
  'category',
  'cover',
  'pictures',
  'removedPictures',
] as const;

export const STORY_SORTS = ['releasedAt:desc', 'releasedAt:asc', 'changedAt:desc', 'changedAt:asc'] as const;

/** Pages beyond it are read by the delta, not by counting. */
const MOST_PAGES = 10_000;

const instant = z
  .string()
  .refine(isInstant)
  .meta({ format: 'date-time', description: 'ISO 8601 with offset, as 2022-11-15T09:00:00+08:00' });
const documentId = z.string().regex(/^[a-z0-9]{1,40}$/);
const slug = z.string().min(1).max(60);
const tag = z.string().min(1).max(60);
const page = z.coerce.number().int();
const truth = z.enum(['true', 'false']);

const choice = {
  fields: z.array(z.enum(STORY_FIELDS)).max(STORY_FIELDS.length).optional(),
  populate: z
    .array(z.enum([...STORY_PARTS, '*']))
    .max(STORY_PARTS.length + 1)
    .optional(),
};

/** The parameters of a list, each by its name in the address. */
export const storyListQuery = z.strictObject({
  'filters[column][slug]': slug.optional(),
  'filters[column][slug][$in]': z.array(slug).max(50).optional(),
  'filters[unit][documentId]': documentId.optional(),
  'filters[station][documentId]': documentId.optional(),
  'filters[category][code]': z.string().min(1).max(64).optional(),
  'filters[tags]': tag.optional(),
  'filters[tags][$in]': z.array(tag).max(50).optional(),
  'filters[goodPractice]': truth.optional(),
  'filters[releasedAt][$gte]': instant.optional(),
  'filters[releasedAt][$gt]': instant.optional(),
  'filters[releasedAt][$lte]': instant.optional(),
  'filters[releasedAt][$lt]': instant.optional(),
  'filters[changedAt][$gte]': instant.optional(),
  'filters[changedAt][$gt]': instant.optional(),
  'filters[changedAt][$lte]': instant.optional(),
  'filters[changedAt][$lt]': instant.optional(),
  sort: z.enum(STORY_SORTS).default('releasedAt:desc'),
  ...choice,
  'pagination[page]': page.min(1).max(MOST_PAGES).default(1),
  'pagination[pageSize]': page.min(1).max(100).default(25),
  'pagination[withCount]': truth.default('true'),
});

export const oneStoryQuery = z.strictObject(choice);

/** `cursor` is the `meta.cursor` of the answer before; `updatedSince` counts only without one. */
export const storyChangesQuery = z.strictObject({
  cursor: z.string().min(1).max(200).optional(),
  updatedSince: instant.optional(),
  limit: page.min(1).max(200).default(100),
});

export const noQuery = z.strictObject({});

export type StoryListQuery = z.infer<typeof storyListQuery>;
export type StoryChoice = z.infer<typeof oneStoryQuery>;
export type StoryChangesQuery = z.infer<typeof storyChangesQuery>;
