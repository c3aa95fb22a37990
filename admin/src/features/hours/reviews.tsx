import { type Doubt, doubtWords } from '@jiedui/shared/hours';
import { App, Button, Segmented } from 'antd';
import { useState } from 'react';
import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { errorWords } from '../../providers/errors';
import { http } from '../../providers/http';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import type { ColumnInput } from '../../ui/list/column';
import type { FilterField } from '../../ui/list/filter-field';
import { RecordTable } from '../../ui/list/record-table';
import { StateSteps } from '../../ui/record/state-steps';
import { useWrites } from '../../ui/use-writes';

const FILTERS: readonly FilterField[] = [{ kind: 'enum', field: 'kind' }];

const words = {
  caption: { zh: '时长复核', en: 'Reviews of hours' },
  why: { zh: '为什么复核', en: 'Why' },
  open: { zh: '待复核', en: 'Open' },
  decided: { zh: '已处理', en: 'Decided' },
  check: { zh: '立即检查', en: 'Check now' },
  hint: {
    zh: '系统只指出疑点,不扣减时长。由区办公室核实后认可、更正或记录在案。',
    en: 'The system only points out doubts and takes nothing away. The office decides.',
  },
  none: { zh: '没有需要复核的时长。', en: 'No hours to review.' },
};

type Scanned = { data: { opened: number; gone: number } };

function CheckButton() {
  const { say } = useWords();
  const { message } = App.useApp();
  const { readAgain } = useWrites('hour-reviews');
  const [busy, setBusy] = useState(false);
  const check = async () => {
    setBusy(true);
    try {
      const { data } = await http.post<Scanned>('/hours/check', {});
      const { opened, gone } = data.data;
      message.success(
        say({ zh: `检查完成:新增 ${opened} 条,消除 ${gone} 条。`, en: `${opened} new, ${gone} gone.` }),
      );
      await readAgain();
    } catch (error) {
      message.error(say(errorWords(error)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button loading={busy} onClick={() => void check()}>
      {say(words.check)}
    </Button>
  );
}

const doubtOf = (row: Row) => ({ kind: row.kind, facts: row.facts }) as Doubt;

/** Hours that are worth a second look, each with its reason; decided by a person. */
export function Reviews() {
  const { say } = useWords();
  const { has } = useAccess();
  const model = useModel('hour-reviews');
  const [open, setOpen] = useState(true);
  const columns: ColumnInput[] = [
    { field: 'title' },
    {
      field: 'facts',
      label: words.why,
      also: ['kind'],
      render: (row) => say(doubtWords(doubtOf(row))),
    },
    { field: 'activity' },
    { field: 'otherActivity' },
    { field: 'foundAt', width: 150 },
    // While open, all are in the same state.
    ...(open ? [] : [{ field: 'state', width: 100 }]),
  ];
  return (
    <>
      <p className="muted">{say(words.hint)}</p>
      <div className="hours-switch">
        <Segmented
          value={open ? 'open' : 'decided'}
          onChange={(value) => setOpen(value === 'open')}
          options={[
            { value: 'open', label: say(words.open) },
            { value: 'decided', label: say(words.decided) },
          ]}
        />
        {has('reconcileHours') && <CheckButton />}
      </div>
      <RecordTable
        key={String(open)}
        model={model}
        caption={words.caption}
        columns={columns}
        filters={FILTERS}
        fixed={[{ field: 'state', operator: open ? 'eq' : 'ne', value: 'open' }]}
        defaultSort={{ field: 'foundAt', order: 'desc' }}
        rowTo={() => null}
        inAddress={false}
        empty={words.none}
        actions={(row) => <StateSteps model={model} row={row} inRow />}
      />
    </>
  );
}
