import { Alert, App, Button } from 'antd';
import { download } from '../../providers/download';
import { errorWords } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import { FirstPasswords } from './first-passwords';
import { Counts, Rows } from './preview';
import { Problems } from './problems';
import { isWorking, type Job, STATE_WORDS, totalOf } from './use-import';
import { JobProgress } from './working';

const words = {
  undo: { zh: '撤销本次导入', en: 'Undo this import' },
  undoAsk: { zh: '撤销本次导入?', en: 'Undo this import?' },
  undoText: {
    zh: '新建的记录会删除,修改的内容恢复原值,新建的账号停用。之后有人改动或引用过其中任何一条,则不撤销并列出。',
    en: 'New records are deleted, changed ones get their former values, new accounts are blocked. If one was changed or is relied on since, nothing is undone and you see which.',
  },
  checkAgain: { zh: '重新检查', en: 'Check again' },
  other: { zh: '另选文件', en: 'Another file' },
  refused: { zh: '下载有误的行', en: 'Rows that are wrong' },
  nothing: { zh: '没有需要导入的内容。', en: 'There is nothing to import.' },
  allWrong: { zh: '没有一行可以导入,请先更正。', en: 'No row can be imported; please correct them first.' },
};

type Actions = {
  busy: boolean;
  commit: (withoutWrong: boolean) => void;
  cancel: () => void;
  checkAgain: () => void;
  undo: () => void;
  close: () => void;
};

function CommitButton({ job, busy, commit }: { job: Job } & Pick<Actions, 'busy' | 'commit'>) {
  const { say } = useWords();
  const good = totalOf(job, 'new') + totalOf(job, 'changed');
  const wrong = totalOf(job, 'wrong');
  if (job.state !== 'ready') return null;
  if (good === 0) return <span className="muted">{say(wrong > 0 ? words.allWrong : words.nothing)}</span>;
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

function Buttons({ job, busy, commit, checkAgain, undo, close }: { job: Job } & Omit<Actions, 'cancel'>) {
  const { say } = useWords();
  const { message, modal } = App.useApp();
  const askUndo = () =>
    modal.confirm({
      title: say(words.undoAsk),
      content: say(words.undoText),
      okText: say(words.undo),
      okButtonProps: { danger: true },
      onOk: undo,
    });
  const refused = () =>
    download(`/imports/${job.id}/refused.xlsx`, 'refused.xlsx').catch((error: unknown) => {
      message.error(say(errorWords(error)));
    });
  return (
    <div className="import-actions">
      <CommitButton job={job} busy={busy} commit={commit} />
      {totalOf(job, 'wrong') > 0 && <Button onClick={() => void refused()}>{say(words.refused)}</Button>}
      <FirstPasswords job={job} />
      {job.checkable && (
        <Button type={job.state === 'failed' ? 'primary' : 'default'} disabled={busy} onClick={checkAgain}>
          {say(words.checkAgain)}
        </Button>
      )}
      {job.undoable && (
        <Button danger disabled={busy} onClick={askUndo}>
          {say(words.undo)}
        </Button>
      )}
      <Button disabled={busy} onClick={close}>
        {say(words.other)}
      </Button>
    </div>
  );
}

function Notices({ job }: { job: Job }) {
  const { say } = useWords();
  return job.notices.map(({ sheet, words: told, grave }) => (
    <p className={grave ? 'import-wrong' : 'muted'} key={`${sheet}-${told.zh}`}>
      {sheet}:{say(told)}
    </p>
  ));
}

/** What became of the import: how many rows came in, and how many did not. */
function Done({ job }: { job: Job }) {
  const { say } = useWords();
  const [fresh, changed, wrong] = [totalOf(job, 'new'), totalOf(job, 'changed'), totalOf(job, 'wrong')];
  const left =
    wrong > 0
      ? { zh: `,${wrong} 行有误,没有导入`, en: `; ${wrong} wrong rows left out` }
      : { zh: '', en: '' };
  return (
    <Alert
      type="success"
      showIcon
      message={say({
        zh: `已导入:新增 ${fresh} 条,修改 ${changed} 条${left.zh}。`,
        en: `Imported: ${fresh} new, ${changed} changed${left.en}.`,
      })}
    />
  );
}

/** An import from the first row read to its outcome. */
export function JobView({ job, cancel, ...actions }: { job: Job } & Actions) {
  const { say } = useWords();
  const working = isWorking(job);
  return (
    <>
      <section className="panel import-job">
        <div className="import-head">
          <strong>{job.fileName}</strong> <span role="status">{say(STATE_WORDS[job.state])}</span>
        </div>
        {working && <JobProgress job={job} cancel={cancel} />}
        {job.error && <Alert type="error" showIcon message={job.error.message} />}
        {job.state === 'done' && <Done job={job} />}
        {job.sheets.length > 0 && <Counts job={job} />}
        <Notices job={job} />
        {!working && <Buttons job={job} {...actions} />}
      </section>
      {!working && <Problems job={job} />}
      {!working && job.sheets.length > 0 && <Rows key={job.id + job.state} job={job} />}
    </>
  );
}
