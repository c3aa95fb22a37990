import type { Words } from '@jiedui/shared/text';
import { App, Button, Dropdown, Form, Input, Modal, Upload } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { download } from '../../providers/download';
import { type ApiError, errorWords, toApiError } from '../../providers/errors';
import { http } from '../../providers/http';
import { useWords } from '../../providers/i18n';
import { RecordTable } from '../../ui/list/record-table';
import { Page } from '../../ui/page';
import { useRead } from '../../ui/use-read';
import { NewRubric } from './new-rubric';

type Preset = { key: string; kind: 'plan' | 'rubric'; words: Words };
type RowError = {
  sheet?: string;
  row?: number;
  column?: string;
  found?: string;
  expected?: Words;
  message?: string;
};

const words = {
  title: { zh: '测评体系', en: 'Rubrics' },
  template: { zh: '下载模板', en: 'Template' },
  upload: { zh: '上传工作簿', en: 'From a workbook' },
  preset: { zh: '用示例新建', en: 'From an example' },
  unread: { zh: '没有读到,点此重试。', en: 'Not read; click to try again. ' },
  name: { zh: '体系名称', en: 'Name' },
  choose: { zh: '选择 .xlsx 工作簿', en: 'Choose an .xlsx' },
  blank: { zh: '没有填写', en: 'is empty' },
  errors: { zh: '工作簿中有错误,请更正后再上传', en: 'The workbook has errors' },
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

/** More errors than these are counted, not listed: the first ones are corrected first. */
const SHOWN = 50;

function errorText(error: RowError, say: (words: Words) => string): string {
  const place = [
    error.sheet,
    error.row && say({ zh: `第 ${error.row} 行`, en: `row ${error.row}` }),
    error.column,
  ]
    .filter(Boolean)
    .join(' ');
  const expected = error.expected ? say(error.expected) : (error.message ?? '');
  const found = error.found ? { zh: `填写为“${error.found}”`, en: `has “${error.found}”` } : words.blank;
  return say({
    zh: `${place} ${found.zh},应为:${expected}`,
    en: `${place} ${found.en}; expected: ${expected}`,
  });
}

function UploadDialog({
  open,
  onClose,
  onMade,
}: {
  open: boolean;
  onClose: () => void;
  onMade: (id: string) => void;
}) {
  const { say } = useWords();
  const [name, setName] = useState('');
  const [failure, setFailure] = useState<ApiError | null>(null);
  const send = async (file: File) => {
    setFailure(null);
    const form = new FormData();
    form.append('file', file);
    form.append('name', name.trim());
    try {
      const { data } = await http.post<{ data: { documentId: string } }>('/rubric-imports', form);
      onMade(data.data.documentId);
    } catch (error) {
      setFailure(toApiError(error));
    }
  };
  const rows = (failure?.details.errors as RowError[] | undefined) ?? [];
  return (
    <Modal open={open} title={say(words.upload)} footer={null} onCancel={onClose}>
      <Form layout="vertical">
        <Form.Item label={say(words.name)} htmlFor="rubric-name" required>
          <Input
            id="rubric-name"
            value={name}
            maxLength={120}
            onChange={(event) => setName(event.target.value)}
          />
        </Form.Item>
        <Upload
          accept=".xlsx"
          showUploadList={false}
          disabled={name.trim() === ''}
          beforeUpload={(file) => {
            void send(file);
            return false;
          }}
        >
          <Button disabled={name.trim() === ''}>{say(words.choose)}</Button>
        </Upload>
      </Form>
      {failure && (
        <div role="alert">
          <p>{rows.length > 0 ? say(words.errors) : say(errorWords(failure))}</p>
          <ul>
            {rows.slice(0, SHOWN).map((error, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one workbook's errors never change their order
              <li key={at}>{errorText(error, say)}</li>
            ))}
          </ul>
          {rows.length > SHOWN && (
            <p>{say({ zh: `另有 ${rows.length - SHOWN} 处。`, en: `And ${rows.length - SHOWN} more.` })}</p>
          )}
        </div>
      )}
    </Modal>
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
      {uploading && <UploadDialog open onClose={() => setUploading(false)} onMade={open} />}
    </Page>
  );
}

export { RubricList as Component };
