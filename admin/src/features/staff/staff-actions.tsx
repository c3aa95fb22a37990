import { App, Button, Space } from 'antd';
import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { errorWords } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { useSession } from '../../providers/session';
import { useWrites } from '../../ui/use-writes';
import type { Issued } from './initial-password';

const words = {
  edit: { zh: '编辑', en: 'Edit' },
  reset: { zh: '重置密码', en: 'Reset password' },
  block: { zh: '停用', en: 'Block' },
  unblock: { zh: '启用', en: 'Unblock' },
  resetText: { zh: '原密码随即失效,并退出所有登录。', en: 'The old password stops working at once.' },
  blockText: {
    zh: '停用后该账号不能登录,记录保留。',
    en: 'A blocked account cannot sign in; its records stay.',
  },
  done: { zh: '已保存。', en: 'Saved.' },
};

type Props = { row: Row; onEdit: (row: Row) => void; onIssued: (issued: Issued) => void };

/** What the office does with an account: edit, reset the password, block. Nobody blocks themselves. */
export function StaffActions({ row, onEdit, onIssued }: Props) {
  const staffModel = useModel('staff');
  const { say } = useWords();
  const { may } = useAccess();
  const { actor } = useSession();
  const { message, modal } = App.useApp();
  const { act, update } = useWrites('staff');
  if (!may('update', staffModel.path)) return null;

  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      message.error(say(errorWords(error)));
    }
  };
  const reset = () =>
    attempt(async () => {
      const { initialPassword } = await act<{ initialPassword: string }>(row, 'reset-password');
      onIssued({
        displayName: String(row.displayName),
        username: String(row.username),
        password: initialPassword,
      });
    });
  const setBlocked = (blocked: boolean) =>
    attempt(async () => {
      await update(row, { blocked });
      message.success(say(words.done));
    });
  const ask = (title: string, content: string, onOk: () => Promise<void>) =>
    modal.confirm({ title: `${title}:${String(row.displayName)}`, content, okText: title, onOk });

  return (
    <Space size={0} wrap>
      <Button size="small" type="link" onClick={() => onEdit(row)}>
        {say(words.edit)}
      </Button>
      <Button size="small" type="link" onClick={() => ask(say(words.reset), say(words.resetText), reset)}>
        {say(words.reset)}
      </Button>
      {row.id !== actor.documentId &&
        (row.blocked === true ? (
          <Button size="small" type="link" onClick={() => void setBlocked(false)}>
            {say(words.unblock)}
          </Button>
        ) : (
          <Button
            size="small"
            type="link"
            danger
            onClick={() => ask(say(words.block), say(words.blockText), () => setBlocked(true))}
          >
            {say(words.block)}
          </Button>
        ))}
    </Space>
  );
}
