import type { Day } from '@jiedui/shared/calendar';
import {
  type AppliesTo,
  appliesToOf,
  cutoffSchema,
  type Filed,
  type FilingDue,
  ONCE,
  periodsOf,
} from '@jiedui/shared/filing';
import { filterParam, fromColumn } from '../read/codec';
import { dialect } from '../read/reader';
import { fromReader, type Run } from '../read/run';

/** One thing that parties owe: a requirement, for one period where it has several. */
export type Duty = {
  resource: Filed;
  requirementId: number;
  requirement: { documentId: string; title: string };
  /** The period's key; null for a report, which has none. */
  period: string | null;
  due: FilingDue;
  dataCutOff: Day | null;
  addendaUntil: Day | null;
  appliesTo: AppliesTo;
};

/** Beyond the newest of these nobody looks: a programme asks for a handful of reports. */
const MOST_REQUIREMENTS = 30;
const MOST_DUTIES = 60;

type Row = Record<string, unknown>;

const json = (value: unknown) => fromColumn({ type: 'json' }, value);

/**
 * What the requirements in use ask for, in the order of their days. Of what is asked for every month the last
 * `periods` that have begun.
 */
export async function dutiesOf(
  resource: Filed,
  today: Day,
  periods: number,
  run: Run = fromReader,
): Promise<Duty[]> {
  const active = filterParam({ type: 'boolean' }, true, dialect());
  const { select, read } = SOURCES[resource];
  const rows = await run(`${select} WHERE active = ? ORDER BY id DESC LIMIT ${MOST_REQUIREMENTS}`, [active]);
  return rows
    .flatMap((row) => read(row, today, periods))
    .sort((a, b) => (a.due.dueOn < b.due.dueOn ? -1 : a.due.dueOn > b.due.dueOn ? 1 : 0))
    .slice(-MOST_DUTIES);
}

type Source = { select: string; read: (row: Row, today: Day, periods: number) => Duty[] };

const common = (row: Row) => ({
  requirementId: Number(row.id),
  requirement: { documentId: String(row.document_id), title: String(row.title) },
  appliesTo: appliesToOf(json(row.applies_to)),
});

const SOURCES: Record<Filed, Source> = {
  report: {
    select: `SELECT id, document_id, title, applies_to, due_on, day_included, data_cut_off, addenda_until
             FROM report_requirements`,
    read: (row) => [
      {
        ...common(row),
        resource: 'report',
        period: null,
        due: {
          dueOn: String(row.due_on),
          dayIncluded:
            row.day_included === null || fromColumn({ type: 'boolean' }, row.day_included) === true,
        },
        dataCutOff: row.data_cut_off as Day | null,
        addendaUntil: row.addenda_until as Day | null,
      },
    ],
  },
  'material-submission': {
    select: 'SELECT id, document_id, title, applies_to, starts_on, ends_on, cutoff FROM filing_requirements',
    read(row, today, most) {
      const cutoff = cutoffSchema.safeParse(json(row.cutoff));
      if (!cutoff.success) return [];
      const range = { from: String(row.starts_on), to: String(row.ends_on) };
      return periodsOf(cutoff.data, range, today, most).map(({ key, dueOn, addendaUntil }) => ({
        ...common(row),
        resource: 'material-submission',
        period: key,
        due: { dueOn, dayIncluded: true },
        dataCutOff: null,
        addendaUntil,
      }));
    },
  },
};

/** How a period is called beside its requirement; nothing for what is filed once. */
export const periodName = ({ period }: Duty): string => (period === null || period === ONCE ? '' : period);
