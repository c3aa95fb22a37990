import { indicatorsOf, isSystemFilled, type Rubric } from '../rubric';
import type { EntryError } from './check-entries';
import type { Entries, Entry } from './entries';

/**
 * The system's figures on a sheet are not the evaluator's to write: a value, or a reason for none, must be what it
 * was before. Comments are free.
 */
export function checkFigures(rubric: Rubric, entries: Entries, before: Entries): EntryError[] {
  return indicatorsOf(rubric)
    .filter(
      ({ indicator }) =>
        isSystemFilled(indicator) && differs(entries[indicator.code], before[indicator.code]),
    )
    .map(({ indicator: { code, name } }) => ({
      path: [code],
      code: 'systemFilled',
      message: {
        zh: `${code}“${name}”：由系统取数，不能填写`,
        en: `${code}: is taken by the system and cannot be filled in`,
      },
    }));
}

const differs = (now: Entry | undefined, before: Entry | undefined): boolean =>
  now?.value !== before?.value || now?.missing !== before?.missing;
