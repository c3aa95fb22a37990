import { z } from 'zod';
import { instantSchema } from './instant';

/** What consumers are answered. The server's answers are tested against these, and the description is made of them. */

const address = z.string().meta({ format: 'uri' });
const side = z.number().int().min(1);

const sizeSchema = z.strictObject({ url: address, width: side, height: side });

/** `key` is the picture's name for good: it does not come back for another picture. */
const pictureSchema = z.strictObject({
  key: z.string(),
  alt: z.string(),
  caption: z.string().nullable(),
  credit: z.string().nullable(),
  width: side,
  height: side,
  sizes: z.strictObject({ small: sizeSchema, medium: sizeSchema, large: sizeSchema }),
});

const namedSchema = z.strictObject({ documentId: z.string(), name: z.string() });

export const storyColumnSchema = z.strictObject({
  id: z.string(),
  documentId: z.string(),
  slug: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  feed: z.strictObject({ json: address, atom: address }),
});

const removedPictureSchema = z.strictObject({ key: z.string(), reason: z.literal('consentWithdrawn') });

/** A story as it is out. */
export const storyItemSchema = z.strictObject({
  id: z.string(),
  documentId: z.string(),
  title: z.string(),
  summary: z.string().nullable(),
  author: z.string().nullable(),
  html: z.string(),
  tags: z.array(z.string()),
  goodPractice: z.boolean(),
  column: z.strictObject({ slug: z.string(), name: z.string() }).nullable(),
  unit: namedSchema.nullable(),
  station: namedSchema.nullable(),
  category: z.strictObject({ code: z.string(), name: z.string() }).nullable(),
  cover: pictureSchema.nullable(),
  pictures: z.array(pictureSchema),
  removedPictures: z.array(removedPictureSchema),
  url: address,
  releasedAt: instantSchema,
  correctedAt: instantSchema.nullable(),
  correction: z.string().nullable(),
  changedAt: instantSchema,
});

/** What is left of a story that is out no longer; `outOfScope`: it left the columns that the token may read. */
export const tombstoneSchema = z.strictObject({
  id: z.string(),
  documentId: z.string(),
  removed: z.enum(['withdrawn', 'deleted', 'outOfScope']),
  changedAt: instantSchema,
});

/** A story of which `fields` and `populate` chose parts; `id` and `documentId` are always there. */
export const storyPartsSchema = storyItemSchema
  .extend({ text: z.string() })
  .partial()
  .required({ id: true, documentId: true });

export const storyListSchema = z.strictObject({
  data: z.array(storyPartsSchema),
  meta: z.strictObject({
    pagination: z.strictObject({
      page: z.number().int().min(1),
      pageSize: z.number().int().min(1),
      pageCount: z.number().int().min(0).optional(),
      total: z.number().int().min(0).optional(),
    }),
  }),
});

export const oneStorySchema = z.strictObject({ data: storyPartsSchema, meta: z.strictObject({}) });

export const storyChangesSchema = z.strictObject({
  data: z.array(z.union([storyItemSchema, tombstoneSchema])),
  meta: z.strictObject({ cursor: z.string(), more: z.boolean() }),
});

export const storyColumnsSchema = z.strictObject({
  data: z.array(storyColumnSchema),
  meta: z.strictObject({}),
});

/** Whatever goes wrong, told in one shape; `details.code` is stable. */
export const apiErrorSchema = z.strictObject({
  data: z.null(),
  error: z.strictObject({
    status: z.number().int(),
    name: z.string(),
    message: z.string(),
    details: z.looseObject({
      code: z.string(),
      errors: z
        .array(
          z.looseObject({
            path: z.array(z.union([z.string(), z.number()])),
            code: z.string(),
            message: z.string(),
          }),
        )
        .optional(),
    }),
  }),
});

const feedItemSchema = z.strictObject({
  id: z.string(),
  url: address,
  title: z.string(),
  summary: z.string().optional(),
  content_html: z.string(),
  image: address.optional(),
  date_published: instantSchema,
  date_modified: instantSchema,
  authors: z.array(z.strictObject({ name: z.string() })).optional(),
  tags: z.array(z.string()).optional(),
  attachments: z
    .array(z.strictObject({ url: address, mime_type: z.string(), title: z.string().optional() }))
    .optional(),
});

/** JSON Feed 1.1, as far as ours says something. */
export const jsonFeedSchema = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  description: z.string().optional(),
  home_page_url: address,
  feed_url: address,
  language: z.literal('zh-CN'),
  items: z.array(feedItemSchema),
});

export type StoryPicture = z.infer<typeof pictureSchema>;
export type StoryItem = z.infer<typeof storyItemSchema>;
export type StoryTombstone = z.infer<typeof tombstoneSchema>;
export type StoryChanges = z.infer<typeof storyChangesSchema>;
export type StoryList = z.infer<typeof storyListSchema>;
export type StoryColumnAnswer = z.infer<typeof storyColumnSchema>;
export type JsonFeedItem = z.infer<typeof feedItemSchema>;
