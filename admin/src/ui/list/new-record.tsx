import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import type { Model } from '../../models/model';
import { useAccess } from '../../providers/access';
import type { Row } from '../../providers/row';
import { RecordDrawer } from '../forms/record-drawer';

type Props = {
  model: Model;
  label: string;
  /** Left out: the form as the office has laid it out. */
  fields?: readonly string[];
  preset?: Record<string, unknown>;
  controls?: Record<string, ReactElement>;
  complete?: (values: Record<string, unknown>) => Promise<Record<string, unknown>> | Record<string, unknown>;
  onCreated: (row: Row) => void;
};

/** The button that makes a new record, for the roles that may. */
export function NewRecord({ label, onCreated, ...drawer }: Props) {
  const { may } = useAccess();
  const [open, setOpen] = useState(false);
  if (!may('create', drawer.model.path)) return null;
  return (
    <>
      <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open && (
        <RecordDrawer
          {...drawer}
          title={label}
          row={null}
          onClose={() => setOpen(false)}
          onSaved={(row) => {
            setOpen(false);
            onCreated(row);
          }}
        />
      )}
    </>
  );
}
