import { districtInstant, FEED_TYPES } from '@jiedui/shared/story-api';
import { withOrigin } from '../release/origin';
import { type Feed, type FeedStory, PUBLISHER, wordsOf } from './feed-rows';
import type { Made } from './kept';
import { element, type Xml } from './xml';

/** A feed by RFC 4287. Written out here: a general writer of XML takes longer than all the rest of the answer. */
export function atomFeed(
  { id, title, description, page, address, updated, stories }: Feed,
  origin: string,
): Made {
  const feed = element('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'zh-CN' }, [
    element('id', {}, id),
    element('title', {}, title),
    description ? element('subtitle', {}, description) : null,
    element('updated', {}, districtInstant(updated)),
    person(PUBLISHER),
    link('self', `${address}.atom`, FEED_TYPES.atom),
    link('alternate', page, 'text/html'),
    ...stories.map(entry),
  ]);
  const body = `<?xml version="1.0" encoding="utf-8"?>\n${feed.xml}\n`;
  return { type: `${FEED_TYPES.atom}; charset=utf-8`, body: withOrigin(body, origin) };
}

const person = (name: string): Xml => element('author', {}, [element('name', {}, name)]);
const link = (rel: string, href: string, type: string): Xml => element('link', { rel, href, type });

function entry(story: FeedStory): Xml {
  const { id, url, title, summary, html, author, cover, releasedAt, changedAt } = story;
  return element('entry', {}, [
    element('id', {}, id),
    element('title', {}, title),
    element('updated', {}, districtInstant(changedAt)),
    element('published', {}, districtInstant(releasedAt)),
    author ? person(author) : null,
    link('alternate', url, 'text/html'),
    cover ? link('enclosure', cover.sizes.large.url, 'image/jpeg') : null,
    ...wordsOf(story).map((term) => element('category', { term })),
    summary ? element('summary', {}, summary) : null,
    element('content', { type: 'html' }, html),
  ]);
}
