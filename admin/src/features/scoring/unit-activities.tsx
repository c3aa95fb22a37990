import { monthOf, monthsBetween } from '@jiedui/shared/calendar';
import { Select, Skeleton } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../providers/i18n';
import { useSession } from '../../providers/session';
import { formatInstant } from '../../ui/field/format';
import { StateTag } from '../../ui/field/tags';
import { ErrorNotice } from '../../ui/notices';
import { useRead } from '../../ui/use-read';

type Activity = {
  documentId: string;
  title: string;
  startsAt: string;
  state: string;
  actualPeople: number | null;
  station: { name: string } | null;
};

const words = {
  title: { zh: '该单位的活动', en: "The unit's activities" },
  month: { zh: '全部月份', en: 'All months' },
  none: { zh: '没有活动记录。', en: 'No activities.' },
};

/** The unit's own record beside its sheet: what the score is about. */
export function UnitActivities({ unitId }: { unitId: string }) {
  const { say } = useWords();
  const { programme, today } = useSession();
  const months = programme ? monthsBetween(monthOf(programme.startsOn), monthOf(today)) : [];
  const [month, setMonth] = useState<string | null>(null);
  const { data, meta, error, refetch } = useRead<Activity[], { pagination: { total: number } }>(
    '/activities',
    {
      filters: { unit: { documentId: { $eq: unitId } }, ...(month ? { month: { $eq: month } } : {}) },
      fields: ['title', 'startsAt', 'state', 'actualPeople'],
      populate: ['station'],
      sort: ['startsAt:desc'],
      pagination: { page: 1, pageSize: 50 },
    },
  );
  return (
    <section className="sheet-side panel" aria-label={say(words.title)}>
      <header>
        <h2>
          {say(words.title)} <span className="muted">{meta?.pagination.total ?? ''}</span>
        </h2>
        <Select
          size="small"
          allowClear
          value={month}
          placeholder={say(words.month)}
          aria-label={say(words.month)}
          onChange={(value: string | undefined) => setMonth(value ?? null)}
          options={months.map((value) => ({ value, label: value }))}
        />
      </header>
      {error && <ErrorNotice error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton active title={false} />}
      {data?.length === 0 && <p className="muted">{say(words.none)}</p>}
      <ul>
        {data?.map((activity) => (
          <li key={activity.documentId}>
            <Link to={`/activities/${activity.documentId}`} target="_blank">
              {activity.title}
            </Link>{' '}
            <StateTag resource="activity" state={activity.state} />
            <div className="muted">
              {formatInstant(activity.startsAt)} · {activity.station?.name}
              {activity.actualPeople !== null &&
                say({ zh: ` · ${activity.actualPeople} 人`, en: ` · ${activity.actualPeople} people` })}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
