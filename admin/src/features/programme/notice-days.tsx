import { DEFAULT_NOTICE_DAYS } from '@jiedui/shared/activity';
import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { useProgrammeChange } from './use-programme-change';

type Programme = { documentId: string; rev: number; noticeDays?: number | null };

const words = {
  label: { zh: '公开发布至少提前天数', en: 'Days of public notice' },
  note: {
    zh: '方案要求活动前公开发布,未写明天数;默认提前 1 天为系统约定。',
    en: 'The plan asks for notice before the activity and names no days; one day is ours.',
  },
  save: { zh: '保存', en: 'Save' },
};

/** By how many days before an activity its site has to announce it. */
export function NoticeDays({ programme }: { programme: Programme }) {
  const { say } = useWords();
  const { may, writes } = useAccess();
  const { busy, change } = useProgrammeChange(programme);
  const now = programme.noticeDays ?? DEFAULT_NOTICE_DAYS;
  const [days, setDays] = useState<number | null>(now);
  const editable = may('update', 'programmes') && writes('programmes', 'noticeDays');
  return (
    <div className="rule-pack">
      <span>{say(words.label)}</span>
      {editable ? (
        <InputNumber
          min={0}
          max={30}
          precision={0}
          value={days}
          onChange={setDays}
          aria-label={say(words.label)}
        />
      ) : (
        <strong>{now}</strong>
      )}
      {editable && days !== null && days !== now && (
        <Button type="primary" loading={busy} onClick={() => void change({ noticeDays: days })}>
          {say(words.save)}
        </Button>
      )}
      <span className="muted">{say(words.note)}</span>
    </div>
  );
}
