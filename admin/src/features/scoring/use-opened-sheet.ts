import { useEffect, useRef, useState } from 'react';
import type { ApiError } from '../../providers/errors';
import { onLineBack } from '../../providers/line';
import { isUnanswered } from '../../providers/send-once';
import { useRead } from '../../ui/use-read';
import { hasDraft } from './draft';
import { dropKeptSheet, type KeptSheet, keepSheet, newerSheet, readKeptSheet } from './kept-sheets';
import { isGone, type Sheet, sheetAddress } from './sheet';

export type OpenedSheet = {
  sheet: Sheet | null;
  /** When the server gave what is shown, where it comes from this device; null when it is the server's. */
  keptAt: string | null;
  /** Changes when what is on the screen has to be made anew. */
  turn: number;
  error: ApiError | null;
  refetch: () => void;
};

/** A sheet from the server, or as this device last saw it while the server cannot be reached. */
export function useOpenedSheet(account: string, id: string, fillsIn: boolean): OpenedSheet {
  const read = useRead<Sheet>(sheetAddress(id), {}, { staleTime: 0, gcTime: 0 });
  const { refetch } = read;
  // Not from memory: what was saved since would be missing.
  const { data, error } = read.isFresh ? read : { data: undefined, error: null };
  const [kept, setKept] = useState<KeptSheet | null | undefined>();
  /** An answer may be older than what was saved while it was under way: that is what the screen is made of then. */
  const [newest, setNewest] = useState<Sheet>();
  const [turn, setTurn] = useState(0);
  const fromDevice = useRef(false);
  useEffect(() => onLineBack(refetch), [refetch]);
  useEffect(() => {
    if (!data || !fillsIn) return;
    let gone = false;
    void keepSheet(account, data).then((known) => {
      if (gone) return;
      // What is newer on the server comes onto the screen, unless something was entered meanwhile.
      if (fromDevice.current && !hasDraft(account, id)) {
        setNewest(known);
        setTurn((now) => now + 1);
      }
      fromDevice.current = false;
    });
    return () => {
      gone = true;
    };
  }, [account, id, fillsIn, data]);
  useEffect(() => {
    if (!error || !fillsIn) return;
    if (isGone(error)) void dropKeptSheet(account, id);
    if (data || !isUnanswered(error)) return;
    let gone = false;
    void readKeptSheet(account, id).then((found) => {
      // An answer has come meanwhile.
      if (gone) return;
      fromDevice.current = found !== undefined;
      setKept(found ?? null);
    });
    return () => {
      gone = true;
    };
  }, [account, id, fillsIn, error, data]);
  const waits = error !== null && fillsIn && isUnanswered(error) && kept === undefined;
  return {
    sheet: data ? newerSheet(newest, data) : error && kept ? kept.sheet : null,
    keptAt: data || !kept ? null : kept.at,
    turn,
    error: data || waits ? null : error,
    refetch,
  };
}
