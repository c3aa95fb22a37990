import { COVERING_STATES } from '../activity';
import { dayOf, type Instant, timeOf } from '../calendar';
import { MACHINES } from '../workflow';
import { type Blocks, paragraphsOf } from './blocks';
import { tidyBlocks } from './tidy';

const REPORTED = MACHINES.activity.transitions.report.to;
const VERIFIED = MACHINES.activity.transitions.verify.to;

/** The states of an activity of which something has been reported, so that there is something to tell. */
export const TOLD_ACTIVITY_STATES: readonly string[] = COVERING_STATES.filter(
  (state) => state === REPORTED || state === VERIFIED,
);

/** What is known of an activity that a story is to tell of. */
export type ActivityRecord = {
  title: string;
  unit: string;
  station: string | null;
  startsAt: Instant;
  endsAt: Instant;
  venue: string | null;
  actualPeople: number | null;
  volunteers: number | null;
  summary: string | null;
};

const LONGEST_SUMMARY = 500;
const day = (instant: Instant) => {
  const [year, month, date] = dayOf(instant).split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

/** What a story starts with: a summary, and the facts of the record as paragraphs to write on from. */
export function proposalOf(activity: ActivityRecord): { summary: string | null; content: Blocks | null } {
  const { title, unit, station, startsAt, endsAt, venue, actualPeople, volunteers, summary } = activity;
  const place = [station, venue].filter((part) => part?.trim()).join(' · ');
  const people = [
    actualPeople ? `${actualPeople} 人参加` : null,
    volunteers ? `志愿者 ${volunteers} 人` : null,
  ].filter((part) => part !== null);
  const when = `${day(startsAt)} ${timeOf(startsAt)}—${dayOf(endsAt) === dayOf(startsAt) ? '' : `${day(endsAt)} `}${timeOf(endsAt)}`;
  const facts = `${when}，${unit}${place ? `在${place}` : ''}开展“${title}”活动${people.length > 0 ? `，${people.join('，其中')}` : ''}。`;
  const told = summary?.trim() ?? '';
  const short = [...told.replace(/\s+/g, ' ')];
  return {
    summary: short.length === 0 ? null : short.slice(0, LONGEST_SUMMARY).join(''),
    content: tidyBlocks(paragraphsOf(`${facts}\n${told}`)),
  };
}
