import { Modal, Typography } from 'antd';
import { useWords } from '../../providers/i18n';

export type Issued = { displayName: string; username: string; password: string };

const words = {
  title: { zh: '初始密码(只显示这一次)', en: 'Initial password (shown only now)' },
  text: {
    zh: '请抄下或复制后当面交给本人,登录后请其修改密码。关闭后无法再次查看,只能重置。',
    en: 'Copy it and hand it over in person; they should change it after signing in. It cannot be shown again.',
  },
  account: { zh: '账号', en: 'Account' },
  password: { zh: '初始密码', en: 'Initial password' },
  done: { zh: '已抄下', en: 'Noted' },
};

/** Shows a new password once; closing takes a deliberate click. */
export function InitialPassword({ issued, onClose }: { issued: Issued | null; onClose: () => void }) {
  const { say } = useWords();
  if (!issued) return null;
  return (
    <Modal
      open
      title={say(words.title)}
      closable={false}
      maskClosable={false}
      keyboard={false}
      okText={say(words.done)}
      cancelButtonProps={{ style: { display: 'none' } }}
      onOk={onClose}
    >
      <p>{say(words.text)}</p>
      <dl className="facts">
        <div>
          <dt>{say(words.account)}</dt>
          <dd>{`${issued.displayName}(${issued.username})`}</dd>
        </div>
        <div>
          <dt>{say(words.password)}</dt>
          <dd>
            <Typography.Text code copyable>
              {issued.password}
            </Typography.Text>
          </dd>
        </div>
      </dl>
    </Modal>
  );
}
