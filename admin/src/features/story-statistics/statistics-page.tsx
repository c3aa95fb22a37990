import { BY_WORDS, STATISTICS_BY } from '@jiedui/shared/story';
import { Pagination, Radio, Skeleton } from 'antd';
import { useWords } from '../../providers/i18n';
import { DownloadButton } from '../../ui/list/export-button';
import { MonthsPicker } from '../../ui/months/months-picker';
import { useAskedMonths } from '../../ui/months/use-asked-months';
import { ErrorNotice, Notice } from '../../ui/notices';
import { Page } from '../../ui/page';
import { usePhone } from '../../ui/use-phone';
import { useRead } from '../../ui/use-read';
import { StatisticsChart } from './chart';
import './statistics.css';
import { StatisticsCards } from './statistics-cards';
import type { Statistics } from './statistics-data';
import { StatisticsTable } from './statistics-table';

type Meta = { pagination: { page: number; pageSize: number; total: number } };

const words = {
  title: { zh: '稿件统计', en: 'Story figures' },
  by: { zh: '统计方式', en: 'By' },
  none: { zh: '所选月份没有可统计的稿件。', en: 'There is nothing to count in these months.' },
  note: {
    zh: '投稿、刊发、撤下按各自发生的月份计,更正按最近一次的月份计;媒体刊发核实后计入。合计包括没有列出的稿件。',
    en: 'Each counts in the month in which it happened, corrections by the last one; placements once verified. The sum holds all stories, listed or not.',
  },
};

const MONTHS_BEFORE = 11;

/** What came of stories in some months, and how units stand with their duty. */
function StatisticsPage() {
  const { say } = useWords();
  const phone = usePhone();
  const { asked, page, change } = useAskedMonths(STATISTICS_BY, MONTHS_BEFORE);
  const { data, meta, error, refetch } = useRead<Statistics, Meta>(
    '/story-statistics',
    { ...asked, page },
    { keepPrevious: true },
  );
  const { total = 0, pageSize = 50 } = meta?.pagination ?? {};
  const body = () => {
    if (error) return <ErrorNotice error={error} onRetry={refetch} />;
    if (!data) return <Skeleton active title={false} paragraph={{ rows: 8 }} />;
    if (data.rows.length === 0) return <Notice text={say(words.none)} />;
    const View = phone ? StatisticsCards : StatisticsTable;
    return (
      <>
        <StatisticsChart statistics={data} />
        {/* Until what was asked has come, what is there still is what was asked before. */}
        <View statistics={data} asked={{ ...asked, by: data.by }} />
      </>
    );
  };
  return (
    <Page title={say(words.title)}>
      <div className="story-statistics-bar">
        <Radio.Group
          optionType="button"
          aria-label={say(words.by)}
          value={asked.by}
          onChange={({ target }) => change({ by: String(target.value) })}
          options={STATISTICS_BY.map((by) => ({ value: by, label: say(BY_WORDS[by]) }))}
        />
        <MonthsPicker {...asked} onChange={change} />
        <DownloadButton
          path="/story-statistics/export"
          query={asked}
          fallbackName={`${say(words.title)}.xlsx`}
        />
      </div>
      <p className="muted">{say(words.note)}</p>
      {body()}
      {total > pageSize && (
        <Pagination
          size="small"
          align="end"
          simple={phone}
          current={page}
          pageSize={pageSize}
          total={total}
          showSizeChanger={false}
          onChange={(next) => change({ page: String(next) })}
        />
      )}
    </Page>
  );
}

export { StatisticsPage as Component };
