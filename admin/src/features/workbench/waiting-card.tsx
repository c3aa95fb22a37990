import { Link } from 'react-router';
import { useWords } from '../../providers/i18n';
import { ExampleTag } from '../../ui/field/tags';
import { DaysTag } from './days-tag';
import type { WaitingCard as Card } from './workbench';

/** One kind of waiting work: its number leads to the whole list, each row to its record. */
export function WaitingCard({ card }: { card: Card }) {
  const { say } = useWords();
  const id = `waiting-${card.key}`;
  const rest = card.count - card.rows.length;
  return (
    <section className="panel waiting" aria-labelledby={id}>
      <div className="waiting-head">
        <h2 id={id}>
          <Link to={card.to}>{say(card.words)}</Link>
        </h2>
        {card.days !== null && <DaysTag days={card.days} />}
        <span className="waiting-count">{card.count}</span>
      </div>
      <ul className="waiting-rows">
        {card.rows.map((row) => (
          <li key={row.documentId}>
            <span>
              <Link to={row.to}>{row.title}</Link> <ExampleTag example={row.example} name={row.title} />
            </span>
            <span className="waiting-sub">{row.sub}</span>
            {row.day && <time dateTime={row.day}>{row.day}</time>}
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Link className="waiting-more" to={card.to}>
          {say({ zh: `另有 ${rest} 条,查看全部`, en: `${rest} more; see all` })}
        </Link>
      )}
    </section>
  );
}
