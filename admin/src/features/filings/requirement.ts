import { cutoffSchema, type FilingDue, type FilingRules, periodOf, rulesOf } from '@jiedui/shared/filing';
import { useModel } from '../../models/store';
import { asLinked, type Row } from '../../providers/row';
import { useRecord } from '../../ui/use-record';
import type { FilingKind } from './filing-data';

/** What the requirement of one filing asks. */
export type Terms = {
  row: Row;
  rules: FilingRules;
  /** Null where the requirement has no such period any more. */
  due: FilingDue | null;
  addendaUntil: string | null;
};

/** The requirement of a filing, as the server reads it; undefined until it has come. */
export function useTerms(kind: FilingKind, filing: Row): Terms | undefined {
  const model = useModel(kind.requirementPath);
  const { row } = useRecord(model, asLinked(filing.requirement)?.documentId);
  if (!row) return undefined;
  return { row, rules: rulesOf(row.rules), ...daysOf(kind, row, String(filing.period)) };
}

function daysOf({ resource }: FilingKind, row: Row, key: string): Pick<Terms, 'due' | 'addendaUntil'> {
  if (resource === 'report') {
    const due = { dueOn: String(row.dueOn), dayIncluded: row.dayIncluded !== false };
    return { due, addendaUntil: row.addendaUntil ? String(row.addendaUntil) : null };
  }
  const cutoff = cutoffSchema.safeParse(row.cutoff);
  const range = { from: String(row.startsOn), to: String(row.endsOn) };
  const period = cutoff.success ? periodOf(cutoff.data, range, key) : null;
  return {
    due: period && { dueOn: period.dueOn, dayIncluded: true },
    addendaUntil: period?.addendaUntil ?? null,
  };
}
