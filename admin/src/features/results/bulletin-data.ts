import type { BulletinQueryName, BulletinTable } from '@jiedui/shared/round';
import type { Words } from '@jiedui/shared/text';

/** A sentence as the server tells it: with the query behind it, and what it would say now where that differs. */
export type ToldSentence = {
  text: string;
  query: { name: BulletinQueryName; args: Record<string, string> } | null;
  hash?: string;
  stale: { now: string | null } | null;
};

type ToldParagraph = { lead: string | null; sentences: ToldSentence[] };

export type ToldBulletin = {
  title: string;
  addressee: string;
  opening: ToldParagraph;
  sections: { heading: string; paragraphs: ToldParagraph[] }[];
  closing: string;
  tables: BulletinTable[];
  note: ToldSentence[];
  issuer: string;
  signedAt: string;
  number: number;
  last: number;
  outcomeHash: string;
  stale: number;
  round: { documentId: string; name: string };
};

type Origin = { words: Words; to: string };

const SUMMARY: Words = { zh: '测评汇总', en: 'Summary' };
const UNITS: Words = { zh: '各单位结果', en: 'Results by unit' };

/** The result that a bulletin is of, and its round. */
export type Place = { round: string; result: string };

/** Where a sentence's numbers can be looked up. */
export function originOf(query: NonNullable<ToldSentence['query']>, { round, result }: Place): Origin {
  const units = `/unit-results?result=${result}&sort=place`;
  switch (query.name) {
    case 'period':
    case 'correction':
    case 'corrected':
      return { words: { zh: '轮次', en: 'Round' }, to: `/rounds/${round}` };
    case 'classTotals':
    case 'classBands':
    case 'classUnranked':
      return { words: UNITS, to: `${units}&unitClass=${query.args.unitClass ?? ''}` };
    case 'lowest':
    case 'deducted':
      return { words: UNITS, to: units };
    case 'agreement':
      return { words: { zh: '可信度', en: 'Trust' }, to: `/summary?round=${round}&view=trust` };
    case 'participation':
    case 'coverage':
    case 'mostLost':
      return { words: SUMMARY, to: `/summary?round=${round}` };
  }
}
