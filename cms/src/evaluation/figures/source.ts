import type { Day, Instant } from '@jiedui/shared/calendar';
import type { Figure, Figures, JudgedPeriod, MetricKey } from '@jiedui/shared/metric';
import type { Run } from '../../read/run';
import type { Sql } from '../../read/scope-sql';

/** Whose figures are asked for, and as of when. */
export type Asked = {
  units: readonly number[];
  round: number;
  period: JudgedPeriod;
  today: Day;
  now: Instant;
  noticeDays: number;
};

/** The numbers of a unit's row; none of what no row was found for. */
export type Numbers = (column: string) => number;

/**
 * Records that figures are taken from: one statement gives a row, `unit` and some numbers, for every unit that has
 * any. Null: nothing of the kind is kept yet.
 */
export type FigureSource = {
  gives: Partial<Record<MetricKey, (numbers: Numbers) => Figure>>;
  sql: (asked: Asked, run: Run) => Sql | null | Promise<Sql | null>;
};

/** Figures by the unit's row. */
export type FiguresByUnit = Map<number, Figures>;

export const marks = (list: readonly unknown[]): string => list.map(() => '?').join(', ');
