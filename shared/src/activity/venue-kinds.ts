import type { Words } from '../text';

/** Where an activity takes place. The schema is in a file of its own: whoever only shows the kinds needs none. */
export type VenueKind = {
  code: string;
  words: Words;
  /** A public place in the sense of Annex 1, so that the urban-management approval is needed. */
  public: boolean;
};

/**
 * Venue kinds to start from. The annex names the first three and adds 等 ("and the like"), hence the fourth
 * and an open list; the kinds that are not public are ours. The programme keeps its own copy, which the
 * office extends.
 */
export const VENUE_KINDS: readonly VenueKind[] = [
  { code: 'park', words: { zh: '城区公园', en: 'City park' }, public: true },
  { code: 'square', words: { zh: '广场', en: 'Square' }, public: true },
  { code: 'mallForecourt', words: { zh: '商场外面空地', en: 'Open space outside a mall' }, public: true },
  { code: 'otherPublic', words: { zh: '其他公共场所', en: 'Other public place' }, public: true },
  {
    code: 'site',
    words: { zh: '文明实践所(站)场地', en: 'Premises of the civic-practice site' },
    public: false,
  },
  { code: 'school', words: { zh: '学校', en: 'School' }, public: false },
  { code: 'unitPremises', words: { zh: '单位内部场所', en: 'Premises of a unit' }, public: false },
  { code: 'home', words: { zh: '入户', en: 'At residents’ homes' }, public: false },
];

/**
 * Whether a venue of this kind counts as a public place. A code that the list does not know counts as public:
 * asking for an approval too many is harmless, letting an activity through is not.
 */
export function isPublicVenue(code: string, kinds: readonly VenueKind[]): boolean {
  return kinds.find((kind) => kind.code === code)?.public ?? true;
}
