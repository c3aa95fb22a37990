import { changedWords } from '../text/changed';
import { ENUM_TEXT } from '../text/enums';
import type { Words } from '../text/words';
import { compact } from './clean';
import type { Option } from './column';
import { type Outcome, refuse, value } from './outcome';

/** The options of an enumeration by the words of `text/enums`, with further words that papers use. */
export function optionsOf(
  enumeration: string,
  also: Readonly<Record<string, readonly string[]>> = {},
  only?: readonly string[],
): Option[] {
  return Object.entries(ENUM_TEXT[enumeration] ?? {})
    .filter(([code]) => !only || only.includes(code))
    .map(([code, words]) => ({ code, words, key: `${enumeration}.${code}`, also: also[code] ?? [] }));
}

/** Options from a list kept as data, such as the venue kinds of a programme. */
export const optionsFrom = (list: readonly { code: string; words: Words }[]): Option[] =>
  list.map(({ code, words }) => ({ code, words }));

/** The option that a cell names by its Chinese or English words, another usual word, or its code. */
export function readOption(text: string, options: readonly Option[]): Outcome<string> {
  const word = compact(text).toLowerCase();
  const found = options.find((option) =>
    wordsOf(option).some((name) => compact(name).toLowerCase() === word),
  );
  if (found) return value(found.code);
  return refuse(
    'NOT_AN_OPTION',
    options.map(({ words }) => words.zh).join('、'),
    options.map(({ words }) => words.en).join(', '),
  );
}

/** The words of the program stay known beside those that the office has put in their place. */
function wordsOf({ code, words, key, also = [] }: Option): string[] {
  const changed = key ? changedWords(key) : undefined;
  return [code, words.zh, words.en, ...also, ...(changed ? [changed.zh, changed.en] : [])];
}
