import {
  type Finding,
  type IvolunteerMapping,
  openFindings,
  type SkippedRow,
  settledBy,
} from '@jiedui/shared/hours';
import { type ExportPlan, openOf, type PlannedEntry, type RowKind } from './plan';

const ROWS_SHOWN = 300;

type PreviewRow = {
  row: number;
  kind: RowKind;
  activityNumber: string;
  activityTitle: string;
  personName: string;
  maskedId: string;
  day: string | null;
  minutes: number | null;
  findings: Finding[];
  changes: string[];
};

/** What an export would bring, for a person to look at; rows with something to settle first. */
export type ExportPreview = {
  encoding: string | null;
  sheet: string;
  headings: string[];
  mapping: IvolunteerMapping;
  saved: { name: string } | null;
  counts: Record<RowKind | 'unmatched' | 'newPeople', number>;
  skipped: SkippedRow[];
  rows: PreviewRow[];
};

export function previewOf(plan: ExportPlan): ExportPreview {
  const rows = plan.entries.map(rowOf);
  const waiting = rows.filter(({ findings }) => findings.length > 0);
  const others = rows.filter(({ findings }) => findings.length === 0);
  return {
    encoding: plan.encoding,
    sheet: plan.table.sheet,
    headings: [...new Set(plan.table.headings.filter((heading) => heading !== ''))],
    mapping: plan.mapping,
    saved: plan.saved && { name: plan.saved.name },
    counts: countsOf(plan),
    skipped: plan.skipped.slice(0, ROWS_SHOWN),
    rows: [...waiting, ...others].slice(0, ROWS_SHOWN),
  };
}

export function countsOf({ entries }: ExportPlan): ExportPreview['counts'] {
  const counts = { new: 0, changed: 0, unchanged: 0, repeated: 0, unmatched: 0, newPeople: 0 };
  const people = new Set<string>();
  for (const entry of entries) {
    counts[entry.kind] += 1;
    if (entry.kind === 'repeated') continue;
    if (openOf(entry).length > 0) counts.unmatched += 1;
    if (isNewPerson(entry)) people.add(String(entry.values.personHash));
  }
  return { ...counts, newPeople: people.size };
}

/** Somebody with a right number and a name who is no volunteer yet. */
export const isNewPerson = ({ kind, read, matched }: PlannedEntry): boolean =>
  kind === 'new' &&
  read.id.kind === 'valid' &&
  matched.findings.some(({ code }) => code === 'unknownPerson') &&
  read.personName !== '';

function rowOf(entry: PlannedEntry): PreviewRow {
  const { kind, read, values, before, matched } = entry;
  const now = { ...before?.values, ...values };
  const all = [...matched.findings, ...read.findings];
  const open = openOf(entry);
  return {
    row: read.row,
    kind,
    activityNumber: read.activityNumber,
    activityTitle: read.activityTitle,
    personName: read.personName,
    maskedId: String(now.maskedId ?? ''),
    day: read.day,
    minutes: read.minutes,
    findings: before ? all.filter(({ code }) => open.includes(settledBy(code))) : openFindings(all, now),
    changes: kind === 'changed' ? Object.keys(values) : [],
  };
}
