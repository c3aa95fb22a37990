import { wilson } from '../scoring/wilson';
import type { Words } from '../text/words';
import { type Figure, rateFigure } from './figure';
import { type EnteredMetric, METRICS } from './registry';

/** Fewer answers than this are neither shown nor counted (domain §5). */
export const LEAST_ANSWERS = 10;

/** The best that an inspection gives. */
const FULL_POINTS = 100;

/**
 * What the office enters of a unit: of a rate how many of how many who answered, and how many were asked at all; of
 * points the points.
 */
export type MetricEntry = {
  metric: EnteredMetric;
  numerator?: number | null;
  denominator?: number | null;
  invited?: number | null;
  value?: number | null;
};

type Field = Exclude<keyof MetricEntry, 'metric'>;
export type EntryFault = { field: Field; code: 'REQUIRED' | 'OUT_OF_RANGE' | 'BAD_INPUT'; words: Words };

const isRate = ({ metric }: MetricEntry): boolean => METRICS[metric].unit === 'rate';

const RATE_FIELDS = ['numerator', 'denominator', 'invited'] as const;

const UNASKED: Words = { zh: '这项指标不填此栏。', en: 'This figure takes no such value.' };
const NEEDED: Words = { zh: '这项指标要填此栏。', en: 'This figure needs a value here.' };

/** What is wrong with an entry: a rate has its two numbers in order, points are points. */
export function entryFaults(entry: MetricEntry): EntryFault[] {
  return isRate(entry) ? rateFaults(entry) : pointFaults(entry);
}

function rateFaults({ numerator, denominator, invited, value }: MetricEntry): EntryFault[] {
  const faults: EntryFault[] = [];
  if (isSet(value)) faults.push({ field: 'value', code: 'BAD_INPUT', words: UNASKED });
  if (!isSet(numerator)) faults.push({ field: 'numerator', code: 'REQUIRED', words: NEEDED });
  if (!isSet(denominator)) faults.push({ field: 'denominator', code: 'REQUIRED', words: NEEDED });
  if (isSet(numerator) && isSet(denominator) && numerator > denominator) {
    const words = { zh: '不得多于有效答卷数。', en: 'It cannot be more than the answers.' };
    faults.push({ field: 'numerator', code: 'OUT_OF_RANGE', words });
  }
  if (isSet(invited) && isSet(denominator) && invited < denominator) {
    const words = { zh: '不得少于有效答卷数。', en: 'It cannot be less than the answers.' };
    faults.push({ field: 'invited', code: 'OUT_OF_RANGE', words });
  }
  return faults;
}

function pointFaults(entry: MetricEntry): EntryFault[] {
  const unasked = RATE_FIELDS.filter((field) => isSet(entry[field])).map(
    (field): EntryFault => ({ field, code: 'BAD_INPUT', words: UNASKED }),
  );
  const { value } = entry;
  if (!isSet(value)) return [...unasked, { field: 'value', code: 'REQUIRED', words: NEEDED }];
  if (value >= 0 && value <= FULL_POINTS) return unasked;
  const words = { zh: `填 0 到 ${FULL_POINTS} 的数。`, en: `A number from 0 to ${FULL_POINTS}.` };
  return [...unasked, { field: 'value', code: 'OUT_OF_RANGE', words }];
}

/** An entry as a figure. With too few answers there is none, and how they were given is not told. */
export function entryFigure(entry: MetricEntry): Figure {
  if (!isRate(entry)) return { value: entry.value ?? null };
  const { numerator, denominator } = entry;
  if (!isSet(numerator) || !isSet(denominator)) return { value: null };
  if (denominator < LEAST_ANSWERS) return { value: null, denominator, tooFew: true };
  return rateFigure(numerator, denominator);
}

/** Between which percents a rate lies (Wilson, 95 %); null where it is none or of too few answers. */
export function entryInterval(entry: MetricEntry): { low: number; high: number } | null {
  const { numerator, denominator } = entryFigure(entry);
  if (numerator === undefined || denominator === undefined) return null;
  const bounds = wilson(numerator, denominator);
  return bounds && { low: bounds.low * 100, high: bounds.high * 100 };
}

/** How many of those asked have answered, in percent; null where nobody says how many were asked. */
export const responseRate = ({ denominator, invited }: MetricEntry): number | null =>
  isSet(denominator) && isSet(invited) && invited > 0 ? (denominator / invited) * 100 : null;

const isSet = (value: number | null | undefined): value is number => value !== null && value !== undefined;
