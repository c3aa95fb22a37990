import { App, Button } from 'antd';
import { useState } from 'react';
import { useModel } from '../../models/store';
import { errorWords, toApiError } from '../../providers/errors';
import { http } from '../../providers/http';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import type { ColumnInput } from '../../ui/list/column';
import { RecordTable } from '../../ui/list/record-table';
import { useWrites } from '../../ui/use-writes';
import { ExportDrawer } from './export-drawer';

const COUNTS = ['rows', 'added', 'changed', 'unchanged', 'unmatched', 'skipped'];
const COLUMNS: ColumnInput[] = [
  { field: 'name', also: ['jobId'] },
  { field: 'importedAt', sort: true, width: 150 },
  'importedBy',
  ...COUNTS.map((field) => ({ field, width: 80 })),
];

const words = {
  caption: { zh: 'i志愿导入批次', en: 'Imports of the other system' },
  open: { zh: '导入i志愿导出文件', en: 'Import an export' },
  undo: { zh: '撤销', en: 'Undo' },
  undoAsk: { zh: '撤销这次导入?', en: 'Undo this import?' },
  undoText: {
    zh: '本次新增的记录和志愿者删除,变更的记录恢复原值。之后有人处理过其中任何一条,则不撤销。7 天内可撤销。',
    en: 'What it brought goes, what it changed comes back. If somebody worked on a row since, nothing is undone. Within 7 days.',
  },
  undone: { zh: '已撤销。', en: 'Undone.' },
  none: { zh: '还没有导入过i志愿的导出文件。', en: 'No export was imported yet.' },
};

/** The exports that came in, and the way to bring in the next one. */
export function Imports() {
  const { say } = useWords();
  const { message, modal } = App.useApp();
  const model = useModel('ivolunteer-batches');
  const { readAgain } = useWrites('ivolunteer-batches');
  const [importing, setImporting] = useState(false);

  const undo = async (row: Row) => {
    try {
      await http.post(`/imports/${row.jobId}/undo`, {});
      message.success(say(words.undone));
      await readAgain();
    } catch (thrown) {
      const { fieldErrors } = toApiError(thrown);
      modal.error({
        title: say(errorWords(thrown)),
        content: fieldErrors.map((error) => <div key={error.message}>{error.message}</div>),
      });
    }
  };
  const ask = (row: Row) =>
    modal.confirm({
      title: say(words.undoAsk),
      content: say(words.undoText),
      okText: say(words.undo),
      okButtonProps: { danger: true },
      onOk: () => undo(row),
    });

  return (
    <>
      <div className="hours-switch">
        <Button type="primary" onClick={() => setImporting(true)}>
          {say(words.open)}
        </Button>
      </div>
      <RecordTable
        model={model}
        caption={words.caption}
        columns={COLUMNS}
        defaultSort={{ field: 'importedAt', order: 'desc' }}
        rowTo={() => null}
        inAddress={false}
        searchable={false}
        empty={words.none}
        actions={(row) => (
          <Button size="small" danger onClick={() => ask(row)}>
            {say(words.undo)}
          </Button>
        )}
      />
      {importing && <ExportDrawer onClose={() => setImporting(false)} />}
    </>
  );
}
