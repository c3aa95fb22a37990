import { z } from 'zod';
import { activityRuleSchema } from './activity-rule';
import { venueKindSchema } from './venue-kind';

const MOST = 60;
const distinct = (list: readonly { code: string }[]) =>
  new Set(list.map(({ code }) => code)).size === list.length;

/** The lists that a programme holds for its activities, each code once. */
export const PROGRAMME_LISTS = {
  venueKinds: z.array(venueKindSchema).max(MOST).refine(distinct),
  activityRules: z.array(activityRuleSchema).max(MOST).refine(distinct),
} as const;
