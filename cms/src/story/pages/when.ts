import { type Html, html } from './html';

/** `2022-11-10T10:30:00.000+08:00` as people write it. The instant is in the district's time already. */
export function whenInChinese(instant: string): string {
  const [year, month, day] = instant.slice(0, 10).split('-').map(Number);
  return `${year}年${month}月${day}日 ${instant.slice(11, 16)}`;
}

export const timeHtml = (instant: string): Html =>
  html`<time datetime="${instant}">${whenInChinese(instant)}</time>`;
