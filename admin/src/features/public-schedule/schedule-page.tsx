import { isMonth, shiftMonth } from '@jiedui/shared/calendar';
import { Button, Skeleton } from 'antd';
import { useParams, useSearchParams } from 'react-router';
import { useWords } from '../../providers/i18n';
import { LanguageSwitch } from '../../ui/layout/language-switch';
import { ErrorNotice, Notice } from '../../ui/notices';
import { useRead } from '../../ui/use-read';
import { useTitle } from '../../ui/use-title';
import './schedule.css';
import { type PublicActivity, ScheduleList } from './schedule-list';

type Schedule = {
  site: { name: string; town: string | null; address: string | null };
  month: string;
  today: string;
  activities: PublicActivity[];
};

const words = {
  title: { zh: '活动公告', en: 'Announced activities' },
  previous: { zh: '上个月', en: 'Previous month' },
  next: { zh: '下个月', en: 'Next month' },
  print: { zh: '打印', en: 'Print' },
  none: { zh: '本月还没有公布的活动。', en: 'Nothing has been announced for this month yet.' },
};

/** A site's activities of a month as it has announced them, for anybody; pinned to the wall as it is printed. */
function SchedulePage() {
  const { say } = useWords();
  const { id = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const wanted = params.get('month');
  const { data, error, refetch } = useRead<Schedule>(
    `/public/sites/${encodeURIComponent(id)}/schedule`,
    isMonth(wanted) ? { month: wanted } : {},
    { keepPrevious: true },
  );
  useTitle(data ? `${data.site.name} ${say(words.title)}` : say(words.title));
  const go = (month: string) => setParams({ month }, { replace: true });

  return (
    <main className="schedule">
      {error && <ErrorNotice error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton active />}
      {data && (
        <>
          <header>
            <h1>{data.site.name}</h1>
            <p className="muted">{[data.site.town, data.site.address].filter(Boolean).join(' · ')}</p>
            <h2>
              {data.month} {say(words.title)}
            </h2>
            <div className="schedule-bar no-print">
              <Button onClick={() => go(shiftMonth(data.month, -1))}>{say(words.previous)}</Button>
              <Button onClick={() => go(shiftMonth(data.month, 1))}>{say(words.next)}</Button>
              <Button onClick={() => window.print()}>{say(words.print)}</Button>
              <LanguageSwitch />
            </div>
          </header>
          {data.activities.length === 0 ? (
            <Notice text={say(words.none)} />
          ) : (
            <ScheduleList activities={data.activities} today={data.today} />
          )}
        </>
      )}
    </main>
  );
}

export { SchedulePage as Component };
