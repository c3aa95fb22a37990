import { brief, dec, exact, ZERO } from '../decimal';
import { type Indicator, isSystemFilled, roleOf } from '../rubric';
import type { Words } from '../text/words';
import type { Entry, Metrics } from './entries';
import { judge } from './item-kinds';
import type { ItemCalc } from './item-score';
import { MISSING_WORDS, type MissingState, NO_FIGURE_WORDS } from './missing';

/** The outcome of one item as stored and shown. `value` in points: negative where points are taken away. */
export interface ItemScore {
  code: string;
  value: string | null;
  max: string;
  missing?: MissingState;
  triggered?: boolean;
  rule: string;
  words: Words;
}

/**
 * Scores one indicator from its entry (or the system's figures), floor and cap of the item included. No entry is
 * `notScored`, never 0.
 */
export function scoreItem(indicator: Indicator, entry?: Entry, metrics: Metrics = {}): ItemScore {
  return showItem(computeItem(indicator, entry, metrics));
}

/** An item as stored and shown. */
export function showItem({ role: _role, value, max, ...rest }: ItemCalc): ItemScore {
  return { ...rest, value: value && exact(value), max: exact(max) };
}

/** As {@link scoreItem}, in decimals, for what is computed further. */
export function computeItem(indicator: Indicator, entry: Entry | undefined, metrics: Metrics): ItemCalc {
  const role = roleOf(indicator);
  const max = dec(indicator.maxPoints);
  const head = { code: indicator.code, role, max };
  if (entry?.missing) return { ...head, ...noScore(entry.missing) };
  if (role === 'veto') return { ...head, ...computeVeto(entry) };
  const outcome = judge(indicator, entry ?? {}, max, metrics);
  if ('missing' in outcome) {
    const without = noScore(outcome.missing);
    return isSystemFilled(indicator)
      ? { ...head, ...without, rule: 'noFigure', words: NO_FIGURE_WORDS }
      : { ...head, ...without };
  }
  if (indicator.item.kind !== 'deduct') return { ...head, ...outcome };
  if (role === 'regular') {
    const left = max.minus(outcome.value);
    const words = {
      zh: `${outcome.words.zh}；${brief(max)} 分剩 ${brief(left)} 分`,
      en: `${outcome.words.en}; ${brief(left)} of ${brief(max)} left`,
    };
    return { ...head, ...outcome, value: left, words };
  }
  return { ...head, ...outcome, value: outcome.value.isZero() ? ZERO : outcome.value.negated() };
}

function noScore(missing: MissingState): Pick<ItemCalc, 'value' | 'missing' | 'rule' | 'words'> {
  return { value: null, missing, rule: 'missing', words: MISSING_WORDS[missing] };
}

function computeVeto(
  entry: Entry | undefined,
): Pick<ItemCalc, 'value' | 'missing' | 'rule' | 'words' | 'triggered'> {
  if (entry?.triggered === undefined) return noScore('notScored');
  const words = entry.triggered
    ? { zh: '触发一票否决', en: 'Veto triggered' }
    : { zh: '未触发', en: 'Not triggered' };
  return { value: null, rule: 'veto', triggered: entry.triggered, words };
}
