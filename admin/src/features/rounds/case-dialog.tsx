import { type CaseScorer, overlapWords } from '@jiedui/shared/round';
import { Alert, App, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { errorWords, toApiError } from '../../providers/errors';
import { http } from '../../providers/http';
import { useWords } from '../../providers/i18n';
import { fieldErrorText } from '../../ui/forms/place-errors';
import { RelationSelect } from '../../ui/list/relation-select';
import { ErrorNotice } from '../../ui/notices';
import { useRead } from '../../ui/use-read';
import { useWrites } from '../../ui/use-writes';

const words = {
  title: { zh: '设校准案例', en: 'Make a calibration case' },
  make: { zh: '建立', en: 'Make' },
  unit: { zh: '用哪个单位作校准', en: 'Unit of the case' },
  any: {
    zh: '可选任何单位,最好是本轮不评的单位。需回避的测评员不参加。',
    en: 'Any unit, best one that the round does not judge. Who is recused from it takes no part.',
  },
  scorers: (count: number) => ({
    zh: `由 ${count} 名测评员评分。`,
    en: `${count} evaluators will score it.`,
  }),
};

/** Chooses the unit of a round's calibration case, says who will score it, and makes it. */
export function CaseDialog({ round, onClose }: { round: string; onClose: () => void }) {
  const { say, locale } = useWords();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { readAgain } = useWrites('rounds');
  const [unit, setUnit] = useState<string | null>(null);
  const path = `/rounds/${round}/calibration`;
  const {
    data,
    error: unread,
    refetch,
  } = useRead<{ scorers: number; twice: CaseScorer[] }>(
    `${path}/units/${unit}`,
    {},
    { enabled: unit !== null },
  );
  const warning = data && overlapWords(data.twice);
  const make = async () => {
    try {
      const answer = await http.post<{ data: { documentId: string } }>(path, { data: { unit } });
      await readAgain();
      void navigate(`/rounds/${answer.data.data.documentId}`);
    } catch (thrown) {
      const error = toApiError(thrown);
      const [first] = error.fieldErrors;
      message.error(first ? fieldErrorText(first, locale) : say(errorWords(error)));
    }
  };
  return (
    <Modal
      open
      title={say(words.title)}
      okText={say(words.make)}
      okButtonProps={{ disabled: unit === null }}
      onOk={make}
      onCancel={onClose}
    >
      <p>{say(words.unit)}</p>
      <RelationSelect
        target="units"
        ariaLabel={say(words.unit)}
        className="round-case-unit"
        value={unit}
        onChange={(next) => setUnit(Array.isArray(next) ? (next[0] ?? null) : next)}
      />
      <p className="muted">{say(words.any)}</p>
      {unread && !data && <ErrorNotice error={unread} onRetry={refetch} />}
      {data && <p>{say(words.scorers(data.scorers))}</p>}
      {warning && <Alert type="warning" showIcon message={say(warning)} />}
    </Modal>
  );
}
