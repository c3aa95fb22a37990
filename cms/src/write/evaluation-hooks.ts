import { fieldError } from '@jiedui/shared/model';
import type { SourceCode } from '@jiedui/shared/rubric';
import { checkEntries, checkFigures, type Entries } from '@jiedui/shared/scoring';
import { openSheet } from '../evaluation/sheet-rubric';
import type { Hooks } from './hooks';

const entriesOf = (value: unknown) => (value ?? {}) as Entries;

/** What stands on a sheet must fit the frozen rubric of its round, and the round must still take scores. */
export const evaluationHooks: Hooks = {
  async admit(trx, values) {
    await openSheet(trx, values);
  },
  async check(trx, values, before) {
    const { rubric } = await openSheet(trx, values);
    const wrong = checkEntries(rubric, values.entries ?? {}, values.source as SourceCode);
    // Of the right shape only can be told whether the system's figures are what they were.
    const touched =
      wrong.length > 0 ? [] : checkFigures(rubric, entriesOf(values.entries), entriesOf(before?.entries));
    return [...wrong, ...touched].map(({ path, message }) =>
      fieldError(['entries', ...path], 'BAD_INPUT', message),
    );
  },
};
