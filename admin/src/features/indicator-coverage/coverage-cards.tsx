import { Link } from 'react-router';
import { useWords } from '../../providers/i18n';
import { type Asked, activitiesOf, type Coverage, type Indicator } from './coverage-data';

type Props = { coverage: Coverage; asked: Asked };

/** The same on a phone: one card a row, what is served with its number, and the gaps by name. */
export function CoverageCards({ coverage: { indicators, rows }, asked }: Props) {
  const { say } = useWords();
  return (
    <ul className="record-cards">
      {rows.map((row) => {
        const served = indicators
          .map((indicator, at): [Indicator, number] => [indicator, row.counts[at] ?? 0])
          .filter(([, count]) => count > 0);
        const gaps = indicators.filter((_, at) => (row.counts[at] ?? 0) === 0);
        return (
          <li key={row.key} className="record-card">
            <div className="record-card-title">
              <span>{row.name}</span>
              <span className="muted">
                {served.length}/{indicators.length}
              </span>
            </div>
            <dl>
              <dt>{say({ zh: '已覆盖', en: 'Served' })}</dt>
              <dd>
                {served.length === 0 && '—'}
                {served.map(([indicator, count]) => (
                  <div key={indicator.documentId}>
                    <Link to={activitiesOf(asked, row, indicator)}>
                      {indicator.name} {count}
                    </Link>
                  </div>
                ))}
              </dd>
              <dt>{say({ zh: '缺口', en: 'Gaps' })}</dt>
              <dd>{gaps.length === 0 ? '—' : gaps.map(({ name }) => name).join('、')}</dd>
            </dl>
          </li>
        );
      })}
    </ul>
  );
}
