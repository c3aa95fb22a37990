import { SOCIAL_SIZE, STORIES_PATH, storyPath } from '@jiedui/shared/story';
import type { StoryItem } from '@jiedui/shared/story-api';
import { type Html, html, jsonHtml } from './html';
import { SITE_NAME } from './layout';

const property = (name: string, content: string | number): Html =>
  html`<meta property="${name}" content="${content}">
`;
const named = (name: string, content: string): Html =>
  html`<meta name="${name}" content="${content}">
`;

/** The feeds that tell of what is new here: of one column where the page belongs to one. */
function feedLinks(origin: string, column: { slug: string; name: string } | null): Html {
  const at = column ? `${origin}/feeds/columns/${column.slug}` : `${origin}/feeds/stories`;
  const title = column ? `${SITE_NAME} · ${column.name}` : SITE_NAME;
  return html`<link rel="alternate" type="application/feed+json" title="${title}" href="${at}.json">
<link rel="alternate" type="application/atom+xml" title="${title}" href="${at}.atom">
`;
}

/** What networks show beside a link to the story: its cover, cut to their shape. */
const socialOf = (origin: string, { cover }: StoryItem) =>
  cover ? { url: `${origin}/media/${cover.key}/social`, alt: cover.alt } : null;

export const descriptionOf = ({ summary, title }: StoryItem): string => summary ?? title;

/** The head of a story's page; addresses in it are whole, for others read them elsewhere. */
export function storyHead(story: StoryItem, origin: string): Html {
  const address = `${origin}${storyPath(story.documentId)}`;
  const picture = socialOf(origin, story);
  const description = descriptionOf(story);
  return html`${named('description', description)}<link rel="canonical" href="${address}">
${property('og:type', 'article')}${property('og:title', story.title)}${property('og:description', description)}${property('og:url', address)}${property('og:site_name', SITE_NAME)}${property('og:locale', 'zh_CN')}${property('article:published_time', story.releasedAt)}${property('article:modified_time', story.correctedAt ?? story.releasedAt)}${story.column && property('article:section', story.column.name)}${story.tags.map((tag) => property('article:tag', tag))}${
  picture &&
  html`${property('og:image', picture.url)}${property('og:image:width', SOCIAL_SIZE.width)}${property('og:image:height', SOCIAL_SIZE.height)}${property('og:image:alt', picture.alt)}`
}${named('twitter:card', picture ? 'summary_large_image' : 'summary')}${feedLinks(origin, story.column)}<script type="application/ld+json">${jsonHtml(articleData(story, origin))}</script>`;
}

function articleData(story: StoryItem, origin: string): Record<string, unknown> {
  const address = `${origin}${storyPath(story.documentId)}`;
  const picture = socialOf(origin, story);
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: story.title,
    description: descriptionOf(story),
    inLanguage: 'zh-CN',
    mainEntityOfPage: address,
    url: address,
    datePublished: story.releasedAt,
    dateModified: story.correctedAt ?? story.releasedAt,
    publisher: { '@type': 'Organization', name: SITE_NAME, url: `${origin}${STORIES_PATH}` },
    ...(picture ? { image: [picture.url] } : {}),
    ...(story.author ? { author: [{ '@type': 'Person', name: story.author }] } : {}),
    ...(story.column ? { articleSection: story.column.name } : {}),
    ...(story.tags.length > 0 ? { keywords: story.tags } : {}),
    ...(story.correction ? { correction: story.correction } : {}),
  };
}

type Listed = {
  title: string;
  description: string;
  /** The page's own address below the origin. */
  path: string;
  column: { slug: string; name: string } | null;
};

/** The head of a page that lists stories. */
export function listHead({ title, description, path, column }: Listed, origin: string): Html {
  return html`${named('description', description)}<link rel="canonical" href="${origin}${path}">
${property('og:type', 'website')}${property('og:title', title)}${property('og:description', description)}${property('og:url', origin + path)}${property('og:site_name', SITE_NAME)}${property('og:locale', 'zh_CN')}${named('twitter:card', 'summary')}${feedLinks(origin, column)}`;
}

/** The head of a page that is not to be found by anybody. */
export const problemHead = (): Html => named('robots', 'noindex');
