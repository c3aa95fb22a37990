import { STORIES_PATH } from '@jiedui/shared/story';
import { problemHead } from './head';
import { html } from './html';
import { documentOf, SITE_NAME } from './layout';

const PROBLEMS = {
  gone: {
    title: '这篇稿件已撤下',
    text: '发布单位已撤下这篇稿件,不再提供内容。请勿继续转发此前保存的文字和图片。',
  },
  unknown: {
    title: '没有找到这个页面',
    text: '网址可能不完整,或页面已经不在。请从下面的链接查找。',
  },
};

/** In place of a story that is out no longer, of which nothing is told, and of an address that leads nowhere. */
export function problemPage(problem: keyof typeof PROBLEMS): string {
  const { title, text } = PROBLEMS[problem];
  const main = html`<h1>${title}</h1>
<p>${text}</p>
<p><a href="${STORIES_PATH}">查看全部稿件</a></p>`;
  return documentOf({ title: `${title} - ${SITE_NAME}`, head: problemHead(), main });
}
