/** What of an address only says from where it was opened. */
const TRACKING = /^(utm_|spm$|from$|isappinstalled$|scene$)/;

/**
 * The address of a publication as it is kept, so that the same one is known again: without its fragment and without what
 * only tells where it was shared. A text that is no address stays as it is.
 */
export function cleanLink(link: string): string {
  const typed = link.trim();
  if (!URL.canParse(typed)) return typed;
  const url = new URL(typed);
  url.hash = '';
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  return url.href.replace(/\/$/, '');
}

/** The ways in which the same address is written. */
export const sameLinks = (link: string): string[] => {
  const [, rest] = /^https?:(.*)$/s.exec(cleanLink(link)) ?? [];
  return rest === undefined ? [link] : [`http:${rest}`, `https:${rest}`];
};
