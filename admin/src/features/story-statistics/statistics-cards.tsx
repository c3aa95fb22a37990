import { COUNT_WORDS, countsOf } from '@jiedui/shared/story';
import { useWords } from '../../providers/i18n';
import { Duties } from '../../ui/story/duties';
import { listOf, type StatisticsRow } from './statistics-data';
import { Count, type Shown } from './statistics-table';

/** The same on a phone: one card a row. */
export function StatisticsCards({ statistics, asked }: Shown) {
  const { say } = useWords();
  const all: StatisticsRow = {
    key: '',
    name: say({ zh: '合计', en: 'All' }),
    counts: statistics.totals,
  };
  return (
    <ul className="record-cards">
      {[...statistics.rows, all].map((row) => (
        <li key={row.key} className="record-card">
          <div className="record-card-title">{row.name}</div>
          <dl className="story-card-counts">
            {countsOf(statistics.by).map((name) => (
              <div key={name}>
                <dt>{say(COUNT_WORDS[name])}</dt>
                <dd>
                  <Count
                    count={row.counts[name] ?? 0}
                    to={row.key === '' ? null : listOf(asked, row.key, name)}
                    label={`${row.name} ${say(COUNT_WORDS[name])}`}
                  />
                </dd>
              </div>
            ))}
          </dl>
          {row.duties && <Duties duties={row.duties} />}
        </li>
      ))}
    </ul>
  );
}
