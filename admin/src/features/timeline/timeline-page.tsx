import {
  type DayRange,
  daysBetween,
  intersect,
  lengthOf,
  monthRange,
  monthsBetween,
} from '@jiedui/shared/calendar';
import { type TimelineEntry, timelineOf } from '@jiedui/shared/planning';
import type { Deadline, Phase } from '@jiedui/shared/programme';
import { useMemo } from 'react';
import { useWords } from '../../providers/i18n';
import { type SessionProgramme, useSession } from '../../providers/session';
import { Notice } from '../../ui/notices';
import { Page } from '../../ui/page';
import { Tag, type Tone } from '../../ui/tone';
import { usePhone } from '../../ui/use-phone';
import './timeline.css';

const words = {
  title: { zh: '时间轴', en: 'Timeline' },
  none: { zh: '还没有现行的工作方案。', en: 'No programme is in force.' },
  today: { zh: '今天', en: 'Today' },
};

const KINDS: Record<TimelineEntry['kind'], { zh: string; en: string }> = {
  phase: { zh: '阶段', en: 'Phases' },
  focusWeek: { zh: '集中活动周', en: 'Focus weeks' },
  deadline: { zh: '报送期限', en: 'Deadlines' },
};

const WHEN: Record<TimelineEntry['when'], { tone: Tone; words: { zh: string; en: string } }> = {
  past: { tone: 'neutral', words: { zh: '已过', en: 'Past' } },
  now: { tone: 'green', words: { zh: '进行中', en: 'Now' } },
  ahead: { tone: 'blue', words: { zh: '未到', en: 'Ahead' } },
};

const listOf = <T,>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : []);

function useTimeline(
  { startsOn, endsOn, phases, deadlines, focusWeekReading }: SessionProgramme,
  today: string,
) {
  return useMemo(
    () =>
      timelineOf(
        {
          startsOn,
          endsOn,
          focusWeekReading,
          phases: listOf<Phase>(phases),
          deadlines: listOf<Deadline>(deadlines),
        },
        today,
      ),
    [startsOn, endsOn, phases, deadlines, focusWeekReading, today],
  );
}

type Timeline = ReturnType<typeof timelineOf>;

const spanOf = ({ from, to }: TimelineEntry) => (from === to ? from : `${from} – ${to}`);

/** Months across, one line for each kind, today as a line through all of them. */
function Across({ span, entries, today }: Timeline & { today: string }) {
  const { say } = useWords();
  const whole = lengthOf(span);
  const at = (day: string) => (100 * daysBetween(span.from, day)) / whole;
  const place = (days: DayRange) => ({
    left: `${at(days.from)}%`,
    width: `${(100 * lengthOf(days)) / whole}%`,
  });
  return (
    <div className="panel timeline">
      <div className="timeline-months">
        {monthsBetween(span.from, span.to).map((month) => {
          const shown = intersect(monthRange(month), span) ?? span;
          return (
            <span key={month} style={place(shown)}>
              {month.slice(2)}
            </span>
          );
        })}
      </div>
      {(Object.keys(KINDS) as TimelineEntry['kind'][]).map((kind) => (
        <div key={kind} className="timeline-line">
          <span className="visually-hidden">{say(KINDS[kind])}</span>
          {entries
            .filter((entry) => entry.kind === kind)
            .map((entry) => (
              <span
                key={entry.key}
                className={`timeline-${kind} timeline-${entry.when}`}
                style={place(entry)}
                title={`${say(entry.words)} ${spanOf(entry)}`}
              >
                {kind === 'focusWeek' ? '' : say(entry.words)}
              </span>
            ))}
        </div>
      ))}
      {today >= span.from && today <= span.to && (
        <div className="timeline-today" style={{ left: `${at(today)}%` }}>
          <span>{`${say(words.today)} ${today.slice(5)}`}</span>
        </div>
      )}
    </div>
  );
}

/** One below the other, today between what has begun and what is ahead. */
function Down({ entries, today }: Timeline & { today: string }) {
  const { say } = useWords();
  const first = entries.findIndex(({ when }) => when === 'ahead');
  const mark = (
    <li key="today" className="timeline-here">
      {say(words.today)} {today}
    </li>
  );
  const items = entries.map((entry) => (
    <li key={`${entry.kind}${entry.key}`} className={`timeline-item timeline-${entry.when}`}>
      <div>
        {say(entry.words)} <Tag tone={WHEN[entry.when].tone}>{say(WHEN[entry.when].words)}</Tag>
      </div>
      <div className="muted">{spanOf(entry)}</div>
    </li>
  ));
  const at = first < 0 ? items.length : first;
  return <ol className="panel timeline-down">{[...items.slice(0, at), mark, ...items.slice(at)]}</ol>;
}

function Programme({ programme }: { programme: SessionProgramme }) {
  const { today } = useSession();
  const phone = usePhone();
  const timeline = useTimeline(programme, today);
  return (
    <>
      <p className="muted">{programme.name}</p>
      {!phone && <Across {...timeline} today={today} />}
      <Down {...timeline} today={today} />
    </>
  );
}

function TimelinePage() {
  const { say } = useWords();
  const { programme } = useSession();
  return (
    <Page title={say(words.title)}>
      {programme ? <Programme programme={programme} /> : <Notice text={say(words.none)} />}
    </Page>
  );
}

export { TimelinePage as Component };
