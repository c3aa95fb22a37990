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
