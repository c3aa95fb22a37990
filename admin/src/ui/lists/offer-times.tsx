import { type OfferTimes, offerTimesSchema } from '@jiedui/shared/activity';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useWords } from '../../providers/i18n';
import './offers.css';

const DAYS = ['一', '二', '三', '四', '五', '六', '日'];
const DAYS_EN = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const USUAL = { weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' };

const words = {
  any: { zh: '不填表示随时可用。', en: 'Without any it is there at any time.' },
  add: { zh: '添加时段', en: 'Add a span' },
  remove: { zh: '删去', en: 'Remove' },
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'To' },
};

/** When an offer is there, in words: 周一、周三 09:00–11:30. */
export function useTimesWords() {
  const { say } = useWords();
  return (value: unknown): string => {
    const read = offerTimesSchema.safeParse(value ?? []);
    if (!read.success || read.data.length === 0) return say({ zh: '随时', en: 'Any time' });
    return read.data
      .map(({ weekdays, from, to }) => {
        const days = [...weekdays].sort();
        const zh = days.map((day) => `周${DAYS[day - 1]}`).join('、');
        const en = days.map((day) => DAYS_EN[day - 1]).join(', ');
        return say({ zh: `${zh} ${from}–${to}`, en: `${en} ${from}–${to}` });
      })
      .join(';');
  };
}

function spansOf(text: unknown): OfferTimes {
  if (typeof text !== 'string') return [];
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? (value as OfferTimes) : [];
  } catch {
    return [];
  }
}

type Props = { id?: string; value?: string | null; onChange?: (value: string | null) => void };

/** Chooses weekdays and times of day. The form keeps them as the text of a structure. */
export function OfferTimesInput({ id, value, onChange }: Props) {
  const { say } = useWords();
  // What is half typed is kept here: the form has it all the same and the server says what is wrong with it.
  const [spans, setSpans] = useState(() => spansOf(value));
  const change = (next: OfferTimes) => {
    setSpans(next);
    onChange?.(next.length > 0 ? JSON.stringify(next) : null);
  };
  const set = (at: number, values: Partial<OfferTimes[number]>) =>
    change(spans.map((span, index) => (index === at ? { ...span, ...values } : span)));
  return (
    <div id={id} className="offer-times">
      {spans.length === 0 && <p className="muted">{say(words.any)}</p>}
      {spans.map((span, at) => (
        // Spans have nothing but their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: a span is told from the others by its place alone
        <div key={at} className="offer-span">
          <Checkbox.Group
            value={span.weekdays}
            options={DAYS.map((day, index) => ({
              value: index + 1,
              label: say({ zh: day, en: DAYS_EN[index] ?? '' }),
            }))}
            onChange={(weekdays) => set(at, { weekdays: weekdays as number[] })}
          />
          <div className="offer-hours">
            {(['from', 'to'] as const).map((end) => (
              <Input
                key={end}
                aria-label={`${say(words[end])} ${at + 1}`}
                prefix={say(words[end])}
                maxLength={5}
                value={span[end]}
                onChange={({ target: { value: time } }) =>
                  set(at, end === 'from' ? { from: time } : { to: time })
                }
              />
            ))}
            <Button onClick={() => change(spans.filter((_, index) => index !== at))}>
              {say(words.remove)}
            </Button>
          </div>
        </div>
      ))}
      <Button onClick={() => change([...spans, USUAL])}>{say(words.add)}</Button>
    </div>
  );
}
