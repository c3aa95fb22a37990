import { ERROR_TEXT, type Words } from '@jiedui/shared/text';
import { Alert, Form, Input, Modal } from 'antd';
import { useWords } from '../../providers/i18n';

type Props = {
  title: string;
  warning?: Words | undefined;
  onGive: (reason: string) => void;
  onClose: () => void;
};

/** Asks why, for what the audit keeps a reason of. */
export function ReasonDialog({ title, warning, onGive, onClose }: Props) {
  const { say } = useWords();
  const [form] = Form.useForm<{ reason: string }>();
  return (
    <Modal open title={title} onCancel={onClose} onOk={form.submit}>
      <Form form={form} layout="vertical" onFinish={({ reason }) => onGive(reason)}>
        {warning && <Alert type="warning" showIcon className="reason-warning" message={say(warning)} />}
        <Form.Item
          name="reason"
          label={say({ zh: '原因', en: 'Reason' })}
          rules={[{ required: true, whitespace: true, message: say(ERROR_TEXT.REASON_REQUIRED) }]}
        >
          <Input.TextArea rows={3} maxLength={500} showCount autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  );
}
