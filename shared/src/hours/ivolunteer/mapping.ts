import { z } from 'zod';
import { headerKey } from '../../workbook/clean';
import { HEADINGS, IVOLUNTEER_FIELDS, type IvolunteerField } from './fields';

export const DATE_ORDERS = ['ymd', 'dmy', 'mdy'] as const;
export const DURATION_UNITS = ['hours', 'minutes'] as const;

const headings = z.array(z.string().min(1).max(120)).max(4);

/** Which headings each of our fields is read from; several are put together in their order (a day and a time). */
export const mappingColumnsSchema = z.partialRecord(z.enum(IVOLUNTEER_FIELDS), headings);

export const mappingSchema = z.strictObject({
  columns: mappingColumnsSchema,
  dateOrder: z.enum(DATE_ORDERS),
  durationUnit: z.enum(DURATION_UNITS),
});

/** How an export is read. Saved and found again by the fingerprint of its headings, since exports differ. */
export type IvolunteerMapping = z.infer<typeof mappingSchema>;

/** Without these nothing can be told from a row. */
export const NEEDED_FIELDS: readonly IvolunteerField[] = ['personName'];

/** What two exports of the same form have in common: their headings, in whatever order they stand. */
export const headingsKey = (all: readonly string[]): string =>
  [...new Set(all.map(headerKey))]
    .filter((key) => key !== '')
    .sort()
    .join('|');

/** Which heading is read as which field, as far as its words tell. */
export function suggestColumns(all: readonly string[]): IvolunteerMapping['columns'] {
  const columns: IvolunteerMapping['columns'] = {};
  const taken = new Set<string>();
  for (const [field, ...patterns] of HEADINGS) {
    const heading = firstMatch(
      all.filter((one) => one !== '' && !taken.has(one)),
      patterns,
    );
    if (!heading) continue;
    taken.add(heading);
    columns[field] = [heading];
  }
  return columns;
}

function firstMatch(all: readonly string[], patterns: readonly RegExp[]): string | undefined {
  for (const pattern of patterns) {
    const found = all.find((heading) => pattern.test(headerKey(heading)));
    if (found) return found;
  }
  return undefined;
}

/** The most hours that one row can have; larger numbers without a unit are minutes. */
const MOST_HOURS = 24;

/** The unit of a column of durations: what its heading says, else what its numbers can be. */
export function suggestUnit(heading: string, values: readonly string[]): IvolunteerMapping['durationUnit'] {
  if (/分/.test(heading)) return 'minutes';
  if (/小时|时数|工时/.test(heading)) return 'hours';
  return values.some((text) => Number(text) > MOST_HOURS) ? 'minutes' : 'hours';
}
