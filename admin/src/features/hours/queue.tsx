import type { EntryStanding } from '@jiedui/shared/hours';
import { enumWords } from '@jiedui/shared/text';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import type { ColumnInput } from '../../ui/list/column';
import { RecordTable } from '../../ui/list/record-table';
import { Findings } from './findings';
import { SettleDrawer } from './settle-drawer';

const SHOWN: readonly EntryStanding[] = ['unmatched', 'matched', 'discarded'];

const words = {
  caption: { zh: 'i志愿记录', en: 'Entries of the other system' },
  standing: { zh: '情况', en: 'Standing' },
  why: { zh: '为什么', en: 'Why' },
  settle: { zh: '处理', en: 'Settle' },
  change: { zh: '更改', en: 'Change' },
  none: { zh: '没有这样的记录。', en: 'There are no such entries.' },
};

/** What of the exports waits for somebody, row by row with the reason. */
export function Queue() {
  const { say, locale } = useWords();
  const model = useModel('ivolunteer-entries');
  const [standing, setStanding] = useState<EntryStanding>('unmatched');
  const [settling, setSettling] = useState<Row | null>(null);
  const columns: ColumnInput[] = [
    { field: 'title', also: ['rev'] },
    { field: 'row', width: 70 },
    { field: 'activityNumber' },
    { field: 'maskedId' },
    { field: 'minutes', width: 110 },
    {
      field: 'findings',
      label: words.why,
      also: ['activity', 'volunteer', 'day', 'discardReason', 'personName', 'activityTitle', 'startsAt'],
      render: (row) => <Findings row={row} />,
    },
  ];
  return (
    <>
      <div className="hours-switch">
        <Segmented
          aria-label={say(words.standing)}
          value={standing}
          onChange={(value) => setStanding(value as EntryStanding)}
          options={SHOWN.map((value) => ({
            value,
            label: enumWords('ivolunteer-entry', 'standing', value)[locale],
          }))}
        />
      </div>
      <RecordTable
        key={standing}
        model={model}
        caption={words.caption}
        columns={columns}
        fixed={[{ field: 'standing', operator: 'eq', value: standing }]}
        defaultSort={{ field: 'createdAt', order: 'desc' }}
        rowTo={() => null}
        inAddress={false}
        empty={words.none}
        actions={(row) => (
          <Button size="small" onClick={() => setSettling(row)}>
            {say(standing === 'unmatched' ? words.settle : words.change)}
          </Button>
        )}
      />
      {settling && <SettleDrawer row={settling} onClose={() => setSettling(null)} />}
    </>
  );
}
