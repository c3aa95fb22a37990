import { PROGRAMME_LISTS } from '@jiedui/shared/activity';
import { fieldError } from '@jiedui/shared/model';
import { cadenceRulesSchema, storyDutiesSchema } from '@jiedui/shared/programme';
import type { Hooks } from './hooks';

/** What the rules read from a programme has their form: a step of an activity must not fail on it. */
export const programmeHooks: Hooks = {
  check: (_trx, values) =>
    Object.entries({ ...PROGRAMME_LISTS, cadenceRules: cadenceRulesSchema, storyDuties: storyDutiesSchema })
      .filter(([field, schema]) => values[field] && !schema.safeParse(values[field]).success)
      .map(([field]) => fieldError([field], 'WRONG_TYPE')),
};
