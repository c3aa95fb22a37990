import type { Month } from '@jiedui/shared/calendar';
import { readSchedule } from '@jiedui/shared/planning';
import type { Words } from '@jiedui/shared/text';
import { Alert, Input } from 'antd';
import { useState } from 'react';
import { useWords } from '../../providers/i18n';
import { type Draft, draftOf } from './drafts';
import type { Names } from './use-fill-source';

const words = {
  label: { zh: '粘贴处', en: 'Paste here' },
  help: {
    zh: '在 Excel 或 WPS 表格中选中安排(连同表头)并复制,再粘贴到下面。认得的表头:日期、时间、活动名称、活动类别、开展单位、地点、负责人。',
    en: 'Copy the schedule with its headings from a sheet and paste it below.',
  },
};

/** Takes what was copied from a sheet and gives its rows; says at once what could not be read. */
export function PasteBox({
  month,
  names,
  onRead,
}: {
  month: Month;
  names: Names;
  onRead: (drafts: Draft[]) => void;
}) {
  const { say } = useWords();
  const [said, setSaid] = useState<{ refused: Words | null; unread: string[] }>({
    refused: null,
    unread: [],
  });
  const read = (text: string) => {
    const sheet = text.trim() ? readSchedule(text, month, names) : { rows: [], unread: [], refused: null };
    setSaid(sheet);
    onRead(sheet.rows.map(({ values, problems }) => draftOf(values, null, problems)));
  };
  return (
    <div className="paste-box">
      <p className="muted">{say(words.help)}</p>
      <Input.TextArea
        rows={4}
        aria-label={say(words.label)}
        placeholder={say(words.label)}
        onChange={({ target }) => read(target.value)}
      />
      {said.refused && <Alert type="error" showIcon message={say(said.refused)} />}
      {said.unread.length > 0 && (
        <Alert
          type="warning"
          showIcon
          message={say({
            zh: `没有读取这些列:${said.unread.join('、')}`,
            en: `Columns not read: ${said.unread.join(', ')}`,
          })}
        />
      )}
    </div>
  );
}
