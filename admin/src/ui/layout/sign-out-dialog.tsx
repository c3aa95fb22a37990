import { Alert, Button, Modal, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { signOut } from '../../providers/auth';
import { useWords } from '../../providers/i18n';
import { useLineDown } from '../../providers/line';
import { getOutbox, useWaiting } from '../../providers/outbox';
import { useSession } from '../../providers/session';
import { sendWaiting } from './use-outbox';

/** How long sending may take before the person is asked: a line that has died says nothing. In milliseconds. */
const PATIENCE = 10_000;

const words = {
  sending: { zh: '正在发送尚未发送的评分表…', en: 'Sending what is not sent yet…' },
  title: { zh: '还有评分表没有发送', en: 'Some sheets are not sent' },
  offline: { zh: '现在连接不上服务器。', en: 'The server cannot be reached.' },
  choice: {
    zh: '“保留并退出”:修改留在本机,没有加密,只有用您的账号再次登录后才会显示和发送。“丢弃并退出”:修改不能找回。共用的设备请不要保留。',
    en: '“Keep”: the edits stay on this device, not encrypted; they are shown and sent only when you sign in again. “Discard”: they cannot be brought back. Keep nothing on a shared device.',
  },
  stay: { zh: '暂不退出', en: 'Stay' },
  keep: { zh: '保留并退出', en: 'Keep and sign out' },
  discard: { zh: '丢弃并退出', en: 'Discard and sign out' },
};

/** Signs out once everything is sent; where it cannot be, the person decides what becomes of it. */
export default function SignOutDialog({ onStay }: { onStay: () => void }) {
  const { say } = useWords();
  const { documentId: account } = useSession().actor;
  const count = useWaiting(account);
  const down = useLineDown();
  const [tried, setTried] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const leave = () => {
    setLeaving(true);
    void signOut();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once, when the dialog opens
  useEffect(() => {
    const { waiting } = getOutbox();
    const enough = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE));
    const done = waiting(account) > 0 ? Promise.race([sendWaiting(account), enough]) : Promise.resolve();
    // What sends may itself be out of reach: the person chooses then as well.
    void done
      .catch(() => undefined)
      .then(() => {
        if (waiting(account) === 0) leave();
        else setTried(true);
      });
  }, []);
  const discard = () => {
    getOutbox().discard(account);
    leave();
  };
  if (!tried || leaving) {
    return (
      <Modal open closable={false} footer={null} title={say({ zh: '退出登录', en: 'Sign out' })}>
        <Spin /> {count > 0 && say(words.sending)}
      </Modal>
    );
  }
  return (
    <Modal
      open
      title={say(words.title)}
      onCancel={onStay}
      footer={
        <div className="sign-out-choices">
          <Button danger onClick={discard}>
            {say(words.discard)}
          </Button>
          <Button onClick={leave}>{say(words.keep)}</Button>
          <Button type="primary" onClick={onStay}>
            {say(words.stay)}
          </Button>
        </div>
      }
    >
      <Alert
        type="warning"
        showIcon
        message={[
          say({ zh: `${count} 份评分表的修改没有发送。`, en: `The edits of ${count} sheets were not sent.` }),
          down && say(words.offline),
        ]
          .filter(Boolean)
          .join(' ')}
      />
      <p>{say(words.choice)}</p>
    </Modal>
  );
}
