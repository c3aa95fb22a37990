import { cleanName, compact } from '../workbook/clean';
import { type IdNumber, readIdNumber } from './id-number';

/** One person as typed or pasted: a line of the text, its name, and the identity number if one stands behind it. */
export type PastedPerson = { line: number; name: string; id: IdNumber };

/** People that one paste may bring. Ours: more come by an import. */
export const MOST_PASTED = 200;
export const LONGEST_NAME = 60;

/** `1.`, `2、`, `(3)` before a name. */
const NUMBERING = /^[(（]?\d{1,3}[)）.、．]\s*/;
const HEADINGS = [
  '姓名',
  '名单',
  '序号',
  '志愿者',
  '志愿者姓名',
  '人员名单',
  '证件',
  '证件号码',
  '身份证号',
  '身份证号码',
];

/**
 * The people of a pasted list: one a line with name and, if there is one, identity number (as copied from a sheet),
 * or several names in a line with commas or 、 between them. Blank lines and headings are passed over; the same person
 * twice is one.
 */
export function readPeople(text: string): PastedPerson[] {
  const people: PastedPerson[] = [];
  const seen = new Set<string>();
  for (const [at, line] of text.split(/\r\n?|\n/).entries()) {
    for (const { name, id } of personsOf(line)) {
      const key = `${name}|${JSON.stringify(id)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      people.push({ line: at + 1, name, id });
    }
  }
  return people;
}

function personsOf(line: string): Omit<PastedPerson, 'line'>[] {
  const parts = line
    .replace(NUMBERING, '')
    .split(/[\t,，;；、]+/)
    .flatMap(splitIdOff)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !/^\d{1,4}$/.test(compact(part)));
  const persons: Omit<PastedPerson, 'line'>[] = [];
  for (const part of parts) {
    const last = persons.at(-1);
    if (isIdNumber(part)) {
      if (last && last.id.kind === 'none') last.id = readIdNumber(part);
      continue;
    }
    const name = cleanName(part);
    if (name === '' || HEADINGS.includes(name.replace(/[::*]/g, ''))) continue;
    persons.push({ name, id: { kind: 'none' } });
  }
  return persons;
}

/** `张三 4401…`: a space stands between name and number, and never between a name's own characters. */
function splitIdOff(part: string): string[] {
  const match = /^(.*?)\s*([\d０-９][\d０-９*xXｘＸ]{9,})$/.exec(part.trim());
  return match ? [match[1] ?? '', match[2] ?? ''] : [part];
}

const isIdNumber = (part: string): boolean => /^\d[\d*X]{9,}$/.test(compact(part).toUpperCase());
