import { type Dec, dec } from '../decimal';
import { type Band, bandsFor, type Rubric, tieBreakWords } from '../rubric';
import type { Words } from '../text/words';
import { naturalBand, vetoedBand } from './bands';
import { applyQuotas, type Moved, type Placement } from './quota';
import { type TieFacts, tieFigure } from './ties';
import type { UnitScore } from './unit';

/** One unit to be ranked. `unitClass` is the class (or station level) within which it is compared. */
export interface RankInput {
  unitId: string;
  unitName: string;
  unitClass: string;
  result: RankFacts;
}

/** What ranking needs of a result; the explanation may be left out. */
export type RankFacts = TieFacts & Pick<UnitScore, 'total' | 'shown' | 'vetoes' | 'raters'>;

export type UnrankedReason = 'noTotal' | 'tooFewRaters' | 'vetoed';

export interface RankedUnit {
  unitId: string;
  unitName: string;
  total: string | null;
  shown: string | null;
  /** "1224": one more than the number of better units; null: not ranked, see `unranked`. */
  rank: number | null;
  unranked?: { reason: UnrankedReason; words: Words };
  /** Number of other units on the same rank. */
  tiedWith: number;
  /** The first tie-break that told this unit from one with the same total. */
  tieBreak?: { key: string; words: Words };
  /** Code of the band after quotas; null: none. */
  band: string | null;
  /** Code of the band that the total reaches by itself. */
  naturalBand: string | null;
  /** Bands that were full, from the best down. */
  moved: Moved[];
}

export interface RankedClass {
  unitClass: string;
  ranked: number;
  units: RankedUnit[];
}

/**
 * Ranks units within their class and gives them their bands. Compared are exact totals, then the rubric's tie-breaks
 * in their order; what is still equal shares a rank. Classes in the order in which they first occur; units by rank,
 * then the unranked, equal ones by name.
 */
export function rankUnits(rubric: Rubric, units: readonly RankInput[]): RankedClass[] {
  const classes = [...new Set(units.map(({ unitClass }) => unitClass))];
  return classes.map((unitClass) =>
    rankClass(
      rubric,
      unitClass,
      units.filter((unit) => unit.unitClass === unitClass),
    ),
  );
}

function rankClass(rubric: Rubric, unitClass: string, units: readonly RankInput[]): RankedClass {
  const bands = bandsFor(rubric, unitClass);
  const keyed = units.map((unit) => ({
    unit,
    figures: figuresOf(rubric, unit.result),
    reason: whyUnranked(rubric, unit.result),
  }));
  const contenders = keyed
    .filter(({ reason }) => reason === null)
    .sort((a, b) => compareFigures(a.figures, b.figures));
  const ranks = ranks1224(contenders);
  const placements = place(bands, contenders, ranks);
  const rows = contenders.map(({ unit }, at) => {
    const neighbours = [contenders[at - 1], contenders[at + 1]];
    const tieBreak = firstDifference(rubric, contenders[at], neighbours);
    return rankedRow(unit, bands, ranks, at, placements[at], tieBreak);
  });
  const rest = keyed.flatMap(({ unit, reason }) =>
    reason ? [unrankedRow(rubric, unit, bands, reason)] : [],
  );
  const byName = (a: RankedUnit, b: RankedUnit) =>
    a.unitName < b.unitName ? -1 : a.unitName > b.unitName ? 1 : 0;
  rows.sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || byName(a, b));
  return { unitClass, ranked: rows.length, units: [...rows, ...rest.sort(byName)] };
}

interface Keyed {
  unit: RankInput;
  /** Total first, then the tie-breaks. */
  figures: (Dec | null)[];
}

function figuresOf(rubric: Rubric, result: RankFacts): (Dec | null)[] {
  const total = result.total === null ? null : dec(result.total);
  return [total, ...rubric.tieBreaks.map((key) => tieFigure(key, result))];
}

/** Position of the first figure that differs, or −1. */
function differsAt(a: Keyed['figures'], b: Keyed['figures']): number {
  return a.findIndex((figure, at) => compareFigure(figure, b[at] ?? null) !== 0);
}

/** Better first; a missing figure is worse than any. */
function compareFigure(a: Dec | null, b: Dec | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return b.comparedTo(a);
}

