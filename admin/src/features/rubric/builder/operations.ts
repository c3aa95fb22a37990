import type { DimensionDraft, IndicatorDraft, RubricDraft } from '@jiedui/shared/rubric';
import { nextDimensionCode, nextIndicatorCode } from './codes';
import { newIndicator } from './new-parts';

/** Where an indicator stands: its dimension's place and its own. */
export type Place = { d: number; i: number };

const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, place) => place !== at);
const inserted = <T>(list: readonly T[], at: number, one: T): T[] => [
  ...list.slice(0, at),
  one,
  ...list.slice(at),
];
export const replaced = <T>(list: readonly T[], at: number, one: T): T[] =>
  list.map((old, place) => (place === at ? one : old));
/** The list with one thing at another place; a place outside is the nearest end. */
export function shifted<T>(list: readonly T[], from: number, to: number): T[] {
  const one = list[from];
  return one === undefined ? [...list] : inserted(without(list, from), Math.max(0, to), one);
}

const copyName = (name: string): string => (name === '' ? '' : `${name}(副本)`);

/** Tie-breaks that name the code follow it; for undefined they go with it. Another thing of that code keeps them. */
function followed(draft: RubricDraft, kind: 'dimension' | 'indicator', old: string, code?: string) {
  const codes =
    kind === 'dimension' ? draft.dimensions : draft.dimensions.flatMap(({ indicators }) => indicators);
  if (old === code || codes.some((one) => one.code === old)) return draft;
  const key = `${kind}:${old}`;
  const tieBreaks =
    code === undefined
      ? draft.tieBreaks.filter((one) => one !== key)
      : draft.tieBreaks.map((one) => (one === key ? `${kind}:${code}` : one));
  return { ...draft, tieBreaks };
}

const withDimensions = (draft: RubricDraft, dimensions: DimensionDraft[]): RubricDraft => ({
  ...draft,
  dimensions,
});

export function addDimension(draft: RubricDraft): RubricDraft {
  const added = { code: nextDimensionCode(draft), name: '', indicators: [] };
  return withDimensions(draft, [...draft.dimensions, added]);
}

export function changeDimension(draft: RubricDraft, d: number, dimension: DimensionDraft): RubricDraft {
  const old = draft.dimensions[d];
  if (!old) return draft;
  const next = withDimensions(draft, replaced(draft.dimensions, d, dimension));
  return followed(next, 'dimension', old.code, dimension.code);
}

/** The dimension once more, behind it, with codes of its own. */
export function copyDimension(draft: RubricDraft, d: number): RubricDraft {
  const old = draft.dimensions[d];
  if (!old) return draft;
  const empty: DimensionDraft = {
    ...old,
    code: nextDimensionCode(draft),
    name: copyName(old.name),
    indicators: [],
  };
  const next = withDimensions(draft, inserted(draft.dimensions, d + 1, empty));
  return old.indicators.reduce((so, indicator) => putIndicator(so, d + 1, indicator), next);
}

export function removeDimension(draft: RubricDraft, d: number): RubricDraft {
  const old = draft.dimensions[d];
  if (!old) return draft;
  const next = withDimensions(draft, without(draft.dimensions, d));
  const empty = old.indicators.reduce((so, { code }) => followed(so, 'indicator', code), next);
  return followed(empty, 'dimension', old.code);
}

export function moveDimension(draft: RubricDraft, from: number, to: number): RubricDraft {
  return withDimensions(draft, shifted(draft.dimensions, from, to));
}

const withIndicators = (
  draft: RubricDraft,
  d: number,
  change: (indicators: IndicatorDraft[]) => IndicatorDraft[],
): RubricDraft =>
  withDimensions(
    draft,
    draft.dimensions.map((one, at) => (at === d ? { ...one, indicators: change(one.indicators) } : one)),
  );

/** The indicator at the end of a dimension, under the next code there. */
function putIndicator(draft: RubricDraft, d: number, indicator: IndicatorDraft): RubricDraft {
  const dimension = draft.dimensions[d];
  if (!dimension) return draft;
  const code = nextIndicatorCode(draft, dimension);
  return withIndicators(draft, d, (list) => [...list, { ...indicator, code }]);
}

export function addIndicator(
  draft: RubricDraft,
  d: number,
  kind?: IndicatorDraft['item']['kind'],
): RubricDraft {
  return putIndicator(draft, d, newIndicator('', kind));
}

export const indicatorAt = (draft: RubricDraft, { d, i }: Place): IndicatorDraft | undefined =>
  draft.dimensions[d]?.indicators[i];

export function changeIndicator(draft: RubricDraft, place: Place, indicator: IndicatorDraft): RubricDraft {
  const old = indicatorAt(draft, place);
  if (!old) return draft;
  const next = withIndicators(draft, place.d, (list) => replaced(list, place.i, indicator));
  return followed(next, 'indicator', old.code, indicator.code);
}

export function copyIndicator(draft: RubricDraft, { d, i }: Place): RubricDraft {
  const old = indicatorAt(draft, { d, i });
  const dimension = draft.dimensions[d];
  if (!old || !dimension) return draft;
  const copy = { ...old, code: nextIndicatorCode(draft, dimension), name: copyName(old.name) };
  return withIndicators(draft, d, (list) => inserted(list, i + 1, copy));
}

export function removeIndicator(draft: RubricDraft, { d, i }: Place): RubricDraft {
  const old = indicatorAt(draft, { d, i });
  if (!old) return draft;
  return followed(
    withIndicators(draft, d, (list) => without(list, i)),
    'indicator',
    old.code,
  );
}

/** The indicator at another place, in its own dimension or another; codes stay what they are. */
export function moveIndicator(draft: RubricDraft, from: Place, to: Place): RubricDraft {
  const one = indicatorAt(draft, from);
  if (!one || !draft.dimensions[to.d]) return draft;
  const left = withIndicators(draft, from.d, (list) => without(list, from.i));
  return withIndicators(left, to.d, (list) => inserted(list, Math.max(0, to.i), one));
}

/**
 * Where one step up or down leads: past its neighbour, or over the edge of its dimension to the near end of the next.
 * Null at the ends of the rubric.
 */
export function stepOf(draft: RubricDraft, { d, i }: Place, by: -1 | 1): Place | null {
  const within = i + by;
  if (within >= 0 && within < (draft.dimensions[d]?.indicators.length ?? 0)) return { d, i: within };
  const neighbour = draft.dimensions[d + by];
  if (!neighbour) return null;
  return { d: d + by, i: by > 0 ? 0 : neighbour.indicators.length };
}

/** A veto that names a band follows its code. */
export function followBandCode(draft: RubricDraft, old: string, code: string): RubricDraft {
  const follow = (indicator: IndicatorDraft): IndicatorDraft =>
    indicator.item.kind === 'veto' && indicator.item.band === old
      ? { ...indicator, item: { ...indicator.item, band: code } }
      : indicator;
  return withDimensions(
    draft,
    draft.dimensions.map((one) => ({ ...one, indicators: one.indicators.map(follow) })),
  );
}
