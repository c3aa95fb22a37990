import { columnPath, STORIES_PATH, storyPath } from '@jiedui/shared/story';
import type { StoryItem } from '@jiedui/shared/story-api';
import { listHead } from './head';
import { type Html, html } from './html';
import { documentOf, SITE_NAME } from './layout';
import { timeHtml } from './when';

type Column = { slug: string; name: string; description: string | null };
export type ListedStory = Pick<
  StoryItem,
  'documentId' | 'title' | 'summary' | 'releasedAt' | 'cover' | 'goodPractice'
> & { unit: { name: string } | null };
type Stories = { stories: readonly ListedStory[]; page: number; more: boolean };

/** The page of a column: its stories, the newest first. */
export function columnPage(column: Column, { stories, page, more }: Stories, origin: string): string {
  const path = columnPath(column.slug);
  const title = page === 1 ? column.name : `${column.name}(第 ${page} 页)`;
  const description = column.description ?? `${SITE_NAME}专栏“${column.name}”的稿件。`;
  const head = listHead(
    { title, description, path: page === 1 ? path : `${path}?page=${page}`, column },
    origin,
  );
  const main = html`<nav class="soft" aria-label="位置"><a href="${STORIES_PATH}">全部稿件</a></nav>
<h1>${title}</h1>
${column.description && html`<p class="lead">${column.description}</p>`}
${listHtml(stories)}
${pagerHtml(path, page, more)}`;
  return documentOf({ title: `${title} - ${SITE_NAME}`, head, main });
}

/** The way in: the columns, and what is newest. */
export function frontPage(
  columns: readonly Column[],
  { stories, page, more }: Stories,
  origin: string,
): string {
  const path = STORIES_PATH;
  const title = page === 1 ? SITE_NAME : `${SITE_NAME}(第 ${page} 页)`;
  const description = '各单位与新时代文明实践所、站结对共建的现场报道、志愿故事和先进做法。';
  const head = listHead(
    { title, description, path: page === 1 ? path : `${path}?page=${page}`, column: null },
    origin,
  );
  const main = html`<h1>${title}</h1>
${
  columns.length > 0 &&
  html`<nav aria-label="专栏"><ul class="plain columns">${columns.map(
    ({ slug, name }) => html`<li><a href="${columnPath(slug)}">${name}</a></li>`,
  )}</ul></nav>`
}
${listHtml(stories)}
${pagerHtml(path, page, more)}`;
  return documentOf({ title, head, main });
}

function listHtml(stories: readonly ListedStory[]): Html {
  if (stories.length === 0) return html`<p>还没有刊发的稿件。</p>`;
  return html`<ol class="plain list">${stories.map(
    (story, at) =>
      html`<li>${story.cover && thumbHtml(story.cover, at)}<h2><a href="${storyPath(story.documentId)}">${story.title}</a></h2><p class="soft"><span>${timeHtml(story.releasedAt)}</span>${
        story.unit && html`<span>${story.unit.name}</span>`
      }${story.goodPractice && html` <strong class="mark">先进做法</strong>`}</p>${story.summary && html`<p>${story.summary}</p>`}</li>`,
  )}</ol>`;
}

/** The title beside it says it all: who hears the page needs no picture there. */
function thumbHtml({ sizes: { small } }: NonNullable<StoryItem['cover']>, at: number): Html {
  return html`<img class="thumb" src="${small.url}" width="${small.width}" height="${small.height}" alt=""${
    at > 0 && html` loading="lazy"`
  }>`;
}

function pagerHtml(path: string, page: number, more: boolean): Html | null {
  if (page === 1 && !more) return null;
  const at = (number: number) => (number === 1 ? path : `${path}?page=${number}`);
  return html`<nav class="pager" aria-label="分页">${
    page > 1 && html`<a rel="prev" href="${at(page - 1)}">上一页</a>`
  }<span aria-current="page">第 ${page} 页</span>${
    more && html`<a rel="next" href="${at(page + 1)}">下一页</a>`
  }</nav>`;
}
