import type { Trust } from '@jiedui/shared/round';
import { useEffect } from 'react';
import type { Connection } from '../../../ui/connection-notice';
import { useRead } from '../../../ui/use-read';

export type Ready = {
  state: 'ready';
  trust: Trust;
  connection: Connection;
  /** Names by id. */
  units: Record<string, string>;
  raters: Record<string, string>;
};
type Answer = Ready | { state: 'notOpen' } | { state: 'computing'; done: number; of: number };

const PACE = 700;

/** The trust panel of a round; asked for again until it has been computed. */
export function useTrust(round: string) {
  const read = useRead<Answer>(`/rounds/${round}/trust`);
  const { data, refetch, isFetching } = read;
  const waits = data?.state === 'computing' && !isFetching;
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(refetch, PACE);
    return () => clearTimeout(timer);
  }, [waits, refetch]);
  return read;
}

/** A number of points or a coefficient as it is shown; a minus of its own width. */
export const shownNumber = (value: number, digits = 2): string =>
  value
    .toFixed(digits)
    .replace(/^-0(\.0*)?$/, (zero) => zero.slice(1))
    .replace('-', '−');
