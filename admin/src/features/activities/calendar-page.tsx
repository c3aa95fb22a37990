import { isMonth, monthOf, shiftMonth } from '@jiedui/shared/calendar';
import { focusWeek } from '@jiedui/shared/programme';
import { Button, Skeleton } from 'antd';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useModel } from '../../models/store';
import { toFilters } from '../../providers/data-query';
import { useWords } from '../../providers/i18n';
import { useSession } from '../../providers/session';
import { FilterBar } from '../../ui/list/filter-bar';
import { toCrudFilters } from '../../ui/list/filter-field';
import { writeListState } from '../../ui/list/list-state';
import { useListState } from '../../ui/list/use-list-state';
import { ErrorNotice } from '../../ui/notices';
import { Page } from '../../ui/page';
import { usePhone } from '../../ui/use-phone';
import { useRead } from '../../ui/use-read';
import { ACTIVITY_FILTERS, LIST_FILTERS } from './activity-filters';
import { type DayCount, MonthList, MonthView } from './month-view';

const words = {
  title: { zh: '活动日历', en: 'Calendar of activities' },
  previous: { zh: '上个月', en: 'Previous month' },
  next: { zh: '下个月', en: 'Next month' },
  now: { zh: '本月', en: 'This month' },
  none: { zh: '本月没有符合条件的活动。', en: 'No activity this month.' },
};

function useMonth() {
  const { today } = useSession();
  const [params, setParams] = useSearchParams();
  const wanted = params.get('month');
  const month = isMonth(wanted) ? wanted : monthOf(today);
  const go = (next: string) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        if (next === monthOf(today)) after.delete('month');
        else after.set('month', next);
        return after;
      },
      { replace: true },
    );
  return { month, go, thisMonth: monthOf(today) };
}

function CalendarPage() {
  const activityModel = useModel('activities');
  const { say } = useWords();
  const { programme } = useSession();
  const phone = usePhone();
  const { month, go, thisMonth } = useMonth();
  const { state, change } = useListState(ACTIVITY_FILTERS);
  const query = { month, filters: toFilters(toCrudFilters(ACTIVITY_FILTERS, state.filters)) };
  const { data, error, refetch } = useRead<DayCount[]>('/activities/by-day', query, { keepPrevious: true });
  const days = useMemo(() => new Map((data ?? []).map((count) => [count.day, count])), [data]);
  const total = (data ?? []).reduce((sum, count) => sum + count.count, 0);

  const focus = programme ? focusWeek(month, programme.focusWeekReading) : null;
  const dayTo = (day: string) => {
    const filters = { ...state.filters, from: [day], to: [day] };
    return `/activities?${writeListState(new URLSearchParams(), { ...state, filters }, LIST_FILTERS)}`;
  };
  const view = { month, focus, days, dayTo, caption: `${say(words.title)} ${month}` };

  const body = () => {
    if (error) return <ErrorNotice error={error} onRetry={refetch} />;
    if (!data) return <Skeleton active title={false} paragraph={{ rows: 8 }} />;
    return phone ? <MonthList {...view} /> : <MonthView {...view} />;
  };

  return (
    <Page
      title={say(words.title)}
      beside={
        data &&
        !error && <span className="page-count">{say({ zh: `共 ${total} 场`, en: `${total} in all` })}</span>
      }
      actions={
        <div className="month-nav">
          <Button onClick={() => go(shiftMonth(month, -1))}>{say(words.previous)}</Button>
          <strong>{month}</strong>
          <Button onClick={() => go(shiftMonth(month, 1))}>{say(words.next)}</Button>
          <Button onClick={() => go(thisMonth)} disabled={month === thisMonth}>
            {say(words.now)}
          </Button>
        </div>
      }
    >
      <FilterBar
        model={activityModel}
        filters={ACTIVITY_FILTERS}
        state={state}
        change={change}
        searchable={false}
      />
      {body()}
      {data && !error && total === 0 && <p className="muted">{say(words.none)}</p>}
    </Page>
  );
}

export { CalendarPage as Component };
