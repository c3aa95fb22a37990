import type { Words } from '../text/words';

/** How many tags a story has at most, and how long each may be. */
export const MOST_TAGS = 10;
export const LONGEST_TAG = 20;

/** Tags as they are kept: trimmed, each once, without empty ones; null for what is no list of texts. */
export function readTags(value: unknown): string[] | null {
  if (value === null || value === undefined) return [];
  if (!Array.isArray(value) || value.some((tag) => typeof tag !== 'string')) return null;
  const tags = (value as string[]).map((tag) =>
    tag
      .normalize('NFC')
      .trim()
      .replace(/^#+|#+$/g, '')
      .trim(),
  );
  return [...new Set(tags.filter((tag) => tag !== ''))];
}

/** What is wrong with tags; null when nothing is. */
export function tagsProblem(value: unknown): Words | null {
  const tags = readTags(value);
  if (!tags) return { zh: '标签应为一组文字。', en: 'Tags are a list of texts.' };
  if (tags.length > MOST_TAGS) return { zh: `标签最多 ${MOST_TAGS} 个。`, en: `At most ${MOST_TAGS} tags.` };
  const long = tags.find((tag) => [...tag].length > LONGEST_TAG);
  if (long === undefined) return null;
  return {
    zh: `标签“${long.slice(0, 30)}”超过 ${LONGEST_TAG} 个字。`,
    en: `A tag has at most ${LONGEST_TAG} characters.`,
  };
}
