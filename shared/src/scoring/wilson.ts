/** z of a two-sided 95 % interval. */
export const Z_95 = 1.959964;

/**
 * Wilson score interval of a proportion (Wilson 1927): `successes` of `n`, bounds between 0 and 1.
 * Null without observations: no answer is no rate.
 * @throws RangeError when successes are not between 0 and n
 */
export function wilson(successes: number, n: number, z = Z_95): { low: number; high: number } | null {
  if (n === 0) return null;
  if (!(successes >= 0 && successes <= n)) throw new RangeError(`${successes} of ${n} is no proportion`);
  const p = successes / n;
  const z2 = z * z;
  const centre = p + z2 / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  const scale = 1 + z2 / n;
  // At 0 of n and n of n a bound is exactly 0 or 1; floating point would miss it by a hair.
  const low = successes === 0 ? 0 : (centre - half) / scale;
  const high = successes === n ? 1 : (centre + half) / scale;
  return { low, high };
}
