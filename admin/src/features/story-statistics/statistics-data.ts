import { monthRange } from '@jiedui/shared/calendar';
import type { StatisticsBy, StoryCount, StoryFigure } from '@jiedui/shared/story';
import { COUNTED_PLACEMENT_STATES, PLACEMENT_LEVELS, STORY_FIGURES } from '@jiedui/shared/story';
import type { Words } from '@jiedui/shared/text';
import type { UnitDuty } from '../../ui/story/duty-look';

export type Counts = Partial<Record<StoryCount, number>>;
export type StatisticsRow = { key: string; name: string; counts: Counts; duties?: UnitDuty[] };
export type Statistics = {
  by: StatisticsBy;
  rows: StatisticsRow[];
  totals: Counts;
  duties: { code: string; words: Words; source: string }[];
};
export type Asked = { by: StatisticsBy; from: string; to: string };

/** The list that a number counts; null where no list of the console shows it. */
export function listOf({ by, from, to }: Asked, key: string, count: StoryCount): string | null {
  const party: Record<string, string> = by === 'placement' ? { outlet: key } : { [by]: key };
  const days = { from: monthRange(from).from, to: monthRange(to).to };
  if ((PLACEMENT_LEVELS as readonly string[]).includes(count)) {
    // A placement knows no column of its own.
    if (by === 'column') return null;
    const query = { ...party, level: count, state: COUNTED_PLACEMENT_STATES.join(','), ...days };
    return `/media-placements?${new URLSearchParams(query)}`;
  }
  const figure: StoryFigure = STORY_FIGURES[count as keyof typeof STORY_FIGURES];
  const query: Record<string, string> = {
    ...party,
    state: figure.states.join(','),
    [`${figure.at}.from`]: days.from,
    [`${figure.at}.to`]: days.to,
  };
  if (figure.flag) query[figure.flag] = 'true';
  return `/stories?${new URLSearchParams(query)}`;
}