function compareFigures(a: Keyed['figures'], b: Keyed['figures']): number {
  const at = differsAt(a, b);
  return at < 0 ? 0 : compareFigure(a[at] ?? null, b[at] ?? null);
}

/** "1224" ranks of a sorted list. */
function ranks1224(sorted: readonly Keyed[]): number[] {
  const ranks: number[] = [];
  sorted.forEach(({ figures }, at) => {
    const before = sorted[at - 1];
    const tied = before !== undefined && compareFigures(before.figures, figures) === 0;
    ranks.push(tied ? (ranks[at - 1] ?? at) : at + 1);
  });
  return ranks;
}

function place(bands: readonly Band[], sorted: readonly Keyed[], ranks: readonly number[]): Placement[] {
  if (bands.length === 0) return [];
  const placed = sorted.map(({ unit }, at) => ({
    rank: ranks[at] ?? 0,
    band: naturalBand(bands, unit.result.total ?? '0') ?? bands.length - 1,
  }));
  return applyQuotas(bands, placed);
}

function firstDifference(
  rubric: Rubric,
  own: Keyed | undefined,
  others: (Keyed | undefined)[],
): RankedUnit['tieBreak'] {
  const used = others.flatMap((other) => {
    const at = own && other ? differsAt(own.figures, other.figures) : -1;
    return at > 0 ? [at] : [];
  });
  if (used.length === 0) return undefined;
  const key = rubric.tieBreaks[Math.min(...used) - 1];
  return key === undefined ? undefined : { key, words: tieBreakWords(rubric, key) };
}

function rankedRow(
  { unitId, unitName, result }: RankInput,
  bands: readonly Band[],
  ranks: readonly number[],
  at: number,
  placement: Placement | undefined,
  tieBreak: RankedUnit['tieBreak'],
): RankedUnit {
  const rank = ranks[at] ?? null;
  const natural = naturalBand(bands, result.total ?? '0');
  return {
    unitId,
    unitName,
    total: result.total,
    shown: result.shown,
    rank,
    tiedWith: rank === null ? 0 : tiesAt(ranks, rank),
    ...(tieBreak ? { tieBreak } : {}),
    band: bands[placement?.band ?? -1]?.code ?? null,
    naturalBand: bands[natural ?? -1]?.code ?? null,
    moved: placement?.moved ?? [],
  };
}

/** How many others share a rank: in a "1224" list they stand together, the first of them at the rank's own place. */
function tiesAt(ranks: readonly number[], rank: number): number {
  let end = rank;
  while (ranks[end] === rank) end += 1;
  return end - rank;
}

function whyUnranked(rubric: Rubric, { total, vetoes, raters }: RankFacts): UnrankedReason | null {
  if (vetoes.length > 0) return 'vetoed';
  if (total === null) return 'noTotal';
  return raters < rubric.minRaters ? 'tooFewRaters' : null;
}

function unrankedRow(
  rubric: Rubric,
  unit: RankInput,
  bands: readonly Band[],
  reason: UnrankedReason,
): RankedUnit {
  const { unitId, unitName, result } = unit;
  const natural = result.total === null ? null : naturalBand(bands, result.total);
  const band = reason === 'vetoed' ? vetoedBand(bands, result.total, result.vetoes) : null;
  return {
    unitId,
    unitName,
    total: result.total,
    shown: result.shown,
    rank: null,
    unranked: { reason, words: unrankedWords(rubric, result, reason) },
    tiedWith: 0,
    band: bands[band ?? -1]?.code ?? null,
    naturalBand: bands[natural ?? -1]?.code ?? null,
    moved: [],
  };
}

function unrankedWords(rubric: Rubric, { vetoes, raters }: RankFacts, reason: UnrankedReason): Words {
  switch (reason) {
    case 'vetoed':
      return {
        zh: vetoes.map(({ words }) => words.zh).join('；'),
        en: vetoes.map(({ words }) => words.en).join('; '),
      };
    case 'noTotal':
      return { zh: '没有总分，不排名', en: 'No total, no rank' };
    case 'tooFewRaters':
      return {
        zh: `只有 ${raters} 人评价，至少需要 ${rubric.minRaters} 人，暂不排名`,
        en: `Only ${raters} evaluator(s), at least ${rubric.minRaters} needed: no rank yet`,
      };
  }
}
