import { z } from 'zod';
import type { Words } from '../text';

/** What a consumer is told of; `ping` is the test that somebody sends by hand. */
export const EVENT_TYPES = [
  'story.published',
  'story.corrected',
  'story.pictureRemoved',
  'story.withdrawn',
  'story.deleted',
  'story.outOfScope',
  'ping',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export const EVENT_WORDS: Record<EventType, Words> = {
  'story.published': { zh: '刊发', en: 'Published' },
  'story.corrected': { zh: '更正', en: 'Corrected' },
  'story.pictureRemoved': { zh: '撤下图片', en: 'Picture removed' },
  'story.withdrawn': { zh: '撤下', en: 'Withdrawn' },
  'story.deleted': { zh: '删除', en: 'Deleted' },
  'story.outOfScope': { zh: '移出可取专栏', en: 'Left the columns' },
  ping: { zh: '测试', en: 'Test' },
};

/**
 * The body of a request to a consumer. No text of the story is in it: what is withdrawn must not lie in queues, so
 * whoever is told reads the story at `url`, or the changes after its own last cursor.
 */
export const storyEventSchema = z.strictObject({
  type: z.enum(EVENT_TYPES),
  timestamp: z.iso.datetime({ offset: true }),
  data: z.union([
    z.strictObject({ id: z.string(), documentId: z.string(), url: z.string(), position: z.number().int() }),
    z.strictObject({}),
  ]),
});
export type StoryEvent = z.infer<typeof storyEventSchema>;
