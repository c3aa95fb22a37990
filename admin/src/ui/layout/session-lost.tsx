import { Alert, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { signIn } from '../../providers/auth';
import { errorWords } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import { getSession, useSession } from '../../providers/session';

const words = {
  title: { zh: '登录已过期', en: 'Your session has ended' },
  text: {
    zh: '请重新输入密码。页面上已填写的内容都还在,登录后请再保存一次。',
    en: 'Enter your password again. What you typed is still on the page; save it once more afterwards.',
  },
  password: { zh: '密码', en: 'Password' },
  required: { zh: '请填写密码。', en: 'Enter the password.' },
  ok: { zh: '继续', en: 'Go on' },
  leave: { zh: '换账号登录', en: 'Sign in as somebody else' },
};

/** Opens over the page when the session ends, so that a half-written form is not lost. */
export default function SessionLost({ onBack }: { onBack: () => void }) {
  const { say, locale } = useWords();
  const { actor } = useSession();
  const [form] = Form.useForm<{ password: string }>();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const enter = async ({ password }: { password: string }) => {
    setBusy(true);
    try {
      await signIn({ identifier: actor.username, password });
      // Rights may have changed meanwhile; a page drawn for other rights must not stay.
      if (getSession()?.actor.role !== actor.role) window.location.reload();
      onBack();
    } catch (error) {
      setProblem(errorWords(error)[locale]);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Modal
      open
      title={say(words.title)}
      closable={false}
      maskClosable={false}
      keyboard={false}
      okText={say(words.ok)}
      cancelText={say(words.leave)}
      confirmLoading={busy}
      onOk={form.submit}
      onCancel={() => window.location.assign('/sign-in')}
    >
      <p>{say(words.text)}</p>
      {problem && <Alert type="error" message={problem} style={{ marginBottom: 12 }} />}
      <Form form={form} layout="vertical" onFinish={enter}>
        <Form.Item
          name="password"
          label={`${actor.displayName}(${actor.username})· ${say(words.password)}`}
          rules={[{ required: true, message: say(words.required) }]}
        >
          <Input.Password autoComplete="current-password" autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  );
}
