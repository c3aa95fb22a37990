import type { Day } from '@jiedui/shared/calendar';
import type { CadenceRule, Deadline, FocusWeekReading } from '@jiedui/shared/programme';
import { filterParam } from '../read/codec';
import { dialect, reader } from '../read/reader';

/** What the workbench and the ledger ask of the programme in force. */
export type WorkProgramme = {
  startsOn: Day;
  endsOn: Day;
  focusWeekReading: FocusWeekReading;
  deadlines: Deadline[];
  cadenceRules: CadenceRule[];
};

const parsed = <T>(value: unknown): T[] =>
  ((typeof value === 'string' ? JSON.parse(value) : value) as T[] | null) ?? [];

/** The programme in force, or null where the office has loaded none yet. */
export async function programmeInForce(): Promise<WorkProgramme | null> {
  const [row] = await reader().all(
    'SELECT starts_on, ends_on, focus_week_reading, deadlines, cadence_rules FROM programmes WHERE active = ? ORDER BY id LIMIT 1',
    [filterParam({ type: 'boolean' }, true, dialect())],
  );
  if (!row) return null;
  return {
    startsOn: String(row.starts_on),
    endsOn: String(row.ends_on),
    focusWeekReading: row.focus_week_reading as FocusWeekReading,
    deadlines: parsed<Deadline>(row.deadlines),
    cadenceRules: parsed<CadenceRule>(row.cadence_rules),
  };
}
