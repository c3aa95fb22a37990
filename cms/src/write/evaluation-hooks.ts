import { fieldError } from '@jiedui/shared/model';
import type { SourceCode } from '@jiedui/shared/rubric';
import { checkEntries } from '@jiedui/shared/scoring';
import { openRound } from '../evaluation/sheet-rubric';
import type { Hooks } from './hooks';

/** What stands on a sheet must fit the frozen rubric of its round, and the round must still take scores. */
export const evaluationHooks: Hooks = {
  async check(trx, values) {
    const { rubric } = await openRound(trx, values.round);
    return checkEntries(rubric, values.entries ?? {}, values.source as SourceCode).map(({ path, message }) =>
      fieldError(['entries', ...path], 'BAD_INPUT', message),
    );
  },
};
