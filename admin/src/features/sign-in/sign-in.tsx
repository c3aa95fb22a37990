import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { signIn } from '../../providers/auth';
import { toApiError } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import { LanguageSwitch } from '../../ui/layout/language-switch';
import { SignInProblem } from './sign-in-problem';
import '../../ui/layout/shell.css';

type Values = { identifier: string; password: string };

const words = {
  title: { zh: '结对', en: 'Jiedui' },
  sub: { zh: '新时代文明实践结对共建工作台', en: 'Paired civic-practice console' },
  account: { zh: '账号', en: 'Account' },
  password: { zh: '密码', en: 'Password' },
  needAccount: { zh: '请填写账号。', en: 'Enter the account.' },
  needPassword: { zh: '请填写密码。', en: 'Enter the password.' },
  enter: { zh: '登录', en: 'Sign in' },
  lost: {
    zh: '忘记密码请联系区办公室重置。',
    en: 'Forgotten your password? The district office can reset it.',
  },
};

/** Only an address of this console is followed after signing in. */
const safeTarget = (to: string | null) => (to?.startsWith('/') && !to.startsWith('//') ? to : '/');

function SignIn() {
  const { say } = useWords();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ReturnType<typeof toApiError> | null>(null);

  const enter = async (values: Values) => {
    setBusy(true);
    setProblem(null);
    try {
      await signIn(values);
      await navigate(safeTarget(params.get('to')), { replace: true });
    } catch (error) {
      setProblem(toApiError(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <main className="sign-in">
      <div className="sign-in-box">
        <h1>{say(words.title)}</h1>
        <p className="muted">{say(words.sub)}</p>
        {problem && <SignInProblem error={problem} onOver={() => setProblem(null)} />}
        <Form<Values> layout="vertical" onFinish={enter} requiredMark={false}>
          <Form.Item
            name="identifier"
            label={say(words.account)}
            rules={[{ required: true, message: say(words.needAccount) }]}
          >
            <Input autoComplete="username" autoFocus />
          </Form.Item>
          <Form.Item
            name="password"
            label={say(words.password)}
            rules={[{ required: true, message: say(words.needPassword) }]}
          >
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Button
            type="primary"
            htmlType="submit"
            block
            loading={busy}
            disabled={problem?.retryAfter != null}
          >
            {say(words.enter)}
          </Button>
        </Form>
        <div className="sign-in-foot">
          <span className="muted">{say(words.lost)}</span>
          <LanguageSwitch />
        </div>
      </div>
    </main>
  );
}

export { SignIn as Component };
