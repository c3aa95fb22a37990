import type { Words } from '@jiedui/shared/text';
import { machineOf } from '@jiedui/shared/workflow';
import { Button, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { optionWords } from '../../models/words';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { formatInstant } from '../../ui/field/format';
import { ErrorNotice } from '../../ui/notices';
import { actionWords, ClockNote } from '../../ui/record/history';
import { useRead } from '../../ui/use-read';
import { VersionDiff } from './version-diff';

export type ListedVersion = {
  id: number;
  at: string;
  by: string;
  state: string;
  rev: number;
  label: string;
  /** The same for versions that say the same. */
  text: string;
};

const words = {
  before: { zh: '较早的版本', en: 'Earlier version' },
  after: { zh: '较晚的版本', en: 'Later version' },
  none: { zh: '还没有版本。', en: 'No versions yet.' },
  one: { zh: '只有一个版本,还没有可比较的。', en: 'There is only one version.' },
  print: { zh: '打印', en: 'Print' },
} satisfies Record<string, Words>;

/** What was done when a version came about: a step, or a plain save. */
const doneWords = ({ label }: ListedVersion): Words => {
  const isStep = Boolean(machineOf('story')?.transitions[label]);
  return actionWords('story', { action: label, transition: isStep ? label : null });
};

/** Two versions of a story beside each other: by default the last and what it said before that. */
export function VersionsTab({ row }: { row: Row }) {
  const { say } = useWords();
  const { data, error, refetch } = useRead<ListedVersion[]>(`/stories/${row.id}/versions`);
  const [chosen, setChosen] = useState<{ before?: number; after?: number }>({});
  if (error) return <ErrorNotice error={error} onRetry={refetch} />;
  if (!data) return <Skeleton active />;
  const [last] = data;
  if (!last) return <p className="muted">{say(words.none)}</p>;

  const after = chosen.after ?? last.id;
  const earlier = data.filter(({ id }) => id < after);
  // Steps keep a version too, and compared with such a one nothing would show.
  const text = data.find(({ id }) => id === after)?.text;
  const differing = earlier.find((one) => one.text !== text) ?? earlier[0];
  const before = earlier.some(({ id }) => id === chosen.before) ? chosen.before : differing?.id;
  const options = (versions: readonly ListedVersion[]) =>
    versions.map((one) => ({
      value: one.id,
      label: `${formatInstant(one.at)} ${say(doneWords(one))} · ${one.by} · ${say(optionWords('story', 'state', one.state))}`,
    }));
  const select = (
    name: 'before' | 'after',
    versions: readonly ListedVersion[],
    value: number | undefined,
  ) => (
    <div className="version-choice">
      <span>{say(words[name])}</span>
      <Select
        aria-label={say(words[name])}
        showSearch
        optionFilterProp="label"
        value={value ?? null}
        options={options(versions)}
        onChange={(id) => setChosen((now) => ({ ...now, [name]: id ?? undefined }))}
      />
    </div>
  );
  return (
    <section className="panel versions">
      <ClockNote />
      <div className="version-choices">
        {select('before', earlier, before)}
        {/* Nothing was before the first one. */}
        {select('after', data.length > 1 ? data.slice(0, -1) : data, after)}
        <Button className="no-print" onClick={() => window.print()}>
          {say(words.print)}
        </Button>
      </div>
      {before === undefined ? (
        <p className="muted">{say(words.one)}</p>
      ) : (
        <VersionDiff story={row.id} before={before} after={after} />
      )}
    </section>
  );
}
