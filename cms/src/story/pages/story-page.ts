import { columnPath, STORIES_PATH } from '@jiedui/shared/story';
import type { StoryItem, StoryPicture } from '@jiedui/shared/story-api';
import { storyHead } from './head';
import { Html, html } from './html';
import { documentOf, SITE_NAME } from './layout';
import { timeHtml } from './when';

/** The page of a story. Its text was drawn up, and escaped, when it came out. */
export function storyPage(story: StoryItem, origin: string): string {
  const { cover, html: text } = story;
  const coverAbove = cover !== null && !text.includes(`/media/${cover.key}/`);
  const main = html`<article>
${placeHtml(story)}
<h1>${story.title}</h1>
<p class="soft">${bylineHtml(story)}</p>
${story.correction && correctionHtml(story.correction, story.correctedAt)}
${story.summary && html`<p class="lead">${story.summary}</p>`}
${coverAbove && pictureHtml(cover)}
${new Html(withFirstAtOnce(inOrder(text), !coverAbove))}
${endHtml(story)}
</article>
${moreHtml(story)}`;
  return documentOf({ title: `${story.title} - ${SITE_NAME}`, head: storyHead(story, origin), main });
}

const placeHtml = ({ column }: StoryItem): Html =>
  html`<nav class="soft" aria-label="位置"><a href="${STORIES_PATH}">全部稿件</a>${
    column && html` › <a href="${columnPath(column.slug)}">${column.name}</a>`
  }</nav>`;

function bylineHtml({ releasedAt, author, unit, goodPractice }: StoryItem): Html {
  return html`<span>${timeHtml(releasedAt)}</span>${unit && html`<span>${unit.name}</span>`}${
    author && html`<span>${author}</span>`
  }${goodPractice && html` <strong class="mark">先进做法</strong>`}`;
}

const correctionHtml = (correction: string, correctedAt: string | null): Html =>
  html`<aside class="note" aria-labelledby="correction"><h2 id="correction">更正说明</h2><p>${correction}</p>${
    correctedAt && html`<p class="soft">更正于 ${timeHtml(correctedAt)}</p>`
  }</aside>`;

function pictureHtml({ sizes, alt, caption, credit }: StoryPicture): Html {
  const { small, medium, large } = sizes;
  const widths = [...new Map([small, medium, large].map((size) => [size.width, size])).values()];
  const srcset = widths.map(({ url, width }) => `${url} ${width}w`).join(', ');
  return html`<figure><img src="${medium.url}" srcset="${srcset}" sizes="(max-width: 720px) 100vw, 720px" width="${medium.width}" height="${medium.height}" alt="${alt}" fetchpriority="high">${
    (caption || credit) &&
    html`<figcaption>${caption} ${credit && html`<small>${credit}</small>`}</figcaption>`
  }</figure>`;
}

function endHtml({ category, station, tags }: StoryItem): Html {
  return html`<footer>${station && html`<p class="soft">地点:${station.name}</p>`}${
    category && html`<p class="soft">类别:${category.name}</p>`
  }${
    tags.length > 0 &&
    html`<ul class="plain soft tags" aria-label="标签">${tags.map((tag) => html`<li>#${tag}</li>`)}</ul>`
  }</footer>`;
}

const moreHtml = ({ column }: StoryItem): Html =>
  html`<nav class="pager" aria-label="更多"><a href="${column ? columnPath(column.slug) : STORIES_PATH}">更多稿件</a></nav>`;

/** The first picture is on the screen when the page opens: to wait for it would show a hole. */
const withFirstAtOnce = (text: string, first: boolean): string =>
  first ? text.replace(' loading="lazy"', ' fetchpriority="high"') : text;

/**
 * Headings go down by one level at a time, whatever the writer chose, and those of the same level stay so: who hears a
 * page finds the way by them.
 */
export function inOrder(text: string): string {
  const above: number[] = [];
  return text.replace(/<h([2-6])>([\s\S]*?)<\/h\1>/g, (_, level: string, inner: string) => {
    while ((above.at(-1) ?? 0) >= Number(level)) above.pop();
    above.push(Number(level));
    const shown = above.length + 1;
    return `<h${shown}>${inner}</h${shown}>`;
  });
}
