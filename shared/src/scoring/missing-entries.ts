import { indicatorsOf, isSystemFilled, judges, type Rubric, roleOf, type SourceCode } from '../rubric';
import type { Words } from '../text/words';
import type { Entries } from './entries';
import { computeItem } from './item';

/** An indicator that must be filled in before a sheet can be submitted. */
export interface MissingEntry {
  code: string;
  name: string;
  dimension: string;
  message: Words;
}

/**
 * What a source still has to fill in. System figures fill themselves in; bonus, penalty and veto may stay empty
 * (nothing claimed, nothing found). A stated reason counts as an answer, except `notScored`, which says nothing.
 */
export function missingEntries(rubric: Rubric, source: SourceCode, entries: Entries): MissingEntry[] {
  return indicatorsOf(rubric)
    .filter(({ indicator }) => judges(source, indicator) && !isSystemFilled(indicator))
    .filter(({ indicator }) => ['regular', 'pool'].includes(roleOf(indicator)))
    .filter(({ indicator }) => {
      const entry = Object.hasOwn(entries, indicator.code) ? entries[indicator.code] : undefined;
      return computeItem(indicator, entry, {}).missing === 'notScored';
    })
    .map(({ dimension, indicator: { code, name } }) => ({
      code,
      name,
      dimension: dimension.code,
      message: { zh: `${code}“${name}”还没有评`, en: `${code} is not scored yet` },
    }));
}
