import { fieldError } from '@jiedui/shared/model';
import { Refusal } from '../guard/errors';

type Query = Record<string, unknown>;

const PAGE = 50;
const MOST_PER_PAGE = 100;

/** The page that a query asks for; refuses what is no page. */
export function askedPage(query: Query): { page: number; pageSize: number; limit: string } {
  const page = numberOf(query, 'page', 1, 1_000_000);
  const pageSize = numberOf(query, 'pageSize', PAGE, MOST_PER_PAGE);
  return { page, pageSize, limit: `LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}` };
}

export const pagination = ({ page, pageSize }: { page: number; pageSize: number }, total: number) => ({
  page,
  pageSize,
  pageCount: Math.ceil(total / pageSize),
  total,
});

function numberOf(query: Query, name: string, otherwise: number, most: number): number {
  if (query[name] === undefined) return otherwise;
  const number = Number(query[name]);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw new Refusal(400, 'BAD_QUERY', { errors: [fieldError([name], 'BAD_QUERY')] });
}
