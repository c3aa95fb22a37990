import { monthOf } from '@jiedui/shared/calendar';
import { focusWeek } from '@jiedui/shared/programme';
import { isEditable, machineOf } from '@jiedui/shared/workflow';
import { Alert, Skeleton } from 'antd';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { toFilters } from '../../providers/data-query';
import { useWords } from '../../providers/i18n';
import { useSession } from '../../providers/session';
import { ConflictDialog } from '../../ui/forms/conflict-dialog';
import { FilterBar } from '../../ui/list/filter-bar';
import { toCrudFilters } from '../../ui/list/filter-field';
import { writeListState } from '../../ui/list/list-state';
import { useListState } from '../../ui/list/use-list-state';
import { ACTIVITY_FILTERS, LIST_FILTERS } from '../../ui/lists/activity-filters';
import { ErrorNotice } from '../../ui/notices';
import { Page } from '../../ui/page';
import { usePhone } from '../../ui/use-phone';
import { activityEvent, countEvent, type Entry, hoursOf } from './calendar-events';
import { CalendarTools } from './calendar-tools';
import { ClosureKey, closureEvent, useClosures } from './closures';
import { CalendarGrid } from './grid';
import { daysSeen } from './place';
import { PlaceNav } from './place-nav';
import { useMove } from './use-move';
import { usePlace } from './use-place';
import { useWindow } from './use-window';

const words = {
  title: { zh: '活动日历', en: 'Calendar of activities' },
  crowded: {
    zh: '活动较多,这里只显示每天的场数。点某一天看当天的活动,或按单位、阵地、类别筛选。',
    en: 'Too many to show: only their number by day. Open a day, or filter.',
  },
  focus: { zh: '集中活动周', en: 'Focus week' },
};

function FocusKey({ month }: { month: string }) {
  const { say } = useWords();
  const { programme } = useSession();
  if (!programme) return null;
  const { from, to } = focusWeek(month, programme.focusWeekReading);
  return (
    <p className="calendar-key">
      <span className="calendar-focus-key" /> {say(words.focus)} {from} – {to}
    </p>
  );
}

function CalendarPage() {
  const activityModel = useModel('activities');
  const { say } = useWords();
  const navigate = useNavigate();
  const phone = usePhone();
  const { place, go, today } = usePlace(phone);
  const { state, change } = useListState(ACTIVITY_FILTERS);
  const filters = toFilters(toCrudFilters(ACTIVITY_FILTERS, state.filters));
  // A day on a phone's month has room for a number only.
  const { activities, counts, total, crowded, error, refetch } = useWindow(
    daysSeen(place),
    filters,
    phone && place.view === 'month',
  );
  const closures = useClosures(daysSeen(place));
  const movable = useAccess().may('update', activityModel.path);
  const machine = machineOf(activityModel.resource);
  const moving = useMove();
  const events = useMemo(
    () => [
      ...(activities ?? []).map((activity) =>
        activityEvent(activity, movable && isEditable(machine, activity.state)),
      ),
      ...(counts ?? []).map(countEvent),
      ...closures.map(closureEvent),
    ],
    [activities, counts, closures, movable, machine],
  );

  const openDay = (date: string) => go({ view: 'day', date });
  const addressOf = (entry: Entry): string => {
    if ('activity' in entry) return `/activities/${entry.activity.documentId}`;
    const { day } = entry.counted;
    const inList = { ...state, filters: { ...state.filters, from: [day], to: [day] } };
    if (place.view === 'day')
      return `/activities?${writeListState(new URLSearchParams(), inList, LIST_FILTERS)}`;
    const params = writeListState(new URLSearchParams({ view: 'day', date: day }), state, ACTIVITY_FILTERS);
    return `/calendar?${params}`;
  };

  const body = () => {
    if (error) return <ErrorNotice error={error} onRetry={refetch} />;
    if (!activities || !counts) return <Skeleton active title={false} paragraph={{ rows: 8 }} />;
    return (
      <>
        {crowded && <Alert className="calendar-notice" type="info" showIcon message={say(words.crowded)} />}
        <CalendarGrid
          place={place}
          phone={phone}
          events={events}
          hours={hoursOf(activities)}
          addressOf={addressOf}
          onOpen={(address) => void navigate(address)}
          onDay={openDay}
          onMove={(move) => void moving.move(move)}
        />
        <FocusKey month={monthOf(place.date)} />
        <ClosureKey closures={closures} />
      </>
    );
  };

  return (
    <Page
      title={say(words.title)}
      beside={
        total !== undefined &&
        !error && <span className="page-count">{say({ zh: `共 ${total} 场`, en: `${total} in all` })}</span>
      }
      actions={
        <>
          <PlaceNav place={place} today={today} go={go} />
          <CalendarTools month={monthOf(place.date)} station={state.filters.station?.[0]} />
        </>
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
      <ConflictDialog
        model={activityModel}
        conflict={moving.conflict}
        onKeep={() => void moving.keepMine()}
        onTake={moving.takeTheirs}
        onBack={moving.takeTheirs}
      />
    </Page>
  );
}

export { CalendarPage as Component };
