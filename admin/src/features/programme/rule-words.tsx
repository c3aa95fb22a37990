import type { ActivityRule } from '@jiedui/shared/activity';
import { Button, Drawer, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { usePhone } from '../../ui/use-phone';
import { useProgrammeChange } from './use-programme-change';

const words = {
  edit: { zh: '修改', en: 'Change' },
  title: { zh: '修改规则', en: 'Change the rule' },
  zh: { zh: '名称(中文)', en: 'Name in Chinese' },
  en: { zh: '名称(英文)', en: 'Name in English' },
  missingZh: { zh: '未满足时的提示(中文)', en: 'What is said when it is not met, in Chinese' },
  missingEn: { zh: '未满足时的提示(英文)', en: 'What is said when it is not met, in English' },
  leadDays: { zh: '提前天数', en: 'Days before' },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '取消', en: 'Cancel' },
  required: { zh: '必填。', en: 'Required.' },
};

type Programme = { documentId: string; rev: number; activityRules: readonly ActivityRule[] };
type Values = Pick<ActivityRule, 'words' | 'missing' | 'leadDays'>;
type Props = { programme: Programme; rule: ActivityRule };

function Editor({ programme, rule, close }: Props & { close: () => void }) {
  const { say } = useWords();
  const phone = usePhone();
  const { busy, change } = useProgrammeChange(programme);
  const [form] = Form.useForm<Values>();
  const save = async (values: Values) => {
    const activityRules = programme.activityRules.map((one) =>
      one.code === rule.code ? { ...one, ...values } : one,
    );
    if (await change({ activityRules })) close();
  };
  const rules = [{ required: true, whitespace: true, message: say(words.required) }];
  return (
    <Drawer
      open
      title={say(words.title)}
      width={phone ? '100%' : 560}
      onClose={close}
      maskClosable={false}
      footer={
        <div className="venue-kind-actions">
          <Button type="primary" loading={busy} onClick={form.submit}>
            {say(words.save)}
          </Button>
          <Button onClick={close}>{say(words.cancel)}</Button>
        </div>
      }
    >
      <Form form={form} layout="vertical" initialValues={rule} onFinish={(values) => void save(values)}>
        <Form.Item name={['words', 'zh']} label={say(words.zh)} rules={rules}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name={['words', 'en']} label={say(words.en)} rules={rules}>
          <Input maxLength={160} />
        </Form.Item>
        <Form.Item name={['missing', 'zh']} label={say(words.missingZh)} rules={rules}>
          <Input.TextArea maxLength={300} autoSize />
        </Form.Item>
        <Form.Item name={['missing', 'en']} label={say(words.missingEn)} rules={rules}>
          <Input.TextArea maxLength={300} autoSize />
        </Form.Item>
        <Form.Item
          name="leadDays"
          label={say(words.leadDays)}
          rules={[{ required: true, message: say(words.required) }]}
        >
          <InputNumber min={0} max={365} precision={0} />
        </Form.Item>
      </Form>
    </Drawer>
  );
}

/** Changes what a rule of the checklist is called, what it says when it is not met, and by when it asks. */
export function RuleWords(props: Props) {
  const { say } = useWords();
  const { may, writes } = useAccess();
  const [open, setOpen] = useState(false);
  if (!may('update', 'programmes') || !writes('programmes', 'activityRules')) return null;
  return (
    <>
      <Button
        size="small"
        aria-label={`${say(words.edit)} ${say(props.rule.words)}`}
        onClick={() => setOpen(true)}
      >
        {say(words.edit)}
      </Button>
      {open && <Editor {...props} close={() => setOpen(false)} />}
    </>
  );
}
