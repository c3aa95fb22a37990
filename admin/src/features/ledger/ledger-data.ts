import type { CadenceRule, CellState } from '@jiedui/shared/programme';
import { CELL_WORDS, type Words } from '@jiedui/shared/text';
import { useSearchParams } from 'react-router';
import type { Tone } from '../../ui/tone';

export type LedgerWindow = { no: number; key: string; from: string; to: string };
export type Counts = Record<CellState, number>;
export type LedgerGroup = { id: string | null; name: string | null; windows: ({ no: number } & Counts)[] };
export type Overview = { rule: CadenceRule; windows: LedgerWindow[]; today: string; groups: LedgerGroup[] };

export type LedgerCell = {
  no: number;
  key: string;
  from: string;
  to: string;
  cutoff: string | null;
  inTime: number;
  late: number;
  state: CellState;
};
export type PartyName = { unit: string | null; station: string | null; town: string | null };
export type LedgerParty = PartyName & { documentId: string; cells: LedgerCell[] };

export const nameOf = ({ unit, station }: PartyName): string =>
  [unit, station].filter((name) => name !== null).join(' · ');

/** How a cell is shown: a sign of its own, so that nobody needs the colour. */
export const CELL_LOOK: Record<CellState, { sign: string; tone: Tone; words: Words }> = {
  met: { sign: '✓', tone: 'green', words: CELL_WORDS.met },
  metLate: { sign: '迟', tone: 'amber', words: CELL_WORDS.metLate },
  missed: { sign: '✗', tone: 'red', words: CELL_WORDS.missed },
  excused: { sign: '免', tone: 'blue', words: CELL_WORDS.excused },
  notYet: { sign: '·', tone: 'neutral', words: CELL_WORDS.notYet },
};

/** A window as a column is headed: a month by its number, a week by its first day. */
export const windowLabel = ({ key, from }: Pick<LedgerWindow, 'key' | 'from'>): string => {
  if (key === 'once') return '';
  return /^\d{4}-\d\d-\d\d$/.test(key) ? from.slice(5) : key;
};

/** How many of a group's cells are met, in time or late, and how many there are to meet; excused ones are not. */
export function progressOf({ met, metLate, missed, notYet }: Counts): { done: number; owed: number } {
  return { done: met + metLate, owed: met + metLate + missed + notYet };
}

/** What the ledger shows, kept in the address. */
export function useLedgerState() {
  const [params, setParams] = useSearchParams();
  const get = (name: string) => params.get(name) ?? undefined;
  const change = (values: Record<string, string | undefined>) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries(values)) {
          if (value) after.set(name, value);
          else after.delete(name);
        }
        return after;
      },
      { replace: true },
    );
  return {
    rule: get('rule'),
    by: get('by'),
    view: get('view') ?? 'sum',
    due: get('due'),
    from: get('from'),
    to: get('to'),
    lacking: get('lacking'),
    q: get('q'),
    page: Number(get('page') ?? 1),
    change,
  };
}
