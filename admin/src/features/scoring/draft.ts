import type { SheetContent } from './sheet-store';

/** Edits that the server does not have yet, kept on the device under the account and the sheet. */
export type Draft = SheetContent & { rev: number };

const keyOf = (account: string, sheet: string) => `jiedui:sheet:${account}:${sheet}`;

/** The kept edits, or null. A device without storage keeps none. */
export function readDraft(account: string, sheet: string): Draft | null {
  try {
    const text = localStorage.getItem(keyOf(account, sheet));
    return text ? (JSON.parse(text) as Draft) : null;
  } catch {
    return null;
  }
}

export function keepDraft(account: string, sheet: string, draft: Draft): void {
  try {
    localStorage.setItem(keyOf(account, sheet), JSON.stringify(draft));
  } catch {
    // Full or forbidden storage: the edits are still on the screen and are sent from there.
  }
}

export function dropDraft(account: string, sheet: string): void {
  try {
    localStorage.removeItem(keyOf(account, sheet));
  } catch {
    // Nothing was kept either.
  }
}
