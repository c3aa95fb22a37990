import { districtInstant, FEED_TYPES } from '@jiedui/shared/story-api';
import { generateAtomFeed } from 'feedsmith';
import { type Feed, type FeedStory, PUBLISHER, wordsOf } from './feed-rows';
import type { Made } from './kept';

/** A feed by RFC 4287. */
export function atomFeed({ id, title, description, page, address, updated, stories }: Feed): Made {
  const body = generateAtomFeed({
    id,
    title: text(title),
    ...(description ? { subtitle: text(description) } : {}),
    updated: districtInstant(updated),
    authors: [{ name: PUBLISHER }],
    links: [
      { href: `${address}.atom`, rel: 'self', type: FEED_TYPES.atom },
      { href: page, rel: 'alternate', type: 'text/html' },
    ],
    entries: stories.map(entry),
    xml: { lang: 'zh-CN' },
  });
  return { type: `${FEED_TYPES.atom}; charset=utf-8`, body };
}

// Characters that XML 1.0 cannot hold in any spelling.
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const clean = (value: string): string => value.replace(NOT_XML, '');
const text = (value: string) => ({ value: clean(value), type: 'text' });

function entry(story: FeedStory) {
  const { id, url, title, summary, html, author, cover, releasedAt, changedAt } = story;
  return {
    id,
    title: text(title),
    updated: districtInstant(changedAt),
    published: districtInstant(releasedAt),
    ...(author ? { authors: [{ name: clean(author) }] } : {}),
    links: [
      { href: url, rel: 'alternate', type: 'text/html' },
      ...(cover ? [{ href: cover.sizes.large.url, rel: 'enclosure', type: 'image/jpeg' }] : []),
    ],
    categories: wordsOf(story).map((term) => ({ term: clean(term) })),
    ...(summary ? { summary: text(summary) } : {}),
    content: { value: clean(html), type: 'html' },
  };
}
