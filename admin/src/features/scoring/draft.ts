import { dropWord, keepWord, readWord, wordKeys } from '../../providers/device';
import type { SheetContent } from './sheet-store';

/** Edits that the server does not have yet, kept on the device under the account and the sheet. */
export type Draft = SheetContent & {
  rev: number;
  /** What the server had when they began; null where that is not known. */
  base: SheetContent | null;
};

const PREFIX = 'jiedui:sheet:';
const keyOf = (account: string, sheet: string) => `${PREFIX}${account}:${sheet}`;

const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

/** The kept edits, or null. A device without storage keeps none. */
export function readDraft(account: string, sheet: string): Draft | null {
  const text = readWord(keyOf(account, sheet));
  if (!text) return null;
  try {
    const draft = JSON.parse(text) as Omit<Draft, 'base'> & { base?: SheetContent | null };
    return { ...draft, base: draft.base ?? null };
  } catch {
    return null;
  }
}

/** Written before anything is sent, and at once: a tab may be closed in the next moment. */
export function keepDraft(account: string, sheet: string, draft: Draft): void {
  const isNew = readWord(keyOf(account, sheet)) === null;
  keepWord(keyOf(account, sheet), JSON.stringify(draft));
  if (isNew) tell();
}

export function dropDraft(account: string, sheet: string): void {
  dropWord(keyOf(account, sheet));
  tell();
}

/** The sheets of an account of which this device has edits. */
export function draftedSheets(account: string): string[] {
  const own = keyOf(account, '');
  return wordKeys()
    .filter((key) => key.startsWith(own))
    .map((key) => key.slice(own.length))
    .sort();
}

/** Called when a sheet's edits were kept or dropped, also in another window. */
export function subscribeToDrafts(listener: () => void): () => void {
  const heard = ({ key }: StorageEvent) => {
    if (key === null || key.startsWith(PREFIX)) listener();
  };
  listeners.add(listener);
  window.addEventListener('storage', heard);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', heard);
  };
}
