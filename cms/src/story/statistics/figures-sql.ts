import type { Actor } from '@jiedui/shared/access';
import { endOfDayInstant, type Instant, monthRange, startOfDayInstant } from '@jiedui/shared/calendar';
import {
  COUNTED_PLACEMENT_STATES,
  PLACEMENT_LEVELS,
  STORY_FIGURES,
  SUBMITTED_STORY_STATES,
} from '@jiedui/shared/story';
import { monthsOf } from '../../read/asked-page';
import { filterParam } from '../../read/codec';
import type { Param } from '../../read/database';
import { readScope } from '../../read/list';
import { modelOf } from '../../read/model';
import { dialect } from '../../read/reader';
import { bothOf, type Sql } from '../../read/scope-sql';

/** The days that are asked about, both ends included. */
export type Span = { from: string; to: string };

/** The days of the months asked for. */
export function spanOf(query: Record<string, unknown>): Span {
  const months = monthsOf(query);
  return { from: monthRange(months[0] ?? '').from, to: monthRange(months.at(-1) ?? '').to };
}

/** When something befell a story `t`; of stories from before it was noted, the nearest that is known. */
export const STORY_TIMES = {
  submittedAt: 'coalesce(t.submitted_at, t.created_at)',
  releasedAt: 't.released_at',
  correctedAt: 't.corrected_at',
  withdrawnAt: 'coalesce(t.withdrawn_at, t.updated_at)',
} as const;

const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ');

const instant = (value: Instant): Param => filterParam({ type: 'datetime' }, value, dialect()) as Param;

/** Whether a story `t` counts: in one of the states, and by that time within the days. */
export function countedSql(
  { at, states }: { at: keyof typeof STORY_TIMES; states: readonly string[] },
  { from, to }: Span,
): Sql {
  return {
    text: `t.state IN (${marks(states)}) AND ${STORY_TIMES[at]} BETWEEN ? AND ?`,
    params: [...states, instant(startOfDayInstant(from)), instant(endOfDayInstant(to))],
  };
}

/** The columns of what is counted of stories `t`, each a sum. */
export function storySums(span: Span): Sql {
  const sums = Object.entries(STORY_FIGURES).map(([name, figure]) => {
    const { text, params } = countedSql(figure, span);
    const flag = 'flag' in figure ? ' AND t.good_practice' : '';
    return { text: `sum(CASE WHEN ${text}${flag} THEN 1 ELSE 0 END) AS "${name}"`, params };
  });
  return { text: sums.map(({ text }) => text).join(', '), params: sums.flatMap(({ params }) => params) };
}

/** The columns of what is counted of placements `t`, each a sum. */
export const PLACEMENT_SUMS = PLACEMENT_LEVELS.map(
  (level) => `sum(CASE WHEN t.level = '${level}' THEN 1 ELSE 0 END) AS "${level}"`,
).join(', ');

/** The stories `t` of the actor that may count. */
export const storiesSql = (actor: Actor): Sql =>
  bothOf(readScope(modelOf('story'), actor), {
    text: `t.state IN (${marks(SUBMITTED_STORY_STATES)})`,
    params: [...SUBMITTED_STORY_STATES],
  });

/** The placements `t` of the actor that count. */
export const placementsSql = (actor: Actor, { from, to }: Span): Sql =>
  bothOf(readScope(modelOf('media-placement'), actor), {
    text: `t.state IN (${marks(COUNTED_PLACEMENT_STATES)}) AND t.published_on BETWEEN ? AND ?`,
    params: [...COUNTED_PLACEMENT_STATES, from, to],
  });
