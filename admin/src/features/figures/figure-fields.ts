import type { MetricEntry } from '@jiedui/shared/metric';
import type { Row } from '../../providers/row';

/** What is filled in of a figure, in this order; the reason is asked for once the round is open. */
export const FIGURE_FORM = [
  'round',
  'unit',
  'metric',
  'numerator',
  'denominator',
  'invited',
  'value',
  'method',
  'reason',
];

const numberOf = (value: unknown) => (value === null || value === undefined ? null : Number(value));

export const entryOf = (row: Row): MetricEntry => ({
  metric: row.metric as MetricEntry['metric'],
  numerator: numberOf(row.numerator),
  denominator: numberOf(row.denominator),
  invited: numberOf(row.invited),
  value: numberOf(row.value),
});
