/** A half of a pair alone: both databases would keep another character in its place. */
const LONE_HALF = /\p{Surrogate}/u;

/** Whether a text comes back from the database as it was written: without a NUL or half a character. */
export const isStorable = (text: string): boolean => !text.includes('\u0000') && !LONE_HALF.test(text);

/** A place within a value, by the place that holds it: a path of its own for each would make a deep value quadratic. */
type Place = { within: Place | null; key: string | number; value: unknown };

/**
 * Where a value has the first text or key that cannot be stored; null when there is none. Without recursion, since it
 * is asked about whatever was sent.
 */
export function findUnstorable(value: unknown): (string | number)[] | null {
  const open: Place[] = [{ within: null, key: '', value }];
  for (let at = open.pop(); at; at = open.pop()) {
    const { value: one } = at;
    if (typeof one === 'string') {
      if (!isStorable(one)) return pathOf(at);
    } else if (Array.isArray(one)) {
      for (let key = one.length - 1; key >= 0; key -= 1) open.push({ within: at, key, value: one[key] });
    } else if (typeof one === 'object' && one !== null) {
      const entries = Object.entries(one);
      if (!entries.every(([key]) => isStorable(key))) return pathOf(at);
      for (const [key, inner] of entries.reverse()) open.push({ within: at, key, value: inner });
    }
  }
  return null;
}

function pathOf(place: Place): (string | number)[] {
  const path: (string | number)[] = [];
  for (let at = place; at.within; at = at.within) path.push(at.key);
  return path.reverse();
}
