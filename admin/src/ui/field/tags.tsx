import { daysBetween } from '@jiedui/shared/calendar';
import { optionWords } from '../../models/words';
import { useWords } from '../../providers/i18n';
import { useSession } from '../../providers/session';
import { Tag, toneOf } from '../tone';

/** A record's state in words, coloured. */
export function StateTag({ resource, state }: { resource: string; state: unknown }) {
  const { say } = useWords();
  const value = String(state ?? '');
  return value ? <Tag tone={toneOf(value)}>{say(optionWords(resource, 'state', value))}</Tag> : null;
}

const MARK = { zh: '示例', en: 'Example' };

/** Marks what belongs to the demonstration, unless the name beside it says so already. */
export function ExampleTag({ example, name = '' }: { example: unknown; name?: string }) {
  const { say } = useWords();
  const mark = say(MARK);
  return example === true && !name.includes(mark) ? <Tag>{mark}</Tag> : null;
}

/** By how many days something is late, or how many are left when that is soon; nothing otherwise. */
export function LateTag({ dueOn, soon = 7 }: { dueOn: string | null | undefined; soon?: number }) {
  const { say } = useWords();
  const { today } = useSession();
  if (!dueOn) return null;
  const left = daysBetween(today, dueOn);
  if (left < 0) {
    return <Tag tone="red">{say({ zh: `逾期 ${-left} 天`, en: `${-left} days late` })}</Tag>;
  }
  if (left > soon) return null;
  return (
    <Tag tone="amber">
      {left === 0
        ? say({ zh: '今天到期', en: 'Due today' })
        : say({ zh: `还有 ${left} 天`, en: `${left} days left` })}
    </Tag>
  );
}
