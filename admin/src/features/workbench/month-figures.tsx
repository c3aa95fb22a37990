import { monthOf } from '@jiedui/shared/calendar';
import { acceptsScores } from '@jiedui/shared/round';
import { machineOf } from '@jiedui/shared/workflow';
import { Link } from 'react-router';
import { optionWords } from '../../models/words';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { useSession } from '../../providers/session';
import { useRead } from '../../ui/use-read';

type DayCount = { day: string; count: number; states: Record<string, number> };
type Progress = { assignments: number; submitted: number };

/** How many activities the month has, by state, in the order of an activity's life. */
function MonthFigures() {
  const { say } = useWords();
  const { today } = useSession();
  const month = monthOf(today);
  const { data } = useRead<DayCount[]>('/activities/by-day', { month });
  if (!data) return null;
  const total = data.reduce((sum, day) => sum + day.count, 0);
  const states = (machineOf('activity')?.states ?? []).map((state) => ({
    state,
    count: data.reduce((sum, day) => sum + (day.states[state] ?? 0), 0),
  }));
  return (
    <li>
      <Link to="/calendar">{say({ zh: `本月活动 ${total} 场`, en: `${total} activities this month` })}</Link>
      {states
        .filter(({ count }) => count > 0)
        .map(({ state, count }) => (
          <span key={state}>
            {say(optionWords('activity', 'state', state))} <b>{count}</b>
          </span>
        ))}
    </li>
  );
}

function RoundFigures({ round }: { round: { documentId: string; name: string } }) {
  const { say } = useWords();
  const { data } = useRead<Progress>(`/rounds/${round.documentId}/progress`);
  if (!data) return null;
  return (
    <li>
      <Link to={`/rounds/${round.documentId}`}>{round.name}</Link>
      <span>
        {say({ zh: '已提交', en: 'Submitted' })}{' '}
        <b>
          {data.submitted}/{data.assignments}
        </b>
      </span>
    </li>
  );
}

/** How we are doing: the month's activities and the open rounds, in one strip. */
export function Figures() {
  const { say } = useWords();
  const { may, has } = useAccess();
  const { rounds } = useSession();
  const open = has('readSummary') ? rounds.filter((round) => acceptsScores(round.state)) : [];
  if (!may('read', 'activities') && open.length === 0) return null;
  return (
    <ul className="panel figures" aria-label={say({ zh: '进展', en: 'How we are doing' })}>
      {may('read', 'activities') && <MonthFigures />}
      {open.map((round) => (
        <RoundFigures key={round.documentId} round={round} />
      ))}
    </ul>
  );
}
