import { useRead } from './use-read';

/** The state of a round, which decides what may still be done in it; undefined until it is known. */
export function useRoundState(round: string | null | undefined) {
  const { data, error, refetch } = useRead<{ state: string }>(
    `/rounds/${round}`,
    { fields: ['state'] },
    { enabled: Boolean(round) },
  );
  return { roundState: data?.state, error: data ? null : error, refetch };
}
