import { contentHash } from '../canonical';
import { UNIT_CLASSES } from '../programme';
import type { Rubric } from '../rubric';
import {
  engineVersion,
  type Metrics,
  type RankedUnit,
  rankUnits,
  type Sheet,
  scoreUnit,
  type UnitScore,
} from '../scoring';
import type { FrozenRound, RosterUnit } from './frozen-round';

/** What one unit's result is computed from: its sheets that count, and the system's figures. */
export type UnitInputs = { sheets: Sheet[]; metrics: Metrics };

/** Figures only: words are made anew for whoever reads, and changing them changes no result. */
type Figures<T> = T extends readonly (infer V)[]
  ? Figures<V>[]
  : T extends object
    ? { [K in keyof T as K extends 'words' ? never : K]: Figures<T[K]> }
    : T;

/** A unit's published result. Points are exact text; `score` is null where nobody scored. */
export type UnitOutcome = {
  unit: string;
  name: string;
  unitClass: string;
  /** Units of the class, and how many of them have a rank. */
  members: number;
  ranked: number;
  rank: number | null;
  tiedWith: number;
  /** Code of the band after quotas and of the one that the total reaches by itself. */
  band: string | null;
  naturalBand: string | null;
  /** Bands that were full, from the best down. */
  moved: { from: string; to: string }[];
  unranked: string | null;
  tieBreak: string | null;
  score: Figures<UnitScore> | null;
};

/** The score of one unit from its frozen inputs, without the explanation; null where nobody scored. */
export function scoreOf(rubric: Rubric, { sheets, metrics }: UnitInputs): UnitScore | null {
  if (sheets.length === 0) return null;
  const { explanation: _, ...score } = scoreUnit(rubric, sheets, metrics);
  return score;
}

/**
 * The results of a round from its frozen inputs and the scores of its units (domain §4: … → band → quota). Every unit
 * of the roster has one; classes in the order in which they are always named, units by rank. The same inputs give the same value, word
 * for word, whatever the order of the scores.
 */
export function outcomeOf(
  { rubric, roster }: Pick<FrozenRound, 'rubric' | 'roster'>,
  scores: ReadonlyMap<string, UnitScore>,
): UnitOutcome[] {
  const scored = roster.flatMap(({ documentId, name, unitClass }) => {
    const result = scores.get(documentId);
    return result ? [{ unitId: documentId, unitName: name, unitClass, result }] : [];
  });
  const classes = new Map(rankUnits(rubric, scored).map((group) => [group.unitClass, group]));
  return classesOf(roster).flatMap((unitClass) => {
    const members = roster.filter((unit) => unit.unitClass === unitClass);
    const group = classes.get(unitClass);
    const counts = { members: members.length, ranked: group?.ranked ?? 0 };
    const places = new Map(members.map((unit) => [unit.documentId, unit]));
    const ranked = (group?.units ?? []).map((row) => {
      const unit = places.get(row.unitId) as RosterUnit;
      places.delete(row.unitId);
      return { ...counts, ...unitOutcome(unit, row, scores.get(row.unitId) ?? null) };
    });
    return [
      ...ranked,
      ...[...places.values()].map((unit) => ({ ...counts, ...unitOutcome(unit, null, null) })),
    ];
  });
}

/** The classes that occur in a roster, in the order in which they are always named; one that is not known comes last. */
export function classesOf(roster: readonly RosterUnit[]): string[] {
  const placeOf = (unitClass: string) => {
    const at = (UNIT_CLASSES as readonly string[]).indexOf(unitClass);
    return at < 0 ? UNIT_CLASSES.length : at;
  };
  const present = [...new Set(roster.map(({ unitClass }) => unitClass))];
  return present.sort((a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1));
}

function unitOutcome(
  { documentId, name, unitClass }: RosterUnit,
  row: RankedUnit | null,
  score: UnitScore | null,
): Omit<UnitOutcome, 'members' | 'ranked'> {
  return {
    unit: documentId,
    name,
    unitClass,
    rank: row?.rank ?? null,
    tiedWith: row?.tiedWith ?? 0,
    band: row?.band ?? null,
    naturalBand: row?.naturalBand ?? null,
    moved: (row?.moved ?? []).map(({ from, to }) => ({ from, to })),
    unranked: row?.unranked?.reason ?? null,
    tieBreak: row?.tieBreak?.key ?? null,
    score: score && figuresOf(score),
  };
}

/** A value without the words in it, as it is hashed and kept: numbers, codes and exact texts. */
function figuresOf<T>(value: T): Figures<T> {
  if (Array.isArray(value)) return value.map((one) => figuresOf(one)) as Figures<T>;
  if (typeof value !== 'object' || value === null) return value as Figures<T>;
  const kept = Object.entries(value).filter(([key, part]) => key !== 'words' && part !== undefined);
  return Object.fromEntries(kept.map(([key, part]) => [key, figuresOf(part)])) as Figures<T>;
}

/**
 * The fingerprint of all that a result is computed from: the engine, the frozen round and the inputs of each unit, by
 * their own fingerprints, so that a province need not be in memory at once. One changed comma changes it.
 */
export function inputsHashOf(frozenHash: string, byUnit: Readonly<Record<string, string>>): string {
  return contentHash({ engineVersion, frozen: frozenHash, units: byUnit });
}

/** The fingerprint of what was computed; it holds that of the inputs. */
export function outcomeHashOf(
  inputsHash: string,
  units: readonly UnitOutcome[],
  statistics: unknown,
): string {
  return contentHash({ inputs: inputsHash, units: units.map((unit) => contentHash(unit)), statistics });
}

/** A figure of a unit that differs between two results of a round. */
export type OutcomeDifference = { unit: string; name: string; what: string; before: unknown; after: unknown };

const COMPARED = ['rank', 'tiedWith', 'band', 'naturalBand', 'unranked', 'ranked', 'members'] as const;

/** What differs between two results of the same round, unit by unit: an appeal's effect, or a recomputation's. */
export function outcomeDifferences(
  before: readonly UnitOutcome[],
  after: readonly UnitOutcome[],
): OutcomeDifference[] {
  const others = new Map(after.map((unit) => [unit.unit, unit]));
  const gone = before.filter(({ unit }) => !others.has(unit)).map((unit) => whole(unit, true));
  const known = new Map(before.map((unit) => [unit.unit, unit]));
  const changed = after.flatMap((unit) => {
    const old = known.get(unit.unit);
    return old ? differencesOf(old, unit) : [whole(unit, false)];
  });
  return [...gone, ...changed];
}

const whole = ({ unit, name }: UnitOutcome, was: boolean): OutcomeDifference => ({
  unit,
  name,
  what: 'unit',
  before: was,
  after: !was,
});

function differencesOf(before: UnitOutcome, after: UnitOutcome): OutcomeDifference[] {
  const { unit, name } = after;
  const found = COMPARED.filter((key) => before[key] !== after[key]).map((key) => ({
    unit,
    name,
    what: key as string,
    before: before[key] as unknown,
    after: after[key] as unknown,
  }));
  const [was, is] = [flat(before.score), flat(after.score)];
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  const parts = keys.filter((key) => was[key] !== is[key]);
  return [
    ...found,
    ...parts.map((key) => ({ unit, name, what: key, before: was[key] ?? null, after: is[key] ?? null })),
  ];
}

/** Every figure by the path that leads to it. */
function flat(value: unknown, path = ''): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return path ? { [path]: value } : {};
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, part]) => flat(part, path ? `${path}.${key}` : key)),
  );
}
