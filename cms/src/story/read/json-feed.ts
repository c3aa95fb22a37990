import { districtInstant, FEED_TYPES, type JsonFeedItem } from '@jiedui/shared/story-api';
import { withOrigin } from '../release/origin';
import { type Feed, type FeedStory, wordsOf } from './feed-rows';
import type { Made } from './kept';

/** A feed by the rules of JSON Feed 1.1. */
export function jsonFeed({ title, description, page, address, stories }: Feed, origin: string): Made {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    ...(description ? { description } : {}),
    home_page_url: page,
    feed_url: `${address}.json`,
    language: 'zh-CN',
    items: stories.map(jsonItem),
  };
  return { type: `${FEED_TYPES.json}; charset=utf-8`, body: withOrigin(JSON.stringify(feed), origin) };
}

function jsonItem(story: FeedStory): JsonFeedItem {
  const { id, url, title, summary, html, cover, author, pictures, releasedAt, changedAt } = story;
  const words = wordsOf(story);
  return {
    id,
    url,
    title,
    ...(summary ? { summary } : {}),
    content_html: html,
    ...(cover ? { image: cover.sizes.large.url } : {}),
    date_published: districtInstant(releasedAt),
    date_modified: districtInstant(changedAt),
    ...(author ? { authors: [{ name: author }] } : {}),
    ...(words.length > 0 ? { tags: words } : {}),
    ...(pictures.length > 0 ? { attachments: pictures.map(attachment) } : {}),
  };
}

const attachment = ({ sizes, caption }: FeedStory['pictures'][number]) => ({
  url: sizes.large.url,
  mime_type: 'image/jpeg',
  ...(caption ? { title: caption } : {}),
});
