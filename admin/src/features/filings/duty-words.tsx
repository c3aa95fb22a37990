import { ONCE, STANDING_WORDS } from '@jiedui/shared/filing';
import { lastDay } from '@jiedui/shared/programme';
import type { ReactNode } from 'react';
import { useWords } from '../../providers/i18n';
import { LateTag } from '../../ui/field/tags';
import { Tag } from '../../ui/tone';
import { type Duty, type Party, STANDING_TONE } from './filing-data';

const words = {
  due: { zh: '截止', en: 'Due' },
  data: { zh: '数据截至', en: 'Data until' },
  addenda: { zh: '补报截止', en: 'Addenda until' },
};

/** The name of a duty, with its month where it comes every month. */
export const dutyTitle = ({ requirement, period }: Duty): string =>
  period === null || period === ONCE ? requirement.title : `${requirement.title} · ${period}`;

/** The last day on which it is in time; how soon that is where it still is to be done. */
export function DueDay({ duty, open }: { duty: Duty; open: boolean }) {
  const day = lastDay(duty.due);
  return (
    <>
      <span className="nowrap">{day}</span> {open && <LateTag dueOn={day} />}
    </>
  );
}

/** The days of a duty, in one line where there is room; further facts may follow. */
export function DutyFacts({ duty, open, children }: { duty: Duty; open: boolean; children?: ReactNode }) {
  const { say } = useWords();
  return (
    <dl className="filing-facts">
      <dt>{say(words.due)}</dt>
      <dd>
        <DueDay duty={duty} open={open} />
      </dd>
      {duty.dataCutOff && (
        <>
          <dt>{say(words.data)}</dt>
          <dd>{duty.dataCutOff}</dd>
        </>
      )}
      {duty.addendaUntil && (
        <>
          <dt>{say(words.addenda)}</dt>
          <dd>{duty.addendaUntil}</dd>
        </>
      )}
      {children}
    </dl>
  );
}

/** How a party stands, in words; by how many days it was late. */
export function Standing({ party }: { party: Party }) {
  const { say } = useWords();
  const days = party.filing?.lateDays ?? 0;
  const late = party.standing === 'late' ? say({ zh: ` ${days} 天`, en: ` by ${days} days` }) : '';
  return <Tag tone={STANDING_TONE[party.standing]}>{`${say(STANDING_WORDS[party.standing])}${late}`}</Tag>;
}
