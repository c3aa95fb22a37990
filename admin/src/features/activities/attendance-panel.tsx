import { takesAttendance } from '@jiedui/shared/hours';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { RecordDrawer } from '../../ui/forms/record-drawer';
import { RecordTable } from '../../ui/list/record-table';
import { ErrorNotice } from '../../ui/notices';
import { DeleteButton } from '../../ui/record/delete-button';
import { useRead } from '../../ui/use-read';
import './attendance.css';
import { type ActivityHours, Adopt, Differing, Figures } from './attendance-figures';
import { EnterPeople } from './enter-people';

const words = {
  title: { zh: '志愿者出勤', en: 'Attendance' },
  enter: { zh: '登记出勤', en: 'Enter people' },
  edit: { zh: '更正', en: 'Correct' },
  nobody: { zh: '还没有登记出勤。', en: 'Nobody is entered yet.' },
  later: { zh: '活动公示之后登记出勤。', en: 'People are entered once it was announced.' },
};

const EDITED = ['startsAt', 'endsAt', 'minutes'];

/** Who was at the activity: entered one by one or pasted, beside what was reported and what the other system has. */
export function AttendancePanel({ activity }: { activity: Row }) {
  const { has } = useAccess();
  return has('readHours') ? <Attendance activity={activity} /> : null;
}

function Attendance({ activity }: { activity: Row }) {
  const { say } = useWords();
  const { may } = useAccess();
  const model = useModel('attendances');
  const [entering, setEntering] = useState(false);
  const [editing, setEditing] = useState<Row | null>(null);
  const { data, error, refetch } = useRead<ActivityHours>(`/hours/activities/${activity.id}`);
  const takes = takesAttendance(String(activity.state));
  const writes = takes && may('create', model.path);
  return (
    <section className="panel" aria-label={say(words.title)}>
      <div className="attendance-head">
        <h2>{say(words.title)}</h2>
        {writes && <Button onClick={() => setEntering(true)}>{say(words.enter)}</Button>}
      </div>
      {error && !data && <ErrorNotice error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton active title={false} paragraph={{ rows: 2 }} />}
      {data && <Figures hours={data} />}
      {data && data.people.length > 0 && data.theirs.people > 0 && (
        <Differing
          people={data.people}
          adopt={writes ? <Adopt activity={activity} onDone={refetch} /> : null}
        />
      )}
      {data?.entered.people === 0 && <p className="muted">{say(takes ? words.nobody : words.later)}</p>}
      {(data?.entered.people ?? 0) > 0 && (
        <RecordTable
          model={model}
          caption={words.title}
          columns={[
            'volunteer',
            { field: 'startsAt', sort: true, width: 150, also: ['endsAt'] },
            { field: 'minutes', width: 110 },
            { field: 'registered', width: 110 },
            { field: 'origin', width: 100 },
          ]}
          fixed={[{ field: 'activity.documentId', operator: 'eq', value: activity.id }]}
          defaultSort={{ field: 'startsAt', order: 'asc' }}
          rowTo={() => null}
          searchable={false}
          inAddress={false}
          empty={words.nobody}
          {...(writes
            ? {
                actions: (row: Row) => (
                  <span className="attendance-actions">
                    <Button onClick={() => setEditing(row)}>{say(words.edit)}</Button>
                    <DeleteButton model={model} row={row} onDeleted={refetch} />
                  </span>
                ),
              }
            : {})}
        />
      )}
      {entering && <EnterPeople activity={activity} onClose={() => setEntering(false)} />}
      {editing && (
        <RecordDrawer
          model={model}
          title={say(words.edit)}
          fields={EDITED}
          row={editing}
          onClose={() => setEditing(null)}
          onSaved={() => setEditing(null)}
        />
      )}
    </section>
  );
}
