import { fieldError } from '@jiedui/shared/model';
import { Refusal } from '../guard/errors';

const PAGE_SIZE = 50;
const MOST_PAGES = 100_000;

/** Which page is asked for, as SQL and as the answer tells it. */
export function pageOf(query: Record<string, unknown>) {
  const page = query.page === undefined ? 1 : Number(query.page);
  if (!Number.isInteger(page) || page < 1 || page > MOST_PAGES) {
    throw new Refusal(400, 'BAD_QUERY', { errors: [fieldError(['page'], 'BAD_QUERY')] });
  }
  return {
    limit: `LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`,
    pagination: (total: number) => ({
      page,
      pageSize: PAGE_SIZE,
      pageCount: Math.ceil(total / PAGE_SIZE),
      total,
    }),
  };
}
