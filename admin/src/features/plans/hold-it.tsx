import { Button } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { asLinked, type Row } from '../../providers/row';
import { RecordDrawer } from '../../ui/forms/record-drawer';

const FIELDS = ['title', 'category', 'unit', 'startsAt', 'endsAt', 'venue', 'expectedPeople', 'routine'];

/** Sets up the activity that carries out an item of the schedule, filled in with what the item says. */
export function HoldIt({ item, station }: { item: Row; station: string }) {
  const { say } = useWords();
  const { may } = useAccess();
  const [open, setOpen] = useState(false);
  if (!may('create', 'activities')) return null;
  return (
    <>
      <Button type="primary" ghost onClick={() => setOpen(true)}>
        {say({ zh: '建活动', en: 'Set up' })}
      </Button>
      {open && <Form item={item} station={station} onClose={() => setOpen(false)} />}
    </>
  );
}

function Form({ item, station, onClose }: { item: Row; station: string; onClose: () => void }) {
  const model = useModel('activities');
  const { say } = useWords();
  const navigate = useNavigate();
  const at = (time: unknown) => (typeof time === 'string' ? dayjs(`${item.day}T${time}`) : null);
  return (
    <RecordDrawer
      model={model}
      title={say({ zh: '按安排新建活动', en: 'New activity' })}
      fields={FIELDS}
      row={null}
      preset={{
        title: item.title,
        category: asLinked(item.category)?.documentId ?? null,
        unit: asLinked(item.unit)?.documentId ?? null,
        startsAt: at(item.startTime),
        endsAt: at(item.endTime),
        venue: item.venue ?? null,
        routine: false,
      }}
      complete={(values) => ({ ...values, station, scheduleItem: item.id })}
      onClose={onClose}
      onSaved={(row) => void navigate(`/activities/${row.id}`)}
    />
  );
}
