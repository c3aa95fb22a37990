import type { Actor } from '@jiedui/shared/access';
import { BY_WORDS, COUNT_WORDS, countsOf, DUTY_WORDS, type StatisticsBy } from '@jiedui/shared/story';
import type { Locale } from '@jiedui/shared/text';
import type { Context } from 'koa';
import { type SheetColumn, sendSheet } from '../../read/sheet';
import { askedBy, type StatisticsRow, storyStatistics } from './statistics';

type Query = Record<string, unknown>;
type First = Awaited<ReturnType<typeof storyStatistics>>;

const PAGE_SIZE = 100;
const MOST_PAGES = 1_000;

const words = {
  title: { zh: '稿件统计', en: 'Story figures' },
  all: { zh: '合计', en: 'All' },
};

/** What the page of the statistics shows, as a workbook, with the sum in its last row. */
export async function exportStatistics(actor: Actor, ctx: Context): Promise<void> {
  const { locale: asked, page: _, pageSize: __, ...query } = ctx.query as Query;
  const locale: Locale = asked === 'en' ? 'en' : 'zh';
  const by = askedBy(query);
  // Before the answer begins, so that a wrong query is refused.
  const first = await storyStatistics(actor, { ...query, page: 1, pageSize: PAGE_SIZE });
  sendSheet(ctx, words.title[locale], columnsOf(by, first, locale), pagesOf(actor, query, first, locale));
}

function columnsOf(by: StatisticsBy, { data }: First, locale: Locale): SheetColumn<StatisticsRow>[] {
  return [
    { header: BY_WORDS[by][locale], value: ({ name }) => name },
    ...countsOf(by).map((count) => ({
      header: COUNT_WORDS[count][locale],
      value: ({ counts }: StatisticsRow) => counts[count] ?? 0,
    })),
    ...data.duties.map((duty) => ({
      header: duty.words[locale],
      value: ({ duties = [] }: StatisticsRow) =>
        duties
          .filter(({ code }) => code === duty.code)
          .map(({ from, to, state }) => `${from}–${to} ${DUTY_WORDS[state][locale]}`)
          .join('\n'),
    })),
  ];
}

async function* pagesOf(
  actor: Actor,
  query: Query,
  first: First,
  locale: Locale,
): AsyncGenerator<StatisticsRow[]> {
  const { pageCount } = first.meta.pagination;
  yield first.data.rows;
  for (let page = 2; page <= Math.min(pageCount, MOST_PAGES); page += 1) {
    // Reads of SQLite are synchronous: let the others in between two pages.
    await new Promise(setImmediate);
    yield (await storyStatistics(actor, { ...query, page, pageSize: PAGE_SIZE })).data.rows;
  }
  yield [{ key: '', name: words.all[locale], counts: first.data.totals }];
}
