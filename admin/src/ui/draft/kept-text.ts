import { useEffect, useSyncExternalStore } from 'react';
import { dropDraft, keepDraft, readDraft } from './kept-draft';

const texts = new Map<string, string>();
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const keptText = (key: string): string => texts.get(key) ?? '';

/** Keeps a text as it is being written; an empty one is kept no longer. */
export function keepText(key: string, text: string): void {
  texts.set(key, text);
  // There is no record yet that it would change.
  if (text) keepDraft<string>(key, { content: text, rev: 0, base: null });
  else dropDraft(key);
  for (const listener of listeners) listener();
}

/** The text has arrived: what was written since then stays. */
export function sentText(key: string, sent: string): void {
  if (keptText(key) === sent) keepText(key, '');
}

/** Looks for what an earlier visit has left; whoever writes already is not interrupted. */
export async function recallText(key: string): Promise<void> {
  const draft = texts.has(key) ? null : await readDraft<string>(key);
  if (!draft || texts.has(key)) return;
  texts.set(key, draft.content);
  for (const listener of listeners) listener();
}

/** A text that outlives the place it is written in, and the visit. `key` names the account too: a device may be shared. */
export function useKeptText(key: string): string {
  useEffect(() => void recallText(key), [key]);
  return useSyncExternalStore(subscribe, () => keptText(key));
}
