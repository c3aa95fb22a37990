import type { DeadlineEntry, FocusWeekStrip } from '@jiedui/shared/workbench';
import { Link } from 'react-router';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { DaysTag } from './days-tag';

/** The focus week that runs or comes next, with a way to its activities. */
export function FocusWeekPanel({ week }: { week: FocusWeekStrip }) {
  const { say } = useWords();
  const { may } = useAccess();
  const text = {
    now: { zh: `正在进行,还剩 ${week.days} 天`, en: `Now; ${week.days} days left` },
    ahead: { zh: `${week.days} 天后开始`, en: `Begins in ${week.days} days` },
    over: { zh: `本月已结束 ${week.days} 天`, en: `Ended ${week.days} days ago` },
  }[week.state];
  return (
    <section className="panel" aria-labelledby="focus-week">
      <h2 id="focus-week">{say({ zh: '集中活动周', en: 'Focus week' })}</h2>
      <p className={`focus-strip focus-${week.state}`}>
        <strong>
          {week.from} – {week.to}
        </strong>
        <span>{say(text)}</span>
      </p>
      {may('read', 'activities') && (
        <Link to={`/activities?from=${week.from}&to=${week.to}`}>
          {say({ zh: '查看本周活动', en: 'Activities of that week' })}
        </Link>
      )}
    </section>
  );
}

/** Reports that the plan asks for. Whether one has come in is not known here, so a past one is not called late. */
export function DeadlinePanel({ deadlines }: { deadlines: readonly DeadlineEntry[] }) {
  const { say } = useWords();
  if (deadlines.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="deadlines">
      <h2 id="deadlines">{say({ zh: '报送期限', en: 'Report deadlines' })}</h2>
      <ul className="deadlines">
        {deadlines.map((deadline) => (
          <li key={deadline.code}>
            <span>{say(deadline.words)}</span>
            <time dateTime={deadline.dueOn}>{deadline.dueOn}</time>
            {deadline.state === 'overdue' ? (
              <span className="muted">
                {say({ zh: `已过 ${deadline.days} 天`, en: `${deadline.days} days ago` })}
              </span>
            ) : (
              <DaysTag days={deadline.days} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
