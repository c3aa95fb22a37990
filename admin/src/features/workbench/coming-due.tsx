import { Button } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../../providers/i18n';
import { DaysTag } from './days-tag';
import type { DueRow, Workbench } from './workbench';

const partyOf = (row: DueRow): string => [row.unit, row.station].filter(Boolean).join(' · ');

/** What the cadence rules ask for soon: who, what, how far it is, by when. */
export function ComingDue({ due, onAll }: { due: NonNullable<Workbench['comingDue']>; onAll: () => void }) {
  const { say } = useWords();
  const rest = due.count === null ? 0 : due.count - due.rows.length;
  return (
    <section className="panel" aria-labelledby="coming-due">
      <h2 id="coming-due">
        {say({ zh: '近期应完成', en: 'Coming due' })}{' '}
        {due.count !== null && <span className="muted">{due.count}</span>}
      </h2>
      {due.rows.length === 0 && (
        <p className="muted">
          {due.count === null
            ? say({ zh: '数量过多,请在“结对”中按单位查看。', en: 'Too many to list; look by unit.' })
            : say({ zh: '近两周没有未完成的频次要求。', en: 'Nothing is open in the next two weeks.' })}
        </p>
      )}
      <ul className="due-rows">
        {due.rows.map((row) => (
          <li key={`${row.rule.code}-${row.to}-${row.window.key}`}>
            <Link to={row.to}>{partyOf(row)}</Link>
            <span className="due-facts">
              {say({
                zh: `已完成 ${row.done}/${row.minimum},已安排 ${row.scheduled}`,
                en: `done ${row.done} of ${row.minimum}, scheduled ${row.scheduled}`,
              })}
            </span>
            <DaysTag days={row.daysLeft} />
            <span className="due-rule">{say(row.rule.words)}</span>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button type="link" className="due-more" onClick={onAll}>
          {say({ zh: `另有 ${rest} 项,显示全部`, en: `${rest} more; show all` })}
        </Button>
      )}
    </section>
  );
}
