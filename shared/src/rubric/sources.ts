import type { Words } from '../text/words';

/** Who judges: the sources of the composite (domain §4), in the order in which they are shown. */
export const SOURCE_CODES = ['self', 'town', 'district', 'inspection', 'public'] as const;
export type SourceCode = (typeof SOURCE_CODES)[number];

export const SOURCE_WORDS = {
  self: { zh: '自评', en: 'Self' },
  town: { zh: '镇评', en: 'Town' },
  district: { zh: '区评', en: 'District' },
  inspection: { zh: '督查', en: 'Inspection' },
  public: { zh: '群众评价', en: 'Public' },
} as const satisfies Record<SourceCode, Words>;

/** *Our* default weights (domain §4). */
export const USUAL_WEIGHTS: { code: SourceCode; weight: number }[] = [
  { code: 'self', weight: 10 },
  { code: 'town', weight: 30 },
  { code: 'district', weight: 40 },
  { code: 'public', weight: 20 },
];

/** Our default weights where exactly their sources are named by the indicators; undefined where others judge. */
export function usualWeights(
  indicators: readonly { sources?: SourceCode[] | undefined }[],
): typeof USUAL_WEIGHTS | undefined {
  const named = new Set(indicators.flatMap(({ sources }) => sources ?? []));
  const usual = USUAL_WEIGHTS.map(({ code }) => code);
  return named.size === usual.length && usual.every((code) => named.has(code)) ? USUAL_WEIGHTS : undefined;
}
