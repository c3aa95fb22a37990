import { Pagination, Radio, Skeleton } from 'antd';
import { useWords } from '../../providers/i18n';
import { MonthsPicker } from '../../ui/months/months-picker';
import { useAskedMonths } from '../../ui/months/use-asked-months';
import { ErrorNotice, Notice } from '../../ui/notices';
import { Page } from '../../ui/page';
import { usePhone } from '../../ui/use-phone';
import { useRead } from '../../ui/use-read';
import './coverage.css';
import { CoverageCards } from './coverage-cards';
import type { Coverage } from './coverage-data';
import { CoverageGrid } from './coverage-grid';

type Meta = { pagination: { page: number; pageSize: number; total: number } };

const words = {
  title: { zh: '创文指标覆盖', en: 'Indicator coverage' },
  by: { zh: '查看方式', en: 'View' },
  station: { zh: '按阵地', en: 'By site' },
  month: { zh: '按月份', en: 'By month' },
  none: {
    zh: '还没有创文指标。请由区创文巩卫办在“其他记录 · 创文指标”中登记,活动登记时选用。',
    en: 'There are no indicators yet. The civility office enters them under Records.',
  },
  note: {
    zh: '数字为已开展的活动场次,点开可看清单;空白格为缺口。表头为已覆盖的阵地数。',
    en: 'Activities that took place; a click lists them, an empty cell is a gap. The head says how many sites are reached.',
  },
};

const WAYS = ['station', 'month'] as const;
const MONTHS_BEFORE = 5;

/** Which 创文 indicators the activities have served, site by site or month by month, and where the gaps are. */
function CoveragePage() {
  const { say } = useWords();
  const phone = usePhone();
  const { asked, page, change } = useAskedMonths(WAYS, MONTHS_BEFORE);
  const { data, meta, error, refetch } = useRead<Coverage, Meta>(
    '/coverage',
    { ...asked, page },
    { keepPrevious: true },
  );
  const { total = 0, pageSize = 25 } = meta?.pagination ?? {};
  const body = () => {
    if (error) return <ErrorNotice error={error} onRetry={refetch} />;
    if (!data) return <Skeleton active title={false} paragraph={{ rows: 8 }} />;
    if (data.indicators.length === 0) return <Notice text={say(words.none)} />;
    const View = phone ? CoverageCards : CoverageGrid;
    // Until what was asked has come, what is there still is what was asked before.
    return <View coverage={data} asked={{ ...asked, by: data.by }} />;
  };
  return (
    <Page title={say(words.title)}>
      <div className="coverage-bar">
        <MonthsPicker {...asked} onChange={change} />
        <Radio.Group
          optionType="button"
          aria-label={say(words.by)}
          value={asked.by}
          onChange={({ target }) => change({ by: String(target.value) })}
          options={WAYS.map((by) => ({ value: by, label: say(words[by]) }))}
        />
        <span className="muted">{say(words.note)}</span>
      </div>
      {body()}
      {asked.by === 'station' && total > pageSize && (
        <Pagination
          size="small"
          align="end"
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

export { CoveragePage as Component };
