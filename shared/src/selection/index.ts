import type { Actor } from '../access';
import { COVERING_STATES } from '../activity/covering-states';
import { addMonths, type DayRange, isDay } from '../calendar';
import { PUBLISHED_STORY_STATES } from '../metric';
import { type FieldError, fieldError } from '../model';

/** What of a unit's records goes into a pack for the selection of 文明单位 and 文明校园: what has come about. */
export const PACKED_STATES = {
  activity: COVERING_STATES,
  project: ['listed', 'retired'],
  story: PUBLISHED_STORY_STATES,
} as const satisfies Record<string, readonly string[]>;

const MOST_MONTHS = 24;

/** The days of a pack, or what is wrong with them: real days in their order, two years at most. */
export function packDays(from: unknown, to: unknown): DayRange | FieldError[] {
  const wrong = [
    ...(isDay(from) ? [] : [fieldError(['from'], 'REQUIRED')]),
    ...(isDay(to) ? [] : [fieldError(['to'], 'REQUIRED')]),
  ];
  if (!isDay(from) || !isDay(to)) return wrong;
  if (to < from) {
    return [
      fieldError(['to'], 'OUT_OF_RANGE', {
        zh: '截止日期早于开始日期。',
        en: 'The end is before the beginning.',
      }),
    ];
  }
  if (to >= addMonths(from, MOST_MONTHS)) {
    return [fieldError(['to'], 'OUT_OF_RANGE', { zh: '起止日期最多相隔两年。', en: 'Two years at most.' })];
  }
  return { from, to };
}

/** The signs with which a spreadsheet begins a formula, also behind a tab or a line's end. */
const FORMULA_START = /^[=+\-@\t\r\n]/;

/** A line of a CSV file that a spreadsheet opens: a text that would be a formula is kept a text. */
export function csvLine(cells: readonly (string | number)[]): string {
  const quoted = cells.map((cell) => {
    const text = typeof cell === 'string' && FORMULA_START.test(cell) ? `'${cell}` : String(cell);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${quoted.join(',')}\r\n`;
}

/** A name as part of a file's path that every system takes. */
export const pathPart = (name: string): string => {
  const clean = [...name].filter((sign) => sign >= ' ' && !'\\/:*?"<>|'.includes(sign)).join('');
  return clean.replace(/^[. ]+|[. ]+$/g, '').slice(0, 80) || '未命名';
};

/** Who reads what goes into a unit's pack: the unit itself, whoever asks, for everybody allowed may take the same pack. */
export const packReader = (asking: Actor, unit: number): Actor => ({
  ...asking,
  role: 'unit',
  unit,
  station: null,
  town: null,
  department: null,
});
