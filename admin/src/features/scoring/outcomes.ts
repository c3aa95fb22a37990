import type { Words } from '@jiedui/shared/text';
import { useSyncExternalStore } from 'react';

/** Why the edits of a sheet are still on the device. */
export type Outcome = 'offline' | 'conflict' | 'partly' | 'refused' | 'closed' | 'gone' | 'unreadable';

export const OUTCOME_WORDS: Record<Outcome, Words> = {
  offline: { zh: '等待网络恢复后发送', en: 'Waits for the network' },
  conflict: { zh: '在另一处也改过,请打开后选择保留哪一个', en: 'Changed elsewhere too: open it and choose' },
  partly: {
    zh: '有的内容未被接受,请打开后修改',
    en: 'Some entries were not accepted: open it and correct them',
  },
  refused: { zh: '未被接受,请打开查看', en: 'Not accepted: open it' },
  closed: { zh: '这张表现在不能修改', en: 'The sheet takes no changes at present' },
  unreadable: {
    zh: '由其他版本的程序保存,请刷新页面后再发送',
    en: 'Kept by another version of the program: load the page again',
  },
  gone: { zh: '这张表已不由您评', en: 'The sheet is no longer yours' },
};

let outcomes: ReadonlyMap<string, Outcome> = new Map();
const listeners = new Set<() => void>();

/** What became of sending a sheet's edits; null when they have arrived. */
export function note(sheet: string, outcome: Outcome | null): void {
  const next = new Map(outcomes);
  if (outcome) next.set(sheet, outcome);
  else next.delete(sheet);
  outcomes = next;
  for (const listener of listeners) listener();
}

export const outcomeOf = (sheet: string): Outcome | undefined => outcomes.get(sheet);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useOutcomes = (): ReadonlyMap<string, Outcome> =>
  useSyncExternalStore(subscribe, () => outcomes);

/** The lock that a window has while it shows a sheet, and whoever sends it meanwhile. */
export const lockOf = (account: string, sheet: string): string => `jiedui-sheet:${account}:${sheet}`;
