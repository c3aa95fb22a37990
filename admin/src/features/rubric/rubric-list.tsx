import type { Words } from '@jiedui/shared/text';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { download } from '../../providers/download';
import { errorWords } from '../../providers/errors';
import { http } from '../../providers/http';
import { useWords } from '../../providers/i18n';
import { RecordTable } from '../../ui/list/record-table';
import { Page } from '../../ui/page';
import { useRead } from '../../ui/use-read';
import { NewRubric } from './new-rubric';
import { UploadDialog } from './upload-dialog';

type Preset = { key: string; kind: 'plan' | 'rubric'; words: Words };
const words = {
  title: { zh: '测评体系', en: 'Rubrics' },
  template: { zh: '下载模板', en: 'Template' },
  upload: { zh: '上传工作簿', en: 'From a workbook' },
  preset: { zh: '用示例新建', en: 'From an example' },
  unread: { zh: '没有读到,点此重试。', en: 'Not read; click to try again. ' },
};

function PresetButton({ onMade }: { onMade: (id: string) => void }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const { data, error: unread, refetch } = useRead<Preset[]>('/presets');
  const make = async (key: string) => {
    try {
      const answer = await http.post<{ data: { documentId: string } }>(`/presets/rubrics/${key}`, {});
      onMade(answer.data.data.documentId);
    } catch (error) {
      message.error(say(errorWords(error)));
    }
  };
  const items = (data ?? [])
    .filter(({ kind }) => kind === 'rubric')
    .map((preset) => ({ key: preset.key, label: say(preset.words) }));
  const failed = unread !== null && !data;
  const again = [{ key: '', label: `${say(words.unread)}${say(errorWords(unread))}`, onClick: refetch }];
  const menu = failed ? { items: again } : { items, onClick: ({ key }: { key: string }) => void make(key) };
  return (
    <Dropdown menu={menu} trigger={['click']}>
      <Button>{say(words.preset)}</Button>
    </Dropdown>
  );
}

function RubricList() {
  const rubricModel = useModel('rubrics');
  const { say } = useWords();
  const { may } = useAccess();
  const navigate = useNavigate();
  const [uploading, setUploading] = useState(false);
  const open = (id: string) => void navigate(`/rubrics/${id}`);
  return (
    <Page
      title={say(words.title)}
      actions={
        may('create', 'rubrics') && (
          <>
            <Button onClick={() => void download('/rubric-imports/template.xlsx', 'rubric.xlsx')}>
              {say(words.template)}
            </Button>
            <NewRubric onMade={open} />
            <PresetButton onMade={open} />
            <Button type="primary" onClick={() => setUploading(true)}>
              {say(words.upload)}
            </Button>
          </>
        )
      }
    >
      <RecordTable
        model={rubricModel}
        caption={words.title}
        columns={[
          { field: 'name', sort: true },
          { field: 'version', width: 80 },
          { field: 'state', sort: true, width: 100 },
        ]}
        filters={[{ kind: 'enum', field: 'state' }]}
        defaultSort={{ field: 'name', order: 'asc' }}
        empty={{
          zh: '还没有测评体系。可空白新建、用示例新建后修改,或上传工作簿。',
          en: 'No rubric yet. Begin with a blank one or an example, or upload a workbook.',
        }}
      />
      {uploading && <UploadDialog onClose={() => setUploading(false)} onMade={open} />}
    </Page>
  );
}

export { RubricList as Component };
