import type { Actor } from '@jiedui/shared/access';
import { type Day, dayOf } from '@jiedui/shared/calendar';
import type { PeriodWindow, StoryDuty, UnitClass } from '@jiedui/shared/programme';
import {
  begunWindows,
  DUTY_COUNTS,
  dutiesFor,
  type JudgedDuty,
  judgeDuty,
  seesDuties,
} from '@jiedui/shared/story';
import type { Words } from '@jiedui/shared/text';
import { clock } from '../../clock';
import { filterParam } from '../../read/codec';
import { amongIds, dialect, reader } from '../../read/reader';
import { countedSql, type Span, storiesSql } from './figures-sql';

export type DutyWords = { code: string; words: Words; source: string };

/** One period of a duty of a unit, as it stands. */
export type UnitDuty = JudgedDuty & {
  code: string;
  key: string;
  from: Day;
  to: Day;
  minimum: number;
  done: number;
};

type Unit = { id: number; documentId: string; unitClass: string };
type Owed = { duty: StoryDuty; window: PeriodWindow };

/** The story duties of the programme in force. */
async function dutiesInForce(): Promise<StoryDuty[]> {
  const [row] = await reader().all(
    'SELECT story_duties FROM programmes WHERE active = ? ORDER BY id LIMIT 1',
    [filterParam({ type: 'boolean' }, true, dialect())],
  );
  const value = row?.story_duties ?? null;
  return ((typeof value === 'string' ? JSON.parse(value) : value) as StoryDuty[] | null) ?? [];
}

/** How units stand with their duties in the periods that touch the days; null for who may not judge them. */
export async function dutiesOfUnits(
  actor: Actor,
  units: readonly Unit[],
  span: Span,
): Promise<{ words: DutyWords[]; of: Map<string, UnitDuty[]> } | null> {
  if (!seesDuties(actor.role)) return null;
  const today = dayOf(clock().now());
  const duties = await dutiesInForce();
  const owed = duties.flatMap((duty) =>
    begunWindows(duty, today)
      .filter(({ from, to }) => from <= span.to && span.from <= to)
      .map((window) => ({ duty, window })),
  );
  const done = await doneBy(actor, units, owed);
  const of = units.map(({ id, documentId, unitClass }): [string, UnitDuty[]] => {
    const own = dutiesFor(duties, unitClass as UnitClass);
    const periods = owed.flatMap(({ duty, window }, at) =>
      own.includes(duty) ? [standing(duty, window, done.get(id)?.[at] ?? 0, today)] : [],
    );
    return [documentId, periods];
  });
  const words = duties.map(({ code, words: label, source }) => ({ code, words: label, source }));
  return { words, of: new Map(of) };
}

function standing(duty: StoryDuty, { key, from, to }: PeriodWindow, done: number, today: Day): UnitDuty {
  const { code, minimum } = duty;
  return { code, key, from, to, minimum, done, ...judgeDuty({ minimum, done, to }, today) };
}

/** How many stories of each unit count in each period: one look at their stories for all of them. */
async function doneBy(
  actor: Actor,
  units: readonly Unit[],
  owed: readonly Owed[],
): Promise<Map<number, number[]>> {
  if (owed.length === 0 || units.length === 0) return new Map();
  const sums = owed.map(({ duty, window }) => countedSql(DUTY_COUNTS[duty.counts], window));
  const stories = storiesSql(actor);
  const among = amongIds(
    't.unit_id',
    units.map(({ id }) => id),
  );
  const columns = sums.map(({ text }, at) => `sum(CASE WHEN ${text} THEN 1 ELSE 0 END) AS "n${at}"`);
  const rows = await reader().all(
    `SELECT t.unit_id, ${columns.join(', ')} FROM stories t WHERE ${among.text} AND ${stories.text} GROUP BY t.unit_id`,
    [...sums.flatMap(({ params }) => params), ...among.params, ...stories.params],
  );
  return new Map(rows.map((row) => [Number(row.unit_id), owed.map((_, at) => Number(row[`n${at}`] ?? 0))]));
}
