import { enumWords, type Words } from '@jiedui/shared/text';
import { App, Button, Select } from 'antd';
import { useState } from 'react';
import { useModel } from '../../models/store';
import { errorWords } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import { asLinked, type Row } from '../../providers/row';
import { ErrorNotice } from '../../ui/notices';
import { useRead } from '../../ui/use-read';
import { useWrites } from '../../ui/use-writes';

type Candidate = { documentId: string; displayName: string; role: string; refused: Words | null };

const words = {
  choose: { zh: '选择复核人', en: 'Choose a reviewer' },
  name: { zh: '指定', en: 'Name' },
  none: {
    zh: '没有可指定的复核人。请先添加创文巩卫办、督查员或未参加本轮的测评员账号。',
    en: 'Nobody may review: add an account of the civility office, an inspector, or an evaluator outside the round.',
  },
};

/** Who might review, those that may not with the reason; chosen by the office. */
export function ReviewerPicker({ row }: { row: Row }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const { update } = useWrites(useModel('appeals').path);
  const { data, error, refetch } = useRead<Candidate[]>(`/appeals/${row.id}/reviewers`);
  const [chosen, setChosen] = useState<string | null>(asLinked(row.reviewer)?.documentId ?? null);
  const [busy, setBusy] = useState(false);
  if (error) return <ErrorNotice error={error} onRetry={refetch} />;
  const free = data?.filter(({ refused }) => refused === null) ?? [];
  const others = data?.filter(({ refused }) => refused !== null) ?? [];
  const save = async () => {
    setBusy(true);
    try {
      await update(row, { reviewer: chosen });
    } catch (thrown) {
      message.error(say(errorWords(thrown)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="appeal-reviewer">
      {data && free.length === 0 && <p className="muted">{say(words.none)}</p>}
      <Select
        aria-label={say(words.choose)}
        placeholder={say(words.choose)}
        loading={!data}
        showSearch
        optionFilterProp="label"
        value={chosen}
        onChange={setChosen}
        options={[...free, ...others].map(({ documentId, displayName, role, refused }) => ({
          value: documentId,
          label: `${displayName} · ${say(refused ?? enumWords('staff', 'role', role))}`,
          disabled: refused !== null,
        }))}
      />
      <Button
        loading={busy}
        disabled={chosen === null || chosen === asLinked(row.reviewer)?.documentId}
        onClick={() => void save()}
      >
        {say(words.name)}
      </Button>
    </div>
  );
}
