import { startsVersions } from '@jiedui/shared/rubric';
import { ERROR_TEXT } from '@jiedui/shared/text';
import { App, Button, Form, Input, Modal } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useAccess } from '../../providers/access';
import { errorWords } from '../../providers/errors';
import { http } from '../../providers/http';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { sendOnce } from '../../providers/send-once';
import { useWrites } from '../../ui/use-writes';

const label = { zh: '另立新版本', en: 'New version' };

/** Makes the next version of a rubric that can no longer be edited, for a reason, and opens it. */
export function NewVersion({ row }: { row: Row }) {
  const { say } = useWords();
  const { may } = useAccess();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { readAgain } = useWrites('rubrics');
  const [form] = Form.useForm<{ reason: string }>();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);
  if (!may('create', 'rubrics') || !startsVersions(String(row.state))) return null;

  const make = async ({ reason }: { reason: string }) => {
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    const url = `/rubrics/${row.id}/versions`;
    try {
      const answer = await sendOnce(`${url} ${reason}`, (headers) =>
        http.post<{ data: { documentId: string } }>(url, { data: { reason } }, { headers }),
      );
      setAsking(false);
      await readAgain();
      void navigate(`/rubrics/${answer.data.data.documentId}`);
    } catch (error) {
      message.error(say(errorWords(error)));
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };
  return (
    <>
      <Button type="primary" onClick={() => setAsking(true)}>
        {say(label)}
      </Button>
      <Modal
        open={asking}
        title={say(label)}
        okText={say({ zh: '建立草稿', en: 'Make the draft' })}
        confirmLoading={busy}
        onCancel={() => setAsking(false)}
        onOk={form.submit}
        destroyOnHidden
      >
        <p>
          {say({
            zh: '以本版内容建立下一版草稿,本版保持不变。',
            en: 'The next version begins as a draft with this content; this one stays.',
          })}
        </p>
        <Form form={form} layout="vertical" onFinish={(values) => void make(values)}>
          <Form.Item
            name="reason"
            label={say({ zh: '修订原因', en: 'Reason' })}
            rules={[{ required: true, whitespace: true, message: say(ERROR_TEXT.REASON_REQUIRED) }]}
          >
            <Input.TextArea rows={3} maxLength={500} showCount autoFocus />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}
