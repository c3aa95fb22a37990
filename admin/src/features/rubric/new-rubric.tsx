import { App, Button, Form, Input, Modal } from 'antd';
import { useRef, useState } from 'react';
import { errorWords } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import { useWrites } from '../../ui/use-writes';

const label = { zh: '空白新建', en: 'Blank' };

/** Begins a rubric from nothing but its name. */
export function NewRubric({ onMade }: { onMade: (id: string) => void }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const { create } = useWrites('rubrics');
  const [form] = Form.useForm<{ name: string }>();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);
  const make = async (typed: { name: string }) => {
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    const name = typed.name.trim();
    try {
      const made = await create({ name, version: 1, definition: { name, dimensions: [] } });
      onMade(made.id);
    } catch (error) {
      message.error(say(errorWords(error)));
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>{say(label)}</Button>
      <Modal
        open={asking}
        title={say({ zh: '新建测评体系', en: 'New rubric' })}
        okText={say({ zh: '新建', en: 'Make' })}
        confirmLoading={busy}
        onCancel={() => setAsking(false)}
        onOk={form.submit}
        destroyOnHidden
      >
        <Form form={form} layout="vertical" onFinish={(values) => void make(values)}>
          <Form.Item
            name="name"
            label={say({ zh: '体系名称', en: 'Name' })}
            rules={[
              { required: true, whitespace: true, message: say({ zh: '请填写名称。', en: 'Give a name.' }) },
            ]}
          >
            <Input maxLength={120} autoFocus />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}
