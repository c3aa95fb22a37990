import { useWords } from '../../providers/i18n';
import { Tag, type Tone } from '../../ui/tone';

const SOON = 7;

const toneOf = (days: number): Tone => (days < 0 ? 'red' : days <= SOON ? 'amber' : 'neutral');

/** How many days are left, or by how many something is late. */
export function DaysTag({ days }: { days: number }) {
  const { say } = useWords();
  const text =
    days < 0
      ? { zh: `逾期 ${-days} 天`, en: `${-days} days late` }
      : days === 0
        ? { zh: '今天到期', en: 'Due today' }
        : { zh: `还有 ${days} 天`, en: `${days} days left` };
  return <Tag tone={toneOf(days)}>{say(text)}</Tag>;
}
