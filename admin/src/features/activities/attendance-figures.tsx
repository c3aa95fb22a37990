import { App, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { errorWords } from '../../providers/errors';
import { http } from '../../providers/http';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { useWrites } from '../../ui/use-writes';

type Sum = { people: number; minutes: number };
export type ActivityHours = {
  reported: { people: number | null; minutes: number | null };
  entered: Sum & { registered: number };
  theirs: Sum & { waiting: number };
  people: { documentId: string; name: string; ours: number | null; theirs: number | null }[];
};

const words = {
  reported: { zh: '活动报送', en: 'As reported' },
  entered: { zh: '逐人登记', en: 'Entered one by one' },
  theirs: { zh: 'i志愿', en: 'iVolunteer' },
  registered: { zh: '其中已注册i志愿', en: 'Registered among them' },
  differ: { zh: '两边不一致的人', en: 'People who differ' },
  adopt: { zh: '把只在i志愿的人登记进来', en: 'Enter those who are only there' },
  none: { zh: '没有', en: 'none' },
};

/** Where the three do not agree, people see it; nothing is put right by itself. */
export function Figures({ hours }: { hours: ActivityHours }) {
  const { say } = useWords();
  const sum = (one: { people: number | null; minutes: number | null }) =>
    one.people === null && one.minutes === null
      ? say(words.none)
      : say({
          zh: `${one.people ?? '—'}人 ${one.minutes ?? '—'}分钟`,
          en: `${one.people ?? '—'} · ${one.minutes ?? '—'} min`,
        });
  const { reported, entered, theirs } = hours;
  const differs =
    reported.people !== null &&
    entered.people > 0 &&
    (reported.people !== entered.people || reported.minutes !== entered.minutes);
  return (
    <dl className="facts">
      <div>
        <dt>{say(words.reported)}</dt>
        <dd>{sum(reported)}</dd>
      </div>
      <div>
        <dt>{say(words.entered)}</dt>
        <dd className={differs ? 'attendance-differs' : undefined}>
          {entered.people === 0 ? say(words.none) : sum(entered)}
          {differs && say({ zh: '(与报送不一致)', en: ' (not as reported)' })}
        </dd>
      </div>
      {entered.people > 0 && (
        <div>
          <dt>{say(words.registered)}</dt>
          <dd>{`${entered.registered}/${entered.people}`}</dd>
        </div>
      )}
      {(theirs.people > 0 || theirs.waiting > 0) && (
        <div>
          <dt>{say(words.theirs)}</dt>
          <dd>
            {sum(theirs)}
            {theirs.waiting > 0 &&
              say({ zh: `,${theirs.waiting}行待处理`, en: `, ${theirs.waiting} waiting` })}
          </dd>
        </div>
      )}
    </dl>
  );
}

export function Differing({ people, adopt }: Pick<ActivityHours, 'people'> & { adopt: ReactNode }) {
  const { say } = useWords();
  const minutes = (value: number | null) =>
    value === null ? say(words.none) : say({ zh: `${value}分钟`, en: `${value} min` });
  return (
    <>
      <h3>{say(words.differ)}</h3>
      <ul className="attendance-people">
        {people.map((one) => (
          <li key={one.documentId}>
            <strong>{one.name}</strong>{' '}
            <span className="muted">
              {`${say(words.entered)} ${minutes(one.ours)} · ${say(words.theirs)} ${minutes(one.theirs)}`}
            </span>
          </li>
        ))}
      </ul>
      {people.some(({ ours }) => ours === null) && adopt}
    </>
  );
}

/** Enters those whom only the other system has. */
export function Adopt({ activity, onDone }: { activity: Row; onDone: () => void }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const { readAgain } = useWrites('attendances');
  const [busy, setBusy] = useState(false);
  const adopt = async () => {
    setBusy(true);
    try {
      const { data } = await http.post<{ data: { entered: number } }>(
        `/hours/activities/${activity.id}/adopt`,
        {},
      );
      const { entered } = data.data;
      message.success(say({ zh: `已登记 ${entered} 人。`, en: `${entered} entered.` }));
      await readAgain();
      onDone();
    } catch (error) {
      message.error(say(errorWords(error)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button loading={busy} onClick={() => void adopt()}>
      {say(words.adopt)}
    </Button>
  );
}
