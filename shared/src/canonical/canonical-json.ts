/** Thrown when a value has no canonical JSON form (a function, a date object, NaN, a gap in a list …). */
export class NotCanonicalError extends TypeError {
  constructor(path: string, what: string) {
    super(`No canonical JSON for ${what} at ${path || 'the top'}`);
    this.name = 'NotCanonicalError';
  }
}

/**
 * JSON with one spelling per value: keys sorted by UTF-16 code unit, no spaces, numbers and strings as
 * ECMAScript writes them (the form of RFC 8785). A key whose value is `undefined` is left out, as in JSON.
 * Anything that JSON would change silently (NaN, Date, Map, `undefined` in a list) is refused, because two
 * different records must never get the same hash.
 * @throws NotCanonicalError names the path of the value that cannot be written
 */
export function canonicalJson(value: unknown): string {
  return write(value, '');
}

function write(value: unknown, path: string): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new NotCanonicalError(path, String(value));
    return JSON.stringify(value);
  }
  // A for-loop, not map: map skips the holes of a sparse list and would write them as nothing at all.
  if (Array.isArray(value)) {
    const parts: string[] = [];
    for (let at = 0; at < value.length; at += 1) parts.push(write(value[at], `${path}[${at}]`));
    return `[${parts.join(',')}]`;
  }
  if (isPlainObject(value)) {
    const keys = Object.keys(value)
      .filter((key) => value[key] !== undefined)
      .sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${write(value[key], `${path}.${key}`)}`).join(',')}}`;
  }
  throw new NotCanonicalError(path, typeof value);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // Compared by shape, not with Object.prototype: a value parsed in another realm (a test runner's sandbox,
  // a browser frame) has its own one.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
