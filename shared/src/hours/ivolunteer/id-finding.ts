import type { IdNumber } from '../id-number';
import type { Finding, FindingCode } from './findings';
import type { ExportRow } from './read-row';

const WRONG: Record<Extract<IdNumber, { kind: 'wrong' }>['why'], FindingCode> = {
  length: 'idLength',
  birthday: 'idBirthday',
  checkDigit: 'idCheckDigit',
};

/** What of a number may be shown and kept: its ends, and how long it is. */
export function endsOf(text: string): string {
  if (text.length <= 6) return text.replace(/.(?=.)/g, '*');
  const shown = text.length >= 12 ? 4 : 2;
  return text.slice(0, shown) + '*'.repeat(text.length - 2 * shown) + text.slice(-shown);
}

/** Why the number of a row finds nobody by itself; null for one that may. */
export function idFinding({ id, idText, personName }: ExportRow): Finding | null {
  if (personName === '' && (id.kind === 'none' || id.kind === 'masked')) return { code: 'noName', found: '' };
  switch (id.kind) {
    case 'wrong':
      return { code: WRONG[id.why], found: endsOf(idText) };
    case 'other':
      return { code: 'otherDocument', found: endsOf(idText) };
    case 'none':
      return { code: 'noId', found: '' };
    default:
      return null;
  }
}
