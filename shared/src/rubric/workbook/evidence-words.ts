import { EVIDENCE_KINDS, EVIDENCE_WORDS, type EvidenceAsked } from '../evidence';
import { foldCell } from './text-cell';

const BETWEEN = /[,\uff0c、/\s]+/;
const CATEGORIES = /^类别\s*[=:]\s*(.+)$/;

const listed = (text: string): string[] => text.split(BETWEEN).filter((word) => word !== '');

/** What 佐证记录 asks for (`活动、照片;类别=partyLecture`); undefined: empty, so nothing; null: something is unknown. */
export function evidenceOf(cell: string): EvidenceAsked | undefined | null {
  const text = foldCell(cell);
  if (text === '') return undefined;
  const [first = '', ...rest] = text.split(';').map((part) => part.trim());
  const kinds = listed(first).map((word) =>
    EVIDENCE_KINDS.find((kind) => kind === word || EVIDENCE_WORDS[kind].zh === word),
  );
  const known = kinds.filter((kind) => kind !== undefined);
  if (known.length === 0 || known.length !== kinds.length || rest.length > 1) return null;
  const [only] = rest;
  if (only === undefined || only === '') return { kinds: known };
  const categories = listed(CATEGORIES.exec(only)?.[1] ?? '');
  return categories.length > 0 ? { kinds: known, categories } : null;
}

/** The cell of 佐证记录 as it is read. */
export function writeEvidence({ kinds, categories }: EvidenceAsked): string {
  const words = kinds.map((kind) => EVIDENCE_WORDS[kind].zh).join('、');
  return categories ? `${words};类别=${categories.join('、')}` : words;
}

export const EVIDENCE_EXPECTED = {
  zh: `填以下若干：${EVIDENCE_KINDS.map((kind) => EVIDENCE_WORDS[kind].zh).join('、')}；可加 ;类别=类别编码`,
  en: 'some of 活动、台账、报送、照片、项目、稿件, with ;类别=codes where only of some categories',
};
