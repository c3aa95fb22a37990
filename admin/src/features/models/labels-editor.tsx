import type { Locale, Words } from '@jiedui/shared/text';
import { Button, Collapse, Input } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useWords } from '../../providers/i18n';
import { Notice } from '../../ui/notices';
import { type LabelGroup, type LabelRow, labelGroups, withTyped } from './label-rows';
import { type Draft, modelActions } from './model-api';
import { useAction } from './use-action';

const words = {
  none: {
    zh: '草稿中没有新的类型或字段。自带字段的名称在“词语”中修改。',
    en: 'The draft holds no types or fields of your own. The words of the program are changed under Words.',
  },
  identifier: { zh: '标识', en: 'Identifier' },
  zh: { zh: '中文', en: 'Chinese' },
  en: { zh: '英文', en: 'English' },
  help: { zh: '填写说明', en: 'Help' },
  save: { zh: '保存名称', en: 'Save the names' },
};

type Typed = Record<string, Partial<Words>>;
type Change = (key: string, locale: Locale, text: string) => void;

function Cell({ row, locale, change }: { row: LabelRow; locale: Locale; change: Change }) {
  const { say } = useWords();
  return (
    <Input
      defaultValue={row.words[locale]}
      maxLength={60}
      aria-label={`${row.name} · ${say(words[locale])}`}
      onChange={(event) => change(row.key, locale, event.target.value)}
    />
  );
}

/** Help is one text in both languages until somebody needs two. */
function Help({ row, change }: { row: LabelRow; change: Change }) {
  const { say } = useWords();
  if (row.depth !== 1) return null;
  return (
    <Input
      defaultValue={row.help?.zh ?? ''}
      maxLength={200}
      aria-label={`${row.name} · ${say(words.help)}`}
      onChange={(event) => {
        change(`${row.key}?`, 'zh', event.target.value);
        change(`${row.key}?`, 'en', event.target.value);
      }}
    />
  );
}

function Group({ group, change }: { group: LabelGroup; change: Change }) {
  const { say } = useWords();
  return (
    <div className="label-table-scroll">
      <table className="label-table">
        <thead>
          <tr>
            <th scope="col">{say(words.identifier)}</th>
            <th scope="col">{say(words.zh)}</th>
            <th scope="col">{say(words.en)}</th>
            <th scope="col">{say(words.help)}</th>
          </tr>
        </thead>
        <tbody>
          {group.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row" className={`label-depth-${row.depth}`}>
                <code>{row.name}</code>
              </th>
              <td>
                <Cell row={row} locale="zh" change={change} />
              </td>
              <td>
                <Cell row={row} locale="en" change={change} />
              </td>
              <td>
                <Help row={row} change={change} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The words of what the office has made, in both languages. */
export function LabelsEditor({ draft, onSaved }: { draft: Draft; onSaved: () => void }) {
  const { say } = useWords();
  const { busy, run } = useAction();
  const groups = useMemo(() => labelGroups(draft.described), [draft]);
  const typed = useRef<Typed>({});
  const [touched, setTouched] = useState(false);

  const change: Change = (key, locale, text) => {
    typed.current[key] = { ...typed.current[key], [locale]: text };
    setTouched(true);
  };
  const save = async () => {
    const shown = new Map(groups.flatMap(({ rows }) => rows.map((row) => [row.key, row.words] as const)));
    const labels = withTyped(draft.set.labels, typed.current, shown);
    if (await run(() => modelActions.changeDraft(draft.rev, { labels }))) onSaved();
  };

  if (groups.length === 0) return <Notice text={say(words.none)} />;
  return (
    <div className="panel">
      <Collapse
        defaultActiveKey={groups.slice(0, 3).map(({ key }) => key)}
        items={groups.map((group) => ({
          key: group.key,
          label: say(group.words),
          children: <Group group={group} change={change} />,
        }))}
      />
      <div className="model-actions">
        <Button type="primary" loading={busy} disabled={!touched} onClick={() => void save()}>
          {say(words.save)}
        </Button>
      </div>
    </div>
  );
}
