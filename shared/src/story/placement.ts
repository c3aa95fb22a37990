/** What of an address only says from where it was opened. */
const TRACKING = /^(utm_[a-z]+|spm|from|isappinstalled|scene)=/;

/** What names an article of a 公众号; everything else that such an address carries tells who shared it. */
const NAMES_ARTICLE = /^(__biz|mid|idx|sn)=/;
const ARTICLES = 'mp.weixin.qq.com';

const ADDRESS = /^(https?:\/\/)([^\s/?#]+)([^\s?#]*)(?:\?([^\s#]*))?(?:#(\S*))?$/i;

/** A fragment that pages which load their articles by script name them by; any other is a place on the page. */
const NAMES_PAGE = /^[/!]/;

/**
 * The address of a publication as it is kept, so that the same one is known again: without the place on its page and
 * without what only tells where it was shared, in the one form of all in which it can be written. A text that is no
 * address stays as it is.
 */
export function cleanLink(link: string): string {
  const typed = link.trim();
  const parts = ADDRESS.exec(typed.replaceAll('&amp;', '&'));
  if (!parts) return typed;
  const protocol = (parts[1] ?? '').toLowerCase();
  const host = cleanHost(parts[2] ?? '', protocol);
  const path = withoutWaysRound(parts[3] ?? '');
  const asked = (parts[4] ?? '')
    .split('&')
    .filter((part) => part !== '' && !TRACKING.test(part))
    .filter((part) => host !== ARTICLES || path !== '/s' || NAMES_ARTICLE.test(part))
    .sort();
  const named = parts[5] && NAMES_PAGE.test(parts[5]) ? `#${parts[5]}` : '';
  const query = asked.length > 0 ? `?${asked.join('&')}` : '';
  const way = query || named ? `${path || '/'}${query}${named}` : path.replace(/\/$/, '');
  return `${protocol}${host}${readable(way)}`;
}

const PORTS: Readonly<Record<string, string>> = { 'http://': '80', 'https://': '443' };

/** The host without a name before it, the dot that may end it and the port that goes without saying. */
function cleanHost(written: string, protocol: string): string {
  const [, name = '', port] = /^(.*?)\.*(?::(\d*))?$/.exec(written.replace(/^.*@/, '')) ?? [];
  const host = name.normalize('NFKC').toLowerCase();
  return port && port !== PORTS[protocol] ? `${host}:${port}` : host;
}

/** A path without `.` and `..`, as every browser goes it. */
function withoutWaysRound(path: string): string {
  const steps: string[] = [];
  const [, ...walked] = path.split('/');
  for (const [at, step] of walked.entries()) {
    if (step === '..') steps.pop();
    if (step !== '..' && step !== '.') steps.push(step);
    else if (at === walked.length - 1) steps.push('');
  }
  return path === '' ? '' : `/${steps.join('/')}`;
}

/** An escape of a character that needs none says the same as the character. */
const readable = (way: string): string =>
  way.replace(/(?:%[89a-f][0-9a-f])+|%(?:2[de]|3\d|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9ae])/gi, (escaped) => {
    try {
      const plain = decodeURIComponent(escaped);
      return /[\s\p{C}]/u.test(plain) ? escaped : plain;
    } catch {
      return escaped;
    }
  });

/** Whether a text is the address of a page. */
export const isPageAddress = (link: string): boolean => ADDRESS.test(link.trim());

/** The ways in which the same address is written. */
export const sameLinks = (link: string): string[] => {
  const [, rest] = /^https?:\/\/(?:www\.)?(.*)$/s.exec(cleanLink(link)) ?? [];
  if (rest === undefined) return [link];
  return ['http://', 'https://'].flatMap((protocol) => [`${protocol}${rest}`, `${protocol}www.${rest}`]);
};
