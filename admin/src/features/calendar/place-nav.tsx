import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { monthOf } from '@jiedui/shared/calendar';
import type { Words } from '@jiedui/shared/text';
import { Button, Segmented } from 'antd';
import { useWords } from '../../providers/i18n';
import { daysSeen, holds, neighbour, type Place, VIEWS, type View } from './place';

const VIEW_WORDS: Record<View, Words> = {
  month: { zh: '月', en: 'Month' },
  week: { zh: '周', en: 'Week' },
  agenda: { zh: '日程', en: 'Agenda' },
  day: { zh: '日', en: 'Day' },
};

const words = {
  views: { zh: '查看方式', en: 'View' },
  before: { zh: '往前', en: 'Earlier' },
  after: { zh: '往后', en: 'Later' },
  today: { zh: '今天', en: 'Today' },
};

function nameOf(place: Place): string {
  if (place.view === 'day') return place.date;
  if (place.view !== 'week') return monthOf(place.date);
  const { from, to } = daysSeen(place);
  return `${from} – ${to.slice(5)}`;
}

type Props = { place: Place; today: string; go: (place: Place) => void };

/** Which days are seen and how, with the way to others. */
export function PlaceNav({ place, today, go }: Props) {
  const { say } = useWords();
  return (
    <div className="calendar-nav">
      <Segmented
        aria-label={say(words.views)}
        value={place.view}
        options={VIEWS.map((value) => ({ value, label: say(VIEW_WORDS[value]) }))}
        onChange={(view) => go({ ...place, view })}
      />
      <Button
        icon={<LeftOutlined />}
        aria-label={say(words.before)}
        onClick={() => go(neighbour(place, -1))}
      />
      <strong>{nameOf(place)}</strong>
      <Button
        icon={<RightOutlined />}
        aria-label={say(words.after)}
        onClick={() => go(neighbour(place, 1))}
      />
      <Button disabled={holds(place, today)} onClick={() => go({ ...place, date: today })}>
        {say(words.today)}
      </Button>
    </div>
  );
}
