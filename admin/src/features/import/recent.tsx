import { Button } from 'antd';
import { useWords } from '../../providers/i18n';
import { formatInstant } from '../../ui/field/format';
import { useRead } from '../../ui/use-read';
import { type Job, KINDS, STATE_WORDS, totalOf } from './use-import';

const words = {
  title: { zh: '最近的导入(保留 7 天)', en: 'Recent imports (kept for 7 days)' },
  file: { zh: '工作簿', en: 'Workbook' },
  when: { zh: '上传时间', en: 'Sent' },
  state: { zh: '结果', en: 'Outcome' },
  rows: { zh: '行数', en: 'Rows' },
};

/** What was begun lately: who closed the page in the middle finds the way back to it. */
export function Recent({ open }: { open: (job: Job) => void }) {
  const { say } = useWords();
  const { data } = useRead<Job[]>('/imports');
  const jobs = (data ?? []).filter(({ state }) => state !== 'cancelled');
  if (jobs.length === 0) return null;
  return (
    <section className="panel import-rows">
      <h2>{say(words.title)}</h2>
      <div className="import-scroll">
        <table className="plain">
          <thead>
            <tr>
              {[words.file, words.when, words.state, words.rows].map((heading) => (
                <th scope="col" key={heading.en}>
                  {say(heading)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {jobs.map((job) => (
              <tr key={job.id}>
                <th scope="row">
                  <Button type="link" size="small" onClick={() => open(job)}>
                    {job.fileName}
                  </Button>
                </th>
                <td>{formatInstant(job.createdAt)}</td>
                <td>
                  {say(STATE_WORDS[job.state])}
                  {job.error && `:${job.error.message}`}
                </td>
                <td className="number" data-label={say(words.rows)}>
                  {KINDS.reduce((sum, kind) => sum + totalOf(job, kind), 0)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
