import { readRubric } from '@jiedui/shared/rubric';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useAccess } from '../../providers/access';
import { download } from '../../providers/download';
import { errorWords } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { useWrites } from '../../ui/use-writes';
import { UploadDialog } from './upload-dialog';

/** A rubric out as a workbook, and a corrected one into the draft. */
export function WorkbookActions({
  row,
  editable,
  changed,
}: {
  row: Row;
  editable: boolean;
  /** Whether the builder holds something unsaved, which an upload would meet. */
  changed: boolean;
}) {
  const { say } = useWords();
  const { may } = useAccess();
  const { message } = App.useApp();
  const { readAgain } = useWrites('rubrics');
  const [uploading, setUploading] = useState(false);
  if (!may('create', 'rubrics')) return null;
  const save = async () => {
    try {
      await download(`/rubric-imports/${row.id}/workbook.xlsx`, 'rubric.xlsx');
    } catch (error) {
      message.error(say(errorWords(error)));
    }
  };
  const done = async () => {
    await readAgain();
    setUploading(false);
  };
  return (
    <>
      {'rubric' in readRubric(row.definition) && (
        <Button onClick={() => void save()}>{say({ zh: '导出工作簿', en: 'As a workbook' })}</Button>
      )}
      {editable && (
        <Button disabled={changed} onClick={() => setUploading(true)}>
          {say({ zh: '上传到本草稿', en: 'A workbook into this draft' })}
        </Button>
      )}
      {uploading && (
        <UploadDialog into={row} onClose={() => setUploading(false)} onMade={() => void done()} />
      )}
    </>
  );
}
