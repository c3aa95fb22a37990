/** Word says by this style what is a list; the sign before an item is text of its own. */
const ITEM = /mso-list:\s*l\d+\s+level(\d+)/i;
const SIGN = '[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]';
const NUMBER = /^\s*[(（]?[\d一二三四五六七八九十a-z]+[.、)）]/i;

/**
 * What another program puts on the clipboard, made ready for the editor, which itself drops whatever it has no place
 * for: lists of Word become lists, and what is only layout goes.
 */
export function cleanPasted(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const useless of page.querySelectorAll('style, script, meta, link, title, xml, noscript'))
    useless.remove();
  for (const item of page.querySelectorAll<HTMLElement>('p[style*="mso-list"]')) intoList(page, item);
  for (const cell of page.querySelectorAll('td, th')) cell.append(' ');
  return page.body.innerHTML;
}

function intoList(page: Document, item: HTMLElement): void {
  if (!ITEM.test(item.getAttribute('style') ?? '')) return;
  const sign = item.querySelector(SIGN);
  const tag = NUMBER.test(sign?.textContent ?? '') ? 'ol' : 'ul';
  sign?.remove();
  const before = item.previousElementSibling;
  const list = before?.matches(`${tag}[data-word]`) ? before : page.createElement(tag);
  if (list !== before) {
    list.setAttribute('data-word', '');
    item.before(list);
  }
  const entry = page.createElement('li');
  entry.append(...item.childNodes);
  list.append(entry);
  item.remove();
}

/** Whether something pasted brings pictures, which only come in by being uploaded. */
export const bringsPictures = (data: DataTransfer | null): boolean =>
  [...(data?.files ?? [])].some(({ type }) => type.startsWith('image/')) ||
  /<img\s/i.test(data?.getData('text/html') ?? '');
