import type { Figures } from '@jiedui/shared/metric';
import type { Evidence } from '@jiedui/shared/rubric';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useRead } from '../../ui/use-read';

type Facts = {
  unit: string;
  figures: Figures;
  evidence: Evidence | null;
  /** Reads the records again that could not be read; null where they were, or are on their way. */
  retry: (() => void) | null;
};

const NONE: Facts = { unit: '', figures: {}, evidence: null, retry: null };
const FactsContext = createContext<Facts>(NONE);

type Props = { sheet: string; unit: string; figures: Figures; asksEvidence: boolean; children: ReactNode };

/** What the records say of the sheet's unit, for its rows: the figures, and the records that they ask for. */
export function SheetFacts({ sheet, unit, figures, asksEvidence, children }: Props) {
  const { data, error, refetch } = useRead<{ evidence: Evidence }>(
    `/evaluations/${sheet}/evidence`,
    {},
    { enabled: asksEvidence },
  );
  const failed = error !== null && data === undefined;
  const facts = useMemo(
    () => ({ unit, figures, evidence: data?.evidence ?? null, retry: failed ? refetch : null }),
    [unit, figures, data, failed, refetch],
  );
  return <FactsContext.Provider value={facts}>{children}</FactsContext.Provider>;
}

export const useSheetFacts = (): Facts => useContext(FactsContext);
