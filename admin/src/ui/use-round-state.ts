import { useRead } from './use-read';

/** The state of a round, which decides what may still be done in it; undefined until it is known. */
export function useRoundState(round: string | null | undefined): string | undefined {
  const { data } = useRead<{ state: string }>(
    `/rounds/${round}`,
    { fields: ['state'] },
    { enabled: Boolean(round) },
  );
  return data?.state;
}
