/** What of an address only says from where it was opened. */
const TRACKING = /^(utm_[a-z]+|spm|from|isappinstalled|scene)=/;

const ADDRESS = /^(https?:\/\/)([^\s/?#]+)([^\s?#]*)(?:\?([^\s#]*))?(?:#\S*)?$/i;

/**
 * The address of a publication as it is kept, so that the same one is known again: without its fragment and without what
 * only tells where it was shared. A text that is no address stays as it is.
 */
export function cleanLink(link: string): string {
  const typed = link.trim();
  const parts = ADDRESS.exec(typed);
  if (!parts) return typed;
  const [, protocol = '', host = '', path = '', query = ''] = parts;
  const asked = query.split('&').filter((part) => part !== '' && !TRACKING.test(part));
  const way = asked.length > 0 ? `${path}?${asked.join('&')}` : path.replace(/\/$/, '');
  return `${protocol.toLowerCase()}${host.toLowerCase()}${way}`;
}

/** Whether a text is the address of a page. */
export const isPageAddress = (link: string): boolean => ADDRESS.test(link.trim());

/** The ways in which the same address is written. */
export const sameLinks = (link: string): string[] => {
  const [, rest] = /^https?:(.*)$/s.exec(cleanLink(link)) ?? [];
  return rest === undefined ? [link] : [`http:${rest}`, `https:${rest}`];
};
