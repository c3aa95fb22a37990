import { isMonth, monthOf, shiftMonth } from '@jiedui/shared/calendar';
import { DatePicker, Pagination, Radio, Skeleton } from 'antd';
import dayjs from 'dayjs';
import { useSearchParams } from 'react-router';
import { useWords } from '../../providers/i18n';
import { useSession } from '../../providers/session';
import { ErrorNotice, Notice } from '../../ui/notices';
import { Page } from '../../ui/page';
import { usePhone } from '../../ui/use-phone';
import { useRead } from '../../ui/use-read';
import './coverage.css';
import { CoverageCards } from './coverage-cards';
import type { Asked, Coverage } from './coverage-data';
import { CoverageGrid } from './coverage-grid';

type Meta = { pagination: { page: number; pageSize: number; total: number } };

const words = {
  title: { zh: '创文指标覆盖', en: 'Indicator coverage' },
  months: { zh: '月份', en: 'Months' },
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

const MONTH = 'YYYY-MM';
const MONTHS_AT_FIRST = 5;

function useAsked() {
  const { today } = useSession();
  const [params, setParams] = useSearchParams();
  const month = (name: string, otherwise: string) => {
    const wanted = params.get(name);
    return isMonth(wanted) ? wanted : otherwise;
  };
  const asked: Asked = {
    by: params.get('by') === 'month' ? 'month' : 'station',
    from: month('from', shiftMonth(monthOf(today), -MONTHS_AT_FIRST)),
    to: month('to', monthOf(today)),
  };
  const change = (values: Record<string, string>) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        after.delete('page');
        for (const [name, value] of Object.entries(values)) after.set(name, value);
        return after;
      },
      { replace: true },
    );
  return { asked, page: Number(params.get('page') ?? 1) || 1, change };
}

/** Which 创文 indicators the activities have served, site by site or month by month, and where the gaps are. */
function CoveragePage() {
  const { say } = useWords();
  const phone = usePhone();
  const { asked, page, change } = useAsked();
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
        <DatePicker.RangePicker
          picker="month"
          allowClear={false}
          aria-label={say(words.months)}
          value={[dayjs(asked.from), dayjs(asked.to)]}
          onChange={(range) =>
            range?.[0] && range[1] && change({ from: range[0].format(MONTH), to: range[1].format(MONTH) })
          }
        />
        <Radio.Group
          optionType="button"
          aria-label={say(words.by)}
          value={asked.by}
          onChange={({ target }) => change({ by: String(target.value) })}
          options={(['station', 'month'] as const).map((by) => ({ value: by, label: say(words[by]) }))}
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
