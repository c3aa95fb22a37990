import { weekday } from '@jiedui/shared/calendar';
import { isInFocusWeek } from '@jiedui/shared/programme';
import { Skeleton, Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { asLinked, linkedName, type Row } from '../../providers/row';
import { useSession } from '../../providers/session';
import { ExampleTag, StateTag } from '../../ui/field/tags';
import { NOTHING_YET } from '../../ui/list/record-table';
import { ErrorNotice, Notice } from '../../ui/notices';
import { PartActions } from '../../ui/record/part-actions';
import { Tag } from '../../ui/tone';
import { usePhone } from '../../ui/use-phone';
import { HoldIt } from './hold-it';
import { SCHEDULE_FORM } from './plan-fields';
import { useCarriedOut, useSchedule } from './use-month';

const words = {
  day: { zh: '日期', en: 'Day' },
  time: { zh: '时间', en: 'Time' },
  title: { zh: '活动名称', en: 'Title' },
  category: { zh: '类别', en: 'Category' },
  unit: { zh: '开展单位', en: 'Unit' },
  venue: { zh: '地点', en: 'Venue' },
  owner: { zh: '负责人', en: 'Owner' },
  activity: { zh: '对应活动', en: 'Activity' },
  actions: { zh: '操作', en: 'Actions' },
  focus: { zh: '集中活动周', en: 'Focus week' },
  empty: {
    zh: '这个月还没有安排。可逐项添加,或从年度计划填入、复制上月、从表格粘贴。',
    en: 'Nothing is scheduled for this month yet. Add items, or fill it from the plan, last month or a sheet.',
  },
};

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

function DayCell({ day }: { day: string }) {
  const { say } = useWords();
  const reading = useSession().programme?.focusWeekReading;
  const name = WEEKDAYS[weekday(day) - 1];
  return (
    <span className="nowrap">
      {say({ zh: `${Number(day.slice(8))}日 周${name}`, en: day })}{' '}
      {reading && isInFocusWeek(day, reading) && <Tag tone="blue">{say(words.focus)}</Tag>}
    </span>
  );
}

const timesOf = ({ startTime, endTime }: Row) => [startTime, endTime].filter(Boolean).join('–') || '—';

function Activity({ item, done }: { item: Row; done: Row | undefined }) {
  const { say } = useWords();
  const { today } = useSession();
  if (done)
    return (
      <>
        <Link to={`/activities/${done.id}`}>{String(done.title)}</Link>{' '}
        <StateTag resource="activity" state={done.state} />
      </>
    );
  if (String(item.day) < today) return <Tag tone="red">{say({ zh: '未开展', en: 'Not held' })}</Tag>;
  return <span className="muted">{say({ zh: '尚未建活动', en: 'Not set up yet' })}</span>;
}

/** A site's month in the order of its days, each item with the activity that carries it out. */
export function ScheduleList({ station, month }: { station: string; month: string }) {
  const model = useModel('schedule-items');
  const { say } = useWords();
  const { may } = useAccess();
  const phone = usePhone();
  const { rows, loaded, error, refetch } = useSchedule(station, month);
  const carriedOut = useCarriedOut(station, month);
  if (error && !loaded) return <ErrorNotice error={error} onRetry={refetch} />;
  if (!loaded) return <Skeleton active title={false} />;
  if (rows.length === 0) return <Notice text={say(may('create', model.path) ? words.empty : NOTHING_YET)} />;

  const name = (value: unknown) => linkedName(asLinked(value)) || '—';
  const actions = (row: Row) => (
    <span className="part-actions no-print">
      {!carriedOut.has(row.id) && <HoldIt item={row} station={station} />}
      <PartActions model={model} row={row} fields={SCHEDULE_FORM} deletable={!carriedOut.has(row.id)} />
    </span>
  );
  const title = (row: Row) => (
    <>
      {String(row.title)} <ExampleTag example={row.example} name={String(row.title)} />
    </>
  );
  if (phone)
    return (
      <ul className="record-cards">
        {rows.map((row) => (
          <li key={row.id} className="record-card">
            <div className="record-card-title">
              <span>{title(row)}</span>
            </div>
            <p className="schedule-when">
              <DayCell day={String(row.day)} /> {timesOf(row)}
            </p>
            <dl>
              {(['category', 'unit'] as const).map((field) => (
                <div key={field} style={{ display: 'contents' }}>
                  <dt>{say(words[field])}</dt>
                  <dd>{name(row[field])}</dd>
                </div>
              ))}
              <dt>{say(words.activity)}</dt>
              <dd>
                <Activity item={row} done={carriedOut.get(row.id)} />
              </dd>
            </dl>
            {actions(row)}
          </li>
        ))}
      </ul>
    );

  const columns: TableColumnsType<Row> = [
    { key: 'day', title: say(words.day), width: 170, render: (_, row) => <DayCell day={String(row.day)} /> },
    { key: 'time', title: say(words.time), width: 110, render: (_, row) => timesOf(row) },
    { key: 'title', title: say(words.title), render: (_, row) => <div className="cell">{title(row)}</div> },
    { key: 'category', title: say(words.category), width: 110, render: (_, row) => name(row.category) },
    { key: 'unit', title: say(words.unit), render: (_, row) => <div className="cell">{name(row.unit)}</div> },
    { key: 'venue', title: say(words.venue), render: (_, row) => String(row.venue ?? '—') },
    { key: 'owner', title: say(words.owner), width: 90, render: (_, row) => String(row.owner ?? '—') },
    {
      key: 'activity',
      title: say(words.activity),
      render: (_, row) => (
        <div className="cell">
          <Activity item={row} done={carriedOut.get(row.id)} />
        </div>
      ),
    },
    ...(may('update', model.path) || may('create', 'activities')
      ? [{ key: 'actions', title: say(words.actions), render: (_: unknown, row: Row) => actions(row) }]
      : []),
  ];
  return (
    <Table
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={rows}
      pagination={false}
      scroll={{ x: 'max-content' }}
    />
  );
}
