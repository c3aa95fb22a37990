import { Button, Progress, Spin } from 'antd';
import { useWords } from '../../providers/i18n';
import { type Job, type Sending, STATE_WORDS } from './use-import';

const words = {
  sending: { zh: '正在上传', en: 'Sending' },
  opening: { zh: '正在打开工作簿', en: 'Opening the workbook' },
  cancel: { zh: '取消', en: 'Cancel' },
};

type Props = { label: string; percent: number | null; note: string; cancel?: () => void };

/** A bar where the end is known, a word where it is not, and the way out as long as nothing is written. */
function Bar({ label, percent, note, cancel }: Props) {
  const { say } = useWords();
  return (
    <div className="import-progress">
      {percent === null ? (
        <Spin size="small" aria-label={label} />
      ) : (
        <Progress percent={percent} size="small" aria-label={label} />
      )}
      <span className="muted">{note}</span>
      {cancel && (
        <Button size="small" onClick={cancel}>
          {say(words.cancel)}
        </Button>
      )}
    </div>
  );
}

export function SendingView({ sending, cancel }: { sending: Sending; cancel: () => void }) {
  const { say } = useWords();
  return (
    <section className="panel import-job">
      <div className="import-head">
        <strong>{sending.fileName}</strong> <span role="status">{say(words.sending)}</span>
      </div>
      <Bar label={say(words.sending)} percent={sending.percent} note="" cancel={cancel} />
    </section>
  );
}

/** How far a job is that the server works on. */
export function JobProgress({ job, cancel }: { job: Job; cancel: () => void }) {
  const { say } = useWords();
  const { done, total } = job.progress;
  const note =
    done > 0 && total === 0
      ? say({ zh: `已读取 ${done} 行`, en: `${done} rows read` })
      : say(job.state === 'reading' ? words.opening : { zh: '', en: '' });
  return (
    <Bar
      label={say(STATE_WORDS[job.state])}
      percent={total > 0 && job.state === 'checking' ? Math.floor((done / total) * 100) : null}
      note={note}
      cancel={job.state === 'committing' ? undefined : cancel}
    />
  );
}
