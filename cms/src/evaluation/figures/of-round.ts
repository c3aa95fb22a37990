import { dayOf } from '@jiedui/shared/calendar';
import { type JudgedPeriod, judgedPeriod } from '@jiedui/shared/metric';
import { clock } from '../../clock';
import { noticeDaysInForce } from '../../publication/notice-report';
import type { Run } from '../../read/run';
import type { Frozen } from '../frozen';
import { figuresOf } from '.';
import type { FiguresByUnit } from './source';

/** Figures of units as a round judges them, as they stand now. */
export async function roundFigures(
  run: Run,
  round: number,
  frozen: Pick<Frozen, 'period'>,
  keys: readonly string[],
  units: readonly number[],
): Promise<FiguresByUnit> {
  if (keys.length === 0) return new Map();
  const now = clock().now();
  return figuresOf(run, keys, {
    units,
    round,
    period: frozen.period ?? (await periodOf(run, round)),
    today: dayOf(now),
    now,
    noticeDays: await noticeDaysInForce(run),
  });
}

/** The days whose records a round judges, by its own row and its programme's. */
export async function periodOf(run: Run, round: number): Promise<JudgedPeriod> {
  const [row] = await run(
    `SELECT r.judges_from, r.judges_to, r.closes_on, p.starts_on
     FROM rounds r LEFT JOIN programmes p ON p.id = r.programme_id WHERE r.id = ?`,
    [round],
  );
  const day = (value: unknown) => (value ? String(value) : null);
  const startsOn = day(row?.starts_on);
  return judgedPeriod(
    { judgesFrom: day(row?.judges_from), judgesTo: day(row?.judges_to), closesOn: String(row?.closes_on) },
    startsOn ? { startsOn } : null,
  );
}
