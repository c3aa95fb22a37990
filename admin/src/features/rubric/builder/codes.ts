import {
  type DimensionDraft,
  freeDimensionCode,
  freeIndicatorCode,
  freeLetter,
  type RubricDraft,
} from '@jiedui/shared/rubric';

/** A, B, C …: the first letter that no dimension has. */
export const nextDimensionCode = ({ dimensions }: RubricDraft): string =>
  freeDimensionCode(new Set(dimensions.map(({ code }) => code)));

/** The dimension's code with the next number that no indicator of the whole rubric has. */
export function nextIndicatorCode({ dimensions }: RubricDraft, dimension: DimensionDraft): string {
  const taken = new Set(dimensions.flatMap((one) => one.indicators.map((indicator) => indicator.code)));
  return freeIndicatorCode(taken, dimension);
}

/** Letters for levels, bands and options in a list. */
export const nextLetter = (taken: readonly { code: string }[]): string =>
  freeLetter(new Set(taken.map(({ code }) => code)));

/** A code as somebody types it: half width, without spaces, which no code may have. */
export const asCode = (typed: string): string => typed.normalize('NFKC').replace(/\s/gu, '');
