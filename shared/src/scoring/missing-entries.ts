import {
  type Indicator,
  indicatorsOf,
  isSystemFilled,
  judges,
  type Rubric,
  roleOf,
  type SourceCode,
} from '../rubric';
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
  return judgedItems(rubric, source)
    .filter(({ indicator }) => answerOf(indicator, entries).missing === 'notScored')
    .map(({ dimension, indicator: { code, name } }) => ({
      code,
      name,
      dimension: dimension.code,
      message: { zh: `${code}“${name}”还没有评`, en: `${code} is not scored yet` },
    }));
}

/** Whether a sheet gives reasons only: its total would come from system figures, or from nothing. */
export function judgesNothing(rubric: Rubric, source: SourceCode, entries: Entries): boolean {
  const items = judgedItems(rubric, source);
  return items.length > 0 && items.every(({ indicator }) => answerOf(indicator, entries).value === null);
}

export const NOTHING_JUDGED_WORDS: Words = {
  zh: '全部指标都选了未评原因，不能提交。请至少评一项；应当回避的，请办理回避',
  en: 'Every item has a reason for no score. Score one at least, or recuse yourself',
};

const judgedItems = (rubric: Rubric, source: SourceCode) =>
  indicatorsOf(rubric)
    .filter(({ indicator }) => judges(source, indicator) && !isSystemFilled(indicator))
    .filter(({ indicator }) => ['regular', 'pool'].includes(roleOf(indicator)));

function answerOf(indicator: Indicator, entries: Entries) {
  const entry = Object.hasOwn(entries, indicator.code) ? entries[indicator.code] : undefined;
  return computeItem(indicator, entry, {});
}
