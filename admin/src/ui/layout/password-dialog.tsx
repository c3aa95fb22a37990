import { App, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { changePassword } from '../../providers/auth';
import { useWords } from '../../providers/i18n';
import { placeErrors } from '../forms/place-errors';

type Values = { currentPassword: string; password: string; passwordConfirmation: string };

const MIN_LENGTH = 10;
const FORM = 'change-password';
const words = {
  title: { zh: '修改密码', en: 'Change password' },
  current: { zh: '原密码', en: 'Current password' },
  next: { zh: '新密码(至少 10 个字符)', en: 'New password (at least 10 characters)' },
  again: { zh: '再次输入新密码', en: 'New password again' },
  differ: { zh: '两次输入的新密码不一致。', en: 'The two new passwords differ.' },
  required: { zh: '必填。', en: 'Required.' },
  short: { zh: '至少 10 个字符。', en: 'At least 10 characters.' },
  done: { zh: '密码已修改。', en: 'The password was changed.' },
};

export function PasswordDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { say, locale } = useWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [busy, setBusy] = useState(false);

  const save = async (values: Values) => {
    setBusy(true);
    try {
      await changePassword(values);
      message.success(say(words.done));
      onClose();
    } catch (error) {
      const rest = placeErrors(form, error, locale, {
        PASSWORD_WRONG: 'currentPassword',
        PASSWORD_TOO_SHORT: 'password',
        PASSWORD_SAME: 'password',
      });
      if (rest) message.error(rest);
    } finally {
      setBusy(false);
    }
  };

  const required = { required: true, message: say(words.required) };
  return (
    <Modal
      open={open}
      title={say(words.title)}
      onCancel={onClose}
      // A real submit button, so that Enter in a field does the same.
      okButtonProps={{ htmlType: 'submit', form: FORM }}
      afterOpenChange={(shown) => shown && form.focusField('currentPassword')}
      confirmLoading={busy}
      destroyOnHidden
    >
      <Form id={FORM} form={form} layout="vertical" preserve={false} onFinish={save}>
        <Form.Item name="currentPassword" label={say(words.current)} rules={[required]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item
          name="password"
          label={say(words.next)}
          rules={[required, { min: MIN_LENGTH, message: say(words.short) }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="passwordConfirmation"
          label={say(words.again)}
          dependencies={['password']}
          rules={[
            required,
            ({ getFieldValue }) => ({
              validator: async (_rule, value) => {
                if (value && value !== getFieldValue('password')) throw new Error(say(words.differ));
              },
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
