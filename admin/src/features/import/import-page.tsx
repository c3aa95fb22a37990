import { InboxOutlined } from '@ant-design/icons';
import { App, Button, Modal, Progress, Upload } from 'antd';
import { useState } from 'react';
import { download } from '../../providers/download';
import { errorWords, toApiError } from '../../providers/errors';
import { http } from '../../providers/http';
import { useWords } from '../../providers/i18n';
import { Page } from '../../ui/page';
import './import.css';
import { Counts, Rows } from './preview';
import { isWorking, type Job, totalOf, useImport } from './use-import';

const words = {
  title: { zh: '数据导入', en: 'Import' },
  template: { zh: '下载模板', en: 'Template' },
  drop: { zh: '点击选择,或把工作簿拖到这里', en: 'Choose a workbook, or drop it here' },
  hint: {
    zh: '.xlsx,单位、阵地、结对、人员、活动各一张工作表。先检查和预览,确认后才写入。',
    en: 'An .xlsx with sheets for units, sites, pairings, staff and activities. It is checked and shown before anything is written.',
  },
  states: {
    reading: { zh: '正在读取', en: 'Reading' },
    checking: { zh: '正在检查', en: 'Checking' },
    ready: { zh: '检查完成,尚未导入', en: 'Checked; nothing imported yet' },
    committing: { zh: '正在导入', en: 'Importing' },
    done: { zh: '已导入', en: 'Imported' },
    failed: { zh: '未能完成', en: 'Failed' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  cancel: { zh: '取消', en: 'Cancel' },
  again: { zh: '另选文件', en: 'Another file' },
  refused: { zh: '下载有误的行', en: 'Rows that are wrong' },
  accounts: { zh: '查看新账号密码(仅一次)', en: 'Passwords of new accounts (once)' },
  accountsTitle: { zh: '新账号的初始密码,关闭后不再显示', en: 'First passwords; not shown again' },
};

function FirstPasswords({ job }: { job: Job }) {
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
        title={say(words.accountsTitle)}
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

function CommitButtons({
  job,
  busy,
  commit,
}: {
  job: Job;
  busy: boolean;
  commit: (withoutWrong: boolean) => void;
}) {
  const { say } = useWords();
  const good = totalOf(job, 'new') + totalOf(job, 'changed');
  const wrong = totalOf(job, 'wrong');
  if (job.state !== 'ready') return null;
  if (good === 0)
    return (
      <span className="muted">{say({ zh: '没有需要导入的内容。', en: 'There is nothing to import.' })}</span>
    );
  return wrong > 0 ? (
    <Button loading={busy} onClick={() => commit(true)}>
      {say({
        zh: `只导入无误的 ${good} 行,${wrong} 行有误的除外`,
        en: `Import the ${good} good rows, leave ${wrong} out`,
      })}
    </Button>
  ) : (
    <Button type="primary" loading={busy} onClick={() => commit(false)}>
      {say({ zh: `导入 ${good} 行`, en: `Import ${good} rows` })}
    </Button>
  );
}

function JobView({
  job,
  busy,
  commit,
  cancel,
  again,
}: {
  job: Job;
  busy: boolean;
  commit: (w: boolean) => void;
  cancel: () => void;
  again: () => void;
}) {
  const { say } = useWords();
  const { done, total } = job.progress;
  return (
    <>
      <section className="panel import-job">
        <div className="import-head">
          <strong>{job.fileName}</strong> <span role="status">{say(words.states[job.state])}</span>
          {job.error && <span className="import-wrong">{job.error.message}</span>}
        </div>
        {isWorking(job) && (
          <div className="import-progress">
            <Progress
              percent={total > 0 ? Math.round((done / total) * 100) : 0}
              size="small"
              aria-label={say(words.states[job.state])}
            />
            <span className="muted">{say({ zh: `${done} 行`, en: `${done} rows` })}</span>
            <Button size="small" onClick={cancel}>
              {say(words.cancel)}
            </Button>
          </div>
        )}
        {job.sheets.length > 0 && <Counts job={job} />}
        {job.notices.map((notice) => (
          <p className="muted" key={`${notice.sheet}-${notice.words.zh}`}>
            {notice.sheet}:{say(notice.words)}
          </p>
        ))}
        {!isWorking(job) && (
          <div className="import-actions">
            <CommitButtons job={job} busy={busy} commit={commit} />
            {totalOf(job, 'wrong') > 0 && (
              <Button onClick={() => void download(`/imports/${job.id}/refused.xlsx`, 'refused.xlsx')}>
                {say(words.refused)}
              </Button>
            )}
            <FirstPasswords job={job} />
            <Button onClick={again}>{say(words.again)}</Button>
          </div>
        )}
      </section>
      {!isWorking(job) && job.sheets.length > 0 && <Rows key={job.state} job={job} />}
    </>
  );
}

/** A workbook comes in: read, checked, looked at, and only then written, all of it or nothing. */
function ImportPage() {
  const { say } = useWords();
  const { job, error, busy, send, commit, cancel, again } = useImport();
  return (
    <Page
      title={say(words.title)}
      actions={
        <Button onClick={() => void download('/imports/template.xlsx', 'template.xlsx')}>
          {say(words.template)}
        </Button>
      }
    >
      {error && (
        <p className="panel import-error" role="alert">
          {say(errorWords(error))}
        </p>
      )}
      {job ? (
        <JobView
          job={job}
          busy={busy}
          commit={(w) => void commit(w)}
          cancel={() => void cancel()}
          again={again}
        />
      ) : (
        <Upload.Dragger
          rootClassName="import-drop"
          accept=".xlsx"
          showUploadList={false}
          disabled={busy}
          beforeUpload={(file) => {
            void send(file);
            return false;
          }}
        >
          <p className="import-icon">
            <InboxOutlined />
          </p>
          <p>{say(words.drop)}</p>
          <p className="muted">{say(words.hint)}</p>
        </Upload.Dragger>
      )}
    </Page>
  );
}

export { ImportPage as Component };
