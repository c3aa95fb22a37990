import { useWords } from '../../providers/i18n';
import type { Job } from './use-import';

const words = {
  title: { zh: '重复最多的错误', en: 'The most frequent errors' },
  blank: { zh: '没有填写', en: 'is empty' },
};

/** What many rows have wrong alike: corrected once in the workbook, it is corrected everywhere. */
export function Problems({ job }: { job: Job }) {
  const { say } = useWords();
  if (job.problems.length === 0) return null;
  return (
    <section className="panel import-rows">
      <h2>{say(words.title)}</h2>
      <ul className="import-errors">
        {job.problems.map(({ sheet, column, found, expected, count, row }) => (
          <li key={`${sheet}-${column}-${found}-${expected.zh}`}>
            <strong>
              {say({ zh: `${count} 行`, en: `${count} rows` })} {sheet} {column.replace('*', '')}
            </strong>{' '}
            {say(found ? { zh: `填写为“${found}”`, en: `has “${found}”` } : words.blank)}
            {say({
              zh: `(从第 ${row} 行起),应为:${expected.zh}`,
              en: ` (from row ${row}); expected: ${expected.en}`,
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
