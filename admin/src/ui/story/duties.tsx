import { DUTY_WORDS } from '@jiedui/shared/story';
import { useWords } from '../../providers/i18n';
import { Tag } from '../tone';
import './duties.css';
import { DUTY_LOOK, dutyDays, periodOf, type UnitDuty } from './duty-look';

/** How a unit stands with its duty of stories, period by period. */
export function Duties({ duties }: { duties: readonly UnitDuty[] }) {
  const { say } = useWords();
  if (duties.length === 0) return <span className="muted">—</span>;
  return (
    <ul className="story-duties">
      {duties.map((duty) => {
        const { tone, sign } = DUTY_LOOK[duty.state];
        return (
          <li key={duty.code + duty.key} title={`${duty.from} – ${duty.to}`}>
            <Tag tone={tone}>
              {sign} {say(DUTY_WORDS[duty.state])}
            </Tag>{' '}
            <span className="muted">
              {periodOf(duty)} {say(dutyDays(duty))}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
