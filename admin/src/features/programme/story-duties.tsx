import { DEFAULT_STORY_DUTIES, type Programme, type StoryDuty } from '@jiedui/shared/programme';
import { Button } from 'antd';
import { useState } from 'react';
import { optionWords } from '../../models/words';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { PERIOD_WORDS } from './cadence-words';
import { RuleLines } from './rule-lines';
import { COUNTS_WORDS, StoryDutyForm } from './story-duty-form';
import { useProgrammeChange } from './use-programme-change';

type Row = Programme & { documentId: string; rev: number };

const words = {
  note: {
    zh: '各类单位在一个周期内应有的稿件篇数。方案要求广泛宣传,未写明篇数;默认值为系统约定。',
    en: 'How many stories each class of units owes in a period. The plan names no number; the default is ours.',
  },
  add: { zh: '新增任务', en: 'New duty' },
  defaults: { zh: '载入默认任务', en: 'Load the default' },
  none: { zh: '还没有稿件任务,各单位不计欠稿。', en: 'There is none: no unit owes a story.' },
  sure: { zh: '移除后不再按此任务统计。', en: 'It is not counted any more.' },
};

/** The duties of stories of the programme; the office adds, changes and removes them. */
export function StoryDuties({ programme }: { programme: Row }) {
  const { say } = useWords();
  const { may, writes } = useAccess();
  const { busy, change } = useProgrammeChange(programme);
  const [editing, setEditing] = useState<StoryDuty | 'new' | null>(null);
  const duties = programme.storyDuties ?? [];
  const mayEdit = may('update', 'programmes') && writes('programmes', 'storyDuties');
  return (
    <section className="panel">
      <p className="muted">{say(words.note)}</p>
      {mayEdit && (
        <div className="programme-reading">
          <Button onClick={() => setEditing('new')}>{say(words.add)}</Button>
          {duties.length === 0 && (
            <Button loading={busy} onClick={() => void change({ storyDuties: DEFAULT_STORY_DUTIES })}>
              {say(words.defaults)}
            </Button>
          )}
        </div>
      )}
      {duties.length === 0 && <p>{say(words.none)}</p>}
      <RuleLines
        rules={duties}
        line={(duty) => <DutyLine duty={duty} />}
        sure={mayEdit ? words.sure : null}
        onEdit={setEditing}
        onRemove={(duty) => void change({ storyDuties: duties.filter(({ code }) => code !== duty.code) })}
      />
      {editing && (
        <StoryDutyForm
          programme={programme}
          duty={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </section>
  );
}

function DutyLine({ duty }: { duty: StoryDuty }) {
  const { say } = useWords();
  const parts = [
    duty.unitClasses.map((unitClass) => say(optionWords('unit', 'unitClass', unitClass))).join('、'),
    say(PERIOD_WORDS[duty.period]),
    say({ zh: `至少 ${duty.minimum} 篇`, en: `at least ${duty.minimum}` }),
    say(COUNTS_WORDS[duty.counts]),
    `${duty.from} – ${duty.to}`,
  ];
  return (
    <>
      {parts.join(' · ')} <span className="muted">{duty.source}</span>
    </>
  );
}
