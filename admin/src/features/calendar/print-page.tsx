import { isMonth, monthOf, monthRange } from '@jiedui/shared/calendar';
import { Alert, Button, DatePicker, Skeleton } from 'antd';
import dayjs from 'dayjs';
import { useSearchParams } from 'react-router';
import { useModel } from '../../models/store';
import { toFilters } from '../../providers/data-query';
import { useWords } from '../../providers/i18n';
import { useSession } from '../../providers/session';
import { RelationSelect } from '../../ui/list/relation-select';
import { ErrorNotice, Notice } from '../../ui/notices';
import { Page } from '../../ui/page';
import { useRead } from '../../ui/use-read';
import { useRecord } from '../../ui/use-record';
import type { CalendarActivity } from './calendar-events';
import './print.css';
import { WallSheet } from './wall-sheet';

const words = {
  title: { zh: '打印月活动安排', en: 'Print a month' },
  back: { zh: '活动日历', en: 'Calendar' },
  station: { zh: '阵地', en: 'Site' },
  month: { zh: '月份', en: 'Month' },
  print: { zh: '打印', en: 'Print' },
  choose: {
    zh: '请选择阵地。打印出来的是该阵地一个月的活动安排,可以张贴。',
    en: 'Choose a site: its month is printed for the wall.',
  },
  crowded: {
    zh: '该月活动超过 500 场,无法在一张表中列出。请在“活动”页导出。',
    en: 'More than 500 activities; export the list instead.',
  },
};

/** The site and the month in the address; somebody of a site begins with their own. */
function useWanted() {
  const { today, actor } = useSession();
  const [params, setParams] = useSearchParams();
  const month = params.get('month');
  const set = (name: string, value: string | null) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        if (value) after.set(name, value);
        else after.delete(name);
        return after;
      },
      { replace: true },
    );
  return {
    station: params.get('station') ?? actor.anchors.station?.documentId ?? null,
    month: isMonth(month) ? month : monthOf(today),
    set,
  };
}

function Sheet({ station, month }: { station: string; month: string }) {
  const { say } = useWords();
  const site = useRecord(useModel('stations'), station);
  const filters = toFilters([{ field: 'station.documentId', operator: 'eq', value: station }]);
  const query = { ...monthRange(month), filters };
  const { data, meta, error, refetch } = useRead<CalendarActivity[], { crowded: boolean }>(
    '/calendar',
    query,
  );
  if (error ?? site.error) return <ErrorNotice error={error ?? site.error} onRetry={refetch} />;
  if (!data || !site.row) return <Skeleton active />;
  if (meta?.crowded) return <Alert type="warning" showIcon message={say(words.crowded)} />;
  return <WallSheet site={String(site.row.name)} month={month} activities={data} />;
}

function PrintPage() {
  const { say } = useWords();
  const { station, month, set } = useWanted();
  return (
    <div className="wall-page">
      <Page title={say(words.title)} back={{ to: '/calendar', label: say(words.back) }}>
        <div className="calendar-nav no-print wall-choice">
          <RelationSelect
            target="stations"
            ariaLabel={say(words.station)}
            placeholder={say(words.station)}
            className="wall-station"
            value={station}
            onChange={(next) => set('station', typeof next === 'string' ? next : null)}
          />
          <DatePicker
            picker="month"
            aria-label={say(words.month)}
            allowClear={false}
            value={dayjs(`${month}-01`)}
            onChange={(next) => next && set('month', next.format('YYYY-MM'))}
          />
          <Button type="primary" disabled={!station} onClick={() => window.print()}>
            {say(words.print)}
          </Button>
        </div>
        {station ? <Sheet station={station} month={month} /> : <Notice text={say(words.choose)} />}
      </Page>
    </div>
  );
}

export { PrintPage as Component };
