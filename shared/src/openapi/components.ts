import { z } from 'zod';
import {
  apiErrorSchema,
  instantSchema,
  jsonFeedSchema,
  oneStorySchema,
  storyChangesSchema,
  storyColumnSchema,
  storyColumnsSchema,
  storyItemSchema,
  storyListSchema,
  storyPartsSchema,
  tombstoneSchema,
} from '../story-api';
import { FIELD_WORDS } from './words';

type Json = Record<string, unknown>;
type Registry = z.core.$ZodRegistry<{ id: string }>;

const NAMED: Record<string, z.ZodType> = {
  Instant: instantSchema,
  Picture: storyItemSchema.shape.pictures.element,
  Story: storyItemSchema,
  Tombstone: tombstoneSchema,
  StoryParts: storyPartsSchema,
  StoryList: storyListSchema,
  OneStory: oneStorySchema,
  StoryChanges: storyChangesSchema,
  StoryColumn: storyColumnSchema,
  StoryColumns: storyColumnsSchema,
  JsonFeedItem: jsonFeedSchema.shape.items.element,
  JsonFeed: jsonFeedSchema,
  Error: apiErrorSchema,
};

const addressOf = (id: string): string => `#/components/schemas/${id}`;

/** The forms that have a name in the description; whatever holds one refers to it. */
export function componentRegistry(): Registry {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id });
  return registry;
}

/** The named forms, in their order. */
export function componentsOf(registry: Registry): Record<string, Json> {
  const { schemas } = z.toJSONSchema(registry, { uri: addressOf });
  return Object.fromEntries(
    Object.keys(NAMED).map((id) => {
      const { $schema: _, $id: __, ...schema } = schemas[id] as Json;
      return [id, described(id, schema)];
    }),
  );
}

function described(id: string, schema: Json): Json {
  const words = FIELD_WORDS[id] ?? (id === 'StoryParts' ? FIELD_WORDS.Story : undefined);
  const properties = schema.properties as Record<string, Json> | undefined;
  if (!words || !properties) return schema;
  const told = Object.entries(properties).map(([name, property]) => [
    name,
    words[name] ? { ...property, description: words[name] } : property,
  ]);
  return { ...schema, properties: Object.fromEntries(told) };
}

/** The form of a value as it is sent, by its name where it has one. */
export function schemaOf(schema: z.ZodType): Json {
  const named = Object.entries(NAMED).find(([, one]) => one === schema);
  if (named) return { $ref: addressOf(named[0]) };
  const { $schema: _, ...form } = z.toJSONSchema(schema, { io: 'input' }) as Json;
  return form;
}
