import { z } from 'zod';
import type { Words } from '../text/words';
import { codeSchema } from './item-kinds';

/** The records of a unit that an indicator can ask for beside it. */
export const EVIDENCE_KINDS = [
  'activities',
  'ledger',
  'filings',
  'photos',
  'projects',
  'stories',
  'placements',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const EVIDENCE_WORDS = {
  activities: { zh: '活动', en: 'Activities' },
  ledger: { zh: '台账', en: 'Ledger' },
  filings: { zh: '报送', en: 'Reports' },
  photos: { zh: '照片', en: 'Photos' },
  projects: { zh: '项目', en: 'Projects' },
  stories: { zh: '稿件', en: 'Stories' },
  placements: { zh: '媒体刊发', en: 'Media placements' },
} as const satisfies Record<EvidenceKind, Words>;

/** What is shown beside an indicator: which records, and of which categories where not of all. */
export const evidenceSchema = z.object({
  kinds: z.array(z.enum(EVIDENCE_KINDS)).min(1),
  categories: z.array(codeSchema).min(1).max(50).optional(),
});
export type EvidenceAsked = z.infer<typeof evidenceSchema>;

/** What an indicator asks for, in words: “活动、照片(partyLecture)”. */
export function evidenceWords({ kinds, categories }: EvidenceAsked): Words {
  const only = categories ? ` (${categories.join(', ')})` : '';
  return {
    zh: `${kinds.map((kind) => EVIDENCE_WORDS[kind].zh).join('、')}${categories ? `（${categories.join('、')}）` : ''}`,
    en: `${kinds.map((kind) => EVIDENCE_WORDS[kind].en).join(', ')}${only}`,
  };
}
