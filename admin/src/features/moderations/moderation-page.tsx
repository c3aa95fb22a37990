import type { Spread } from '@jiedui/shared/round';
import type { Entry } from '@jiedui/shared/scoring';
import { Table, type TableColumnsType } from 'antd';
import { useParams } from 'react-router';
import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { StateTag } from '../../ui/field/tags';
import { Facts } from '../../ui/record/facts';
import { RecordPage } from '../../ui/record/record-page';
import { StateSteps } from '../../ui/record/state-steps';
import { useRead } from '../../ui/use-read';

type Reply = {
  documentId: string;
  state: string;
  reason: string | null;
  before: Record<string, Entry | null> | null;
  after: Record<string, Entry | null> | null;
  evaluator: { documentId: string; displayName: string };
};

const words = {
  back: { zh: '会商', en: 'Talks' },
  talk: { zh: '会商', en: 'Talk' },
  answers: { zh: '答复', en: 'Answers' },
  none: { zh: '尚未发出。发出后,被征询的测评员在工作台上看到并答复。', en: 'Not begun yet.' },
  evaluator: { zh: '测评员', en: 'Evaluator' },
  given: { zh: '发出时得分', en: 'Points then' },
  state: { zh: '答复', en: 'Answer' },
  changes: { zh: '改动', en: 'Change' },
  reason: { zh: '理由', en: 'Reason' },
};

const FIELDS = ['round', 'unit', 'code', 'question', 'disclose', 'outcome'];
const EDITED = ['question', 'disclose'];

/** An entry in short: what was entered, without its comment. */
function shortOf(entry: Entry | null | undefined): string {
  const { comment: _, deductions, uses, ...plain } = entry ?? {};
  const parts = [
    ...Object.values(plain).map(String),
    ...(deductions ?? []).map(({ points }) => `−${points}`),
    ...(uses ?? []).map(({ option, count }) => `${option}×${count}`),
  ];
  return parts.length > 0 ? parts.join('/') : '–';
}

const changesOf = ({ before, after }: Reply): string =>
  Object.keys(after ?? {})
    .map((code) => `${code}:${shortOf(before?.[code])} → ${shortOf(after?.[code])}`)
    .join(';');

function Answers({ row }: { row: Row }) {
  const { say } = useWords();
  const { data } = useRead<Reply[]>('/moderation-replies', {
    filters: { moderation: { documentId: { $eq: row.id } } },
    fields: ['state', 'reason', 'before', 'after'],
    populate: { evaluator: { fields: ['displayName'] } },
    pagination: { page: 1, pageSize: 100 },
  });
  const given = new Map(
    ((row.spread as Spread | null)?.given ?? []).map(({ rater, points }) => [rater, points]),
  );
  const columns: TableColumnsType<Reply> = [
    {
      key: 'evaluator',
      title: say(words.evaluator),
      width: 140,
      render: (_, one) => one.evaluator.displayName,
    },
    {
      key: 'given',
      title: say(words.given),
      align: 'right',
      width: 110,
      render: (_, one) => given.get(one.evaluator.documentId) ?? '–',
    },
    {
      key: 'state',
      title: say(words.state),
      width: 100,
      render: (_, one) => <StateTag resource="moderation-reply" state={one.state} />,
    },
    { key: 'changes', title: say(words.changes), width: 200, render: (_, one) => changesOf(one) || '–' },
    { key: 'reason', title: say(words.reason), dataIndex: 'reason', width: 240 },
  ];
  return (
    <section className="panel" aria-label={say(words.answers)}>
      <h2>{say(words.answers)}</h2>
      {data && data.length === 0 ? (
        <p className="muted">{say(words.none)}</p>
      ) : (
        <Table
          size="small"
          rowKey="documentId"
          columns={columns}
          dataSource={data ?? []}
          loading={!data}
          pagination={false}
          scroll={{ x: 790 }}
        />
      )}
    </section>
  );
}

function TalkBody({ row }: { row: Row }) {
  const model = useModel('moderations');
  const { has } = useAccess();
  return (
    <>
      <section className="panel">
        <Facts model={model} row={row} fields={FIELDS} />
      </section>
      {has('readTrust') && <Answers row={row} />}
    </>
  );
}

/** One talk: what the office asks, who answered what, and how it came out. */
function ModerationPage() {
  const model = useModel('moderations');
  const { say } = useWords();
  const { id = '' } = useParams();
  return (
    <RecordPage
      model={model}
      id={id}
      back={{ to: '/moderations', label: say(words.back) }}
      editFields={EDITED}
      actions={(row) => <StateSteps model={model} row={row} />}
      tabs={(row) => [{ key: 'talk', label: say(words.talk), content: <TalkBody row={row} /> }]}
    />
  );
}

export { ModerationPage as Component };
