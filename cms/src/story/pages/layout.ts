import { STORIES_PATH } from '@jiedui/shared/story';
import { Html, html } from './html';
import { STYLE } from './style';

export const SITE_NAME = '新时代文明实践结对共建';

export type Page = {
  title: string;
  /** What the head says besides the title. */
  head: Html;
  main: Html;
};

const FEEDS = html`<a href="/feeds/stories.json">JSON Feed</a> <a href="/feeds/stories.atom">Atom</a>`;

/** A whole page. */
export function documentOf({ title, head, main }: Page): string {
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${head}
<link rel="icon" href="data:,">
<style>${new Html(STYLE)}</style>
</head>
<body>
<a class="skip" href="#content">跳到正文</a>
<header class="top"><a href="${STORIES_PATH}">${SITE_NAME}</a></header>
<main id="content">
${main}
</main>
<footer class="foot"><p>${SITE_NAME}。内容有误请与区办公室联系,更正后在原页公布。</p><nav aria-label="订阅">订阅:${FEEDS}</nav></footer>
</body>
</html>
`.text;
}
