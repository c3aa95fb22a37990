import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { errorWords, toApiError } from '../../providers/errors';
import { http } from '../../providers/http';
import { useWords } from '../../providers/i18n';
import type { Job } from './use-import';

const words = {
  accounts: { zh: '查看新账号密码(仅一次)', en: 'Passwords of new accounts (once)' },
  title: { zh: '新账号的初始密码,关闭后不再显示', en: 'First passwords; not shown again' },
};

/** The first passwords of accounts that an import brought: given out once, to who asks for them. */
export function FirstPasswords({ job }: { job: Job }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const [accounts, setAccounts] = useState<{ username: string; password: string }[] | null>(null);
  const [taken, setTaken] = useState(false);
  if (job.accounts === 0 || taken) return null;
  const take = async () => {
    try {
      const { data } = await http.post<{ data: { username: string; password: string }[] }>(
        `/imports/${job.id}/accounts`,
        {},
      );
      setAccounts(data.data);
    } catch (thrown) {
      const error = toApiError(thrown);
      message.error(say(errorWords(error)));
      // Only passwords that are gone take the button along; a broken connection may be tried again.
      if (error.code === 'NOT_FOUND') setTaken(true);
    }
  };
  return (
    <>
      <Button onClick={() => void take()}>{say(words.accounts)}</Button>
      <Modal
        open={accounts !== null}
        title={say(words.title)}
        maskClosable={false}
        keyboard={false}
        footer={(_, { OkBtn }) => <OkBtn />}
        onCancel={() => setTaken(true)}
        onOk={() => setTaken(true)}
      >
        <table className="plain">
          <tbody>
            {accounts?.map((account) => (
              <tr key={account.username}>
                <th scope="row">{account.username}</th>
                <td>
                  <code>{account.password}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Modal>
    </>
  );
}
