import { useEffect, useState } from 'react';
import { holdAlone } from '../../providers/alone';
import { lockOf, note } from './outcomes';

/** How long to wait for whoever sends the sheet at this moment, before another window is told of, in milliseconds. */
const PATIENCE = 1_500;

/** Whether this window is the one in which the sheet is filled in: two would write over each other's edits. */
export type Holding = 'asking' | 'held' | 'elsewhere';

/** Takes the sheet for this window, as soon as no other one has it. */
export function useHolding(account: string, id: string, wanted: boolean): Holding {
  const [holding, setHolding] = useState<Holding>(wanted ? 'asking' : 'held');
  useEffect(() => {
    if (!wanted) return;
    const left = new AbortController();
    const timer = setTimeout(() => setHolding((now) => (now === 'asking' ? 'elsewhere' : now)), PATIENCE);
    holdAlone(lockOf(account, id), left.signal, () => {
      // What hindered its edits is now on the screen.
      note(id, null);
      setHolding('held');
    });
    return () => {
      clearTimeout(timer);
      left.abort();
    };
  }, [account, id, wanted]);
  return holding;
}
