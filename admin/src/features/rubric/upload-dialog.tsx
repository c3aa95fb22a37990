import type { Words } from '@jiedui/shared/text';
import { Button, Form, Input, Modal, Upload } from 'antd';
import { useState } from 'react';
import { type ApiError, errorWords, toApiError } from '../../providers/errors';
import { http } from '../../providers/http';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';

type RowError = {
  sheet?: string;
  row?: number;
  column?: string;
  found?: string;
  expected?: Words;
  message?: string;
};

/** The draft that came of a workbook, and what of the workbook was not taken over. */
type Made = { documentId: string; notes: Words[] };

const words = {
  upload: { zh: '上传工作簿', en: 'From a workbook' },
  name: { zh: '体系名称', en: 'Name' },
  choose: { zh: '选择 .xlsx 工作簿', en: 'Choose an .xlsx' },
  blank: { zh: '没有填写', en: 'is empty' },
  into: { zh: '上传到本草稿', en: 'A workbook into this draft' },
  replaces: {
    zh: '用工作簿中的维度和指标替换本草稿的维度和指标;权重、等次、并列等规则不变。',
    en: 'Replaces the dimensions and indicators of this draft; weights, grades and ties stay.',
  },
  made: {
    zh: '已写入草稿。工作簿中以下内容没有采用:',
    en: 'It is in the draft. Of the workbook was not taken:',
  },
  open: { zh: '打开草稿', en: 'Open the draft' },
};

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

function Failure({ failure }: { failure: ApiError }) {
  const { say } = useWords();
  const rows = (failure.details.errors as RowError[] | undefined) ?? [];
  return (
    <div role="alert">
      <p>{say(errorWords(failure))}</p>
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
  );
}

function NotTaken({ made, onOpen }: { made: Made; onOpen: () => void }) {
  const { say } = useWords();
  return (
    <div role="status">
      <p>{say(words.made)}</p>
      <ul>
        {made.notes.map((note) => (
          <li key={note.zh}>{say(note)}</li>
        ))}
      </ul>
      <Button type="primary" onClick={onOpen}>
        {say(words.open)}
      </Button>
    </div>
  );
}

type Props = {
  /** The draft whose indicators the workbook replaces; left out: a new one is made. */
  into?: Row;
  onClose: () => void;
  onMade: (id: string) => void;
};

/** Makes or fills a draft from a workbook: says what is wrong in it, and what of it was not taken over. */
export function UploadDialog({ into, onClose, onMade }: Props) {
  const { say } = useWords();
  const [name, setName] = useState('');
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [made, setMade] = useState<Made | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (file: File) => {
    setFailure(null);
    setBusy(true);
    const form = new FormData();
    form.append('file', file);
    if (!into) form.append('name', name.trim());
    const url = into ? `/rubric-imports/${into.id}` : '/rubric-imports';
    const headers = into ? { 'If-Match': `"${String(into.rev)}"` } : {};
    try {
      const { data } = await http.post<{ data: Made }>(url, form, { headers });
      if (data.data.notes.length === 0) onMade(data.data.documentId);
      else setMade(data.data);
    } catch (error) {
      setFailure(toApiError(error));
    } finally {
      setBusy(false);
    }
  };
  const off = busy || (!into && name.trim() === '');
  const close = () => (made ? onMade(made.documentId) : onClose());
  return (
    <Modal open title={say(into ? words.into : words.upload)} footer={null} onCancel={close}>
      {made ? (
        <NotTaken made={made} onOpen={close} />
      ) : (
        <Form layout="vertical">
          {into ? (
            <p>{say(words.replaces)}</p>
          ) : (
            <Form.Item label={say(words.name)} htmlFor="rubric-name" required>
              <Input
                id="rubric-name"
                value={name}
                maxLength={120}
                onChange={(event) => setName(event.target.value)}
              />
            </Form.Item>
          )}
          <Upload
            accept=".xlsx"
            showUploadList={false}
            disabled={off}
            beforeUpload={(file) => {
              void send(file);
              return false;
            }}
          >
            <Button disabled={off} loading={busy}>
              {say(words.choose)}
            </Button>
          </Upload>
        </Form>
      )}
      {failure && <Failure failure={failure} />}
    </Modal>
  );
}
