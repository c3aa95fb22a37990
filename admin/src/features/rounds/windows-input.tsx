import { readWindows, type SourceWindow, type SourceWindows } from '@jiedui/shared/round';
import { SOURCE_CODES, SOURCE_WORDS, type SourceCode } from '@jiedui/shared/rubric';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useWords } from '../../providers/i18n';
import './round.css';

type Props = { id?: string; value?: unknown; onChange?: (value: SourceWindows) => void };

const rangeOf = (window: SourceWindow | undefined): [dayjs.Dayjs, dayjs.Dayjs] | null =>
  window ? [dayjs(window.opensOn), dayjs(window.closesOn)] : null;

/** The first and the last day of each source that has its own; the others go by the round's. */
export function WindowsInput({ id, value, onChange }: Props) {
  const { say } = useWords();
  const windows = readWindows(value) ?? {};
  const choose = (source: SourceCode, days: readonly string[]) => {
    const { [source]: _, ...others } = windows;
    const [opensOn, closesOn] = days;
    onChange?.(opensOn && closesOn ? { ...others, [source]: { opensOn, closesOn } } : others);
  };
  return (
    <ul className="round-windows" {...(id ? { id } : {})}>
      {SOURCE_CODES.map((source) => (
        <li key={source}>
          <span>{say(SOURCE_WORDS[source])}</span>
          <DatePicker.RangePicker
            aria-label={say(SOURCE_WORDS[source])}
            value={rangeOf(windows[source])}
            onChange={(_days, texts) => choose(source, texts ?? [])}
          />
        </li>
      ))}
    </ul>
  );
}
