import { useEffect, useState, useSyncExternalStore } from 'react';
import { draftedSheets, subscribeToDrafts } from './draft';
import { type KeptSheets, keptSheets } from './kept-sheets';

/** The sheets that this account has opened on this device; undefined until it is known, or when not wanted. */
export function useKeptSheets(account: string, wanted: boolean): KeptSheets | undefined {
  const [kept, setKept] = useState<KeptSheets>();
  useEffect(() => {
    if (!wanted) return setKept(undefined);
    let gone = false;
    void keptSheets(account).then((found) => gone || setKept(found));
    return () => {
      gone = true;
    };
  }, [account, wanted]);
  return kept;
}

/** The sheets of which this device has edits that the server does not have. */
export function useDrafted(account: string): ReadonlySet<string> {
  // A text, which is the same as long as it says the same.
  const ids = useSyncExternalStore(subscribeToDrafts, () => draftedSheets(account).join(' '));
  return new Set(ids.split(' ').filter(Boolean));
}
