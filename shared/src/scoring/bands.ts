import { dec } from '../decimal';
import type { Band } from '../rubric';
import type { UnitScore } from './unit';
import type { Veto } from './veto';

/** Position of the band that a total reaches by itself (以上 includes the limit); null when there is none. */
export function naturalBand(bands: readonly Band[], total: string): number | null {
  const at = bands.findIndex(({ min }) => dec(total).gte(min));
  return at < 0 ? null : at;
}

/**
 * Position of the band of a vetoed unit: its own one, or the veto's where that is lower. Bands with a quota are
 * passed over: a vetoed unit takes no place that others are ranked for. Null when the list is empty.
 */
export function vetoedBand(
  bands: readonly Band[],
  total: string | null,
  vetoes: readonly Veto[],
): number | null {
  if (bands.length === 0) return null;
  const last = bands.length - 1;
  const own = total === null ? last : (naturalBand(bands, total) ?? last);
  const worst = vetoes.reduce((at, veto) => Math.max(at, limitOf(bands, veto)), own);
  const free = bands.findIndex(({ quota }, at) => at >= worst && !quota);
  return free < 0 ? last : free;
}

/** The band that a unit reaches by itself, without the quotas that need the other units; null without a total. */
export function bandOfOne(bands: readonly Band[], unit: Pick<UnitScore, 'total' | 'vetoes'>): Band | null {
  const { total, vetoes } = unit;
  if (total === null) return null;
  const at = vetoes.length > 0 ? vetoedBand(bands, total, vetoes) : naturalBand(bands, total);
  return at === null ? null : (bands[at] ?? null);
}

function limitOf(bands: readonly Band[], { effect, band }: Veto): number {
  if (effect === 'zero') return 0;
  const at = bands.findIndex(({ code }) => code === band);
  return at < 0 ? bands.length - 1 : at;
}
