import { addDays, type Day, instantAt } from '../calendar';
import type { CadenceActivity } from './cadence-ledger';
import type { CadenceRule } from './cadence-rule';

/** What a unit and a site have agreed to do in a week, with or without an activity of its own; `week` is its Monday. */
export type WeeklyContent = { id: string; unitId: string; stationId: string; week: Day };

/** The states in which a week's content is agreed. */
export const AGREED_CONTENT_STATES: readonly string[] = ['agreed'];

/** Days from a week's Monday to the day by which the week belongs to a window: its Thursday, as in ISO 8601. */
export const CONTENT_DAY = 3;

/** Whether agreed contents count for a rule. They have no category, so a rule about categories does not know them. */
export const countsContents = ({ evidence, what }: Pick<CadenceRule, 'evidence' | 'what'>): boolean =>
  evidence === 'agreed' && what === 'any';

/** An agreed week as the ledger counts it. Throws RangeError for a malformed day. */
export function agreedContent({ week, ...content }: WeeklyContent): CadenceActivity {
  return {
    ...content,
    category: null,
    startsAt: instantAt(addDays(week, CONTENT_DAY), '12:00'),
    verified: false,
    agreed: true,
  };
}
