export {
  apiErrorSchema,
  type JsonFeedItem,
  jsonFeedSchema,
  oneStorySchema,
  type StoryChanges,
  type StoryColumnAnswer,
  type StoryItem,
  type StoryList,
  type StoryPicture,
  type StoryTombstone,
  storyChangesSchema,
  storyColumnSchema,
  storyColumnsSchema,
  storyItemSchema,
  storyListSchema,
  storyPartsSchema,
  tombstoneSchema,
} from './answers';
export type { Endpoint, EndpointAnswer } from './endpoint';
export { FEED_TYPES, STORY_ENDPOINTS } from './endpoints';
export { districtInstant, instantSchema } from './instant';
export {
  noQuery,
  oneStoryQuery,
  STORY_FIELDS,
  STORY_PARTS,
  STORY_SORTS,
  type StoryChangesQuery,
  type StoryChoice,
  type StoryListQuery,
  storyChangesQuery,
  storyListQuery,
} from './queries';
export { type QueryOf, type QuerySchema, type ReadQuery, readQuery } from './read-query';
