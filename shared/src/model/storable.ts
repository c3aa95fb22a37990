/** A half of a pair alone: both databases would keep another character in its place. */
const LONE_HALF = /\p{Surrogate}/u;

/** Whether a text comes back from the database as it was written: without a NUL or half a character. */
export const isStorable = (text: string): boolean => !text.includes('\u0000') && !LONE_HALF.test(text);

/**
 * Where a value has the first text or key that cannot be stored; null when there is none. Without recursion, since it
 * is asked about whatever was sent.
 */
export function findUnstorable(value: unknown): (string | number)[] | null {
  const open: { path: (string | number)[]; value: unknown }[] = [{ path: [], value }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { path, value: one } = next;
    if (typeof one === 'string') {
      if (!isStorable(one)) return path;
    } else if (Array.isArray(one)) {
      for (let at = one.length - 1; at >= 0; at -= 1) open.push({ path: [...path, at], value: one[at] });
    } else if (typeof one === 'object' && one !== null) {
      const entries = Object.entries(one);
      if (!entries.every(([key]) => isStorable(key))) return path;
      for (const [key, inner] of entries.reverse()) open.push({ path: [...path, key], value: inner });
    }
  }
  return null;
}
