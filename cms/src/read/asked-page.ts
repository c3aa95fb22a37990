import { isMonth, type Month, monthsBetween } from '@jiedui/shared/calendar';
import { fieldError } from '@jiedui/shared/model';
import type { Words } from '@jiedui/shared/text';
import { Refusal } from '../guard/errors';

type Query = Record<string, unknown>;

const MOST_MONTHS = 24;

export function badQuery(name: string, words?: Words): Refusal {
  return new Refusal(400, 'BAD_QUERY', { errors: [fieldError([name], 'BAD_QUERY', words)] });
}

/** A whole number of the query from 1 to `most`; refuses anything else. */
export function numberOf(query: Query, name: string, otherwise: number, most: number): number {
  if (query[name] === undefined) return otherwise;
  const number = Number(query[name]);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw badQuery(name);
}

/** The months from `from` to `to` of the query, two years at most; refuses what is none. */
export function monthsOf({ from, to }: Query): Month[] {
  for (const [name, month] of Object.entries({ from, to })) {
    if (!isMonth(month)) {
      throw badQuery(name, { zh: '月份应写作 2022-11。', en: 'A month is written 2022-11.' });
    }
  }
  const months = monthsBetween(`${from}-01`, `${to}-01`);
  if (months.length === 0 || months.length > MOST_MONTHS) {
    const words = {
      zh: `起止月份应先后有序,最多 ${MOST_MONTHS} 个月。`,
      en: `From the earlier month to the later one, ${MOST_MONTHS} at most.`,
    };
    throw badQuery('to', words);
  }
  return months;
}
