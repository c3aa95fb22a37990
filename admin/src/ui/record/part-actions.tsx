import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import type { Model } from '../../models/model';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { titleOf } from '../field/value';
import { RecordDrawer } from '../forms/record-drawer';
import { DeleteButton } from './delete-button';

type Props = {
  model: Model;
  row: Row;
  fields: readonly string[];
  controls?: Record<string, ReactElement>;
  deletable?: boolean;
};

/** What can be done with a record that has no page of its own, in its row. */
export function PartActions({ model, row, fields, controls, deletable = true }: Props) {
  const { say } = useWords();
  const { may } = useAccess();
  const [editing, setEditing] = useState(false);
  if (!may('update', model.path)) return null;
  const title = titleOf(model, row);
  return (
    <span className="part-actions no-print">
      <Button onClick={() => setEditing(true)}>{say({ zh: '编辑', en: 'Edit' })}</Button>
      {deletable && <DeleteButton model={model} row={row} onDeleted={() => undefined} />}
      {editing && (
        <RecordDrawer
          model={model}
          title={say({ zh: `编辑 ${title}`, en: `Edit ${title}` })}
          fields={fields}
          row={row}
          {...(controls ? { controls } : {})}
          onClose={() => setEditing(false)}
          onSaved={() => setEditing(false)}
        />
      )}
    </span>
  );
}
