const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF\u00AD]/g;
const FULL_WIDTH = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g;
const SPACES = /[ \t\u00A0\u2000-\u200A\u202F\u205F\u3000]+/g;

/**
 * Text as it should be stored: full-width digits and letters made narrow, invisible characters gone, spaces of
 * any kind single, ends trimmed. Chinese punctuation stays, it belongs to the text; line breaks stay.
 */
export function cleanText(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(FULL_WIDTH, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/\r\n?/g, '\n')
    .replace(SPACES, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

/** A name of a person or body: like `cleanText`, without the spaces that papers put between Chinese characters (张　三). */
export function cleanName(text: string): string {
  return cleanText(text)
    .replace(/\n/g, '')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
}

/** Everything narrow, the spaces of any kind single, for reading what a space may divide. */
export const spaced = (text: string): string =>
  text.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();

/** Text without the apostrophe by which other programs mark it as text ('0755…); a quotation keeps its marks. */
export const withoutTextMark = (text: string): string =>
  text.replace(/^['\u2018\u2019](?=[^'\u2018\u2019]*$)/, '');

/** Everything narrow and without spaces, for reading dates, numbers and options. */
export function compact(text: string): string {
  return text.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/g, '');
}

/** What two spellings of a name have in common: width, spaces, case and the kind of brackets do not count. */
export function nameKey(text: string): string {
  return compact(text)
    .toLowerCase()
    .replace(/[〔【[]/g, '(')
    .replace(/[〕】\]]/g, ')')
    .replace(/[·•・]/g, '·');
}

/** A column's heading without its marks: `*`, `(必填)`, `(分钟)` and the like. */
export function headerKey(text: string): string {
  return nameKey(text)
    .replace(/\([^)]*\)/g, '')
    .replace(/[*:]/g, '');
}
