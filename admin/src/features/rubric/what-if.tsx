import { brief, dec } from '@jiedui/shared/decimal';
import type { WhatIfPlace, WhatIfRow } from '@jiedui/shared/round';
import { Alert, Button, Empty, Select, Skeleton, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { optionWords } from '../../models/words';
import { useWords } from '../../providers/i18n';
import { ErrorNotice } from '../../ui/notices';
import { usePhone } from '../../ui/use-phone';
import { useRead } from '../../ui/use-read';

type Result = { documentId: string; name: string; round: { documentId: string } };
type Answer = { result: { name: string; round: string } | null; rows: WhatIfRow[] };

const words = {
  about: {
    zh: '用已保存的内容,按所选轮次公布时冻结的评分表重新计算,不改动任何结果。',
    en: 'What is saved, computed from the frozen sheets of the round. It changes no result.',
  },
  round: { zh: '试算所用的结果', en: 'The result to try it on' },
  none: { zh: '还没有公布过结果的轮次,无从试算。', en: 'No round has been published yet.' },
  unit: { zh: '单位', en: 'Unit' },
  before: { zh: '公布时', en: 'As published' },
  after: { zh: '按本体系', en: 'By this rubric' },
  change: { zh: '分差', en: 'Change' },
  climbed: { zh: '名次', en: 'Rank' },
  causes: { zh: '主要原因', en: 'Because of' },
  still: { zh: '没有单位的名次或等次有变化。', en: 'Nobody changes rank or grade.' },
  all: { zh: '全部单位', en: 'All units' },
  moving: { zh: '只看名次或等次有变化的', en: 'Only those that move' },
  unsound: { zh: '体系还有错误,改正后才能试算:', en: 'The rubric has errors; mend them first:' },
};

/** Causes named in a row; the rest weigh less. */
const MOST_CAUSES = 3;

const signed = (points: string) => `${dec(points).gt(0) ? '+' : ''}${brief(dec(points))}`;

const moves = ({ before, after, climbed }: WhatIfRow): boolean =>
  before.rank !== after.rank || climbed !== 0 || before.band?.zh !== after.band?.zh;

function Place({ rank, total, band }: WhatIfPlace) {
  const { say } = useWords();
  return (
    <>
      {total ?? '–'}{' '}
      <span className="muted">{rank !== null && say({ zh: `第 ${rank}`, en: `no. ${rank}` })}</span>{' '}
      {band && say(band)}
    </>
  );
}

function useColumns(): TableColumnsType<WhatIfRow> {
  const { say } = useWords();
  const phone = usePhone();
  const causes = (row: WhatIfRow) =>
    row.causes
      .slice(0, MOST_CAUSES)
      .map(({ name, change }) => `${name} ${signed(change)}`)
      .join(say({ zh: '、', en: ', ' }));
  const climbed = ({ climbed: ranks }: WhatIfRow) =>
    ranks ? (ranks > 0 ? `↑${ranks}` : `↓${-ranks}`) : ranks === 0 ? '–' : '';
  const name = {
    key: 'unit',
    title: say(words.unit),
    render: (_: unknown, row: WhatIfRow) => (
      <>
        {row.name} <span className="muted">{say(optionWords('unit', 'unitClass', row.unitClass))}</span>
        {phone && <div className="muted">{causes(row)}</div>}
      </>
    ),
  };
  const change = {
    key: 'change',
    title: say(words.change),
    align: 'right' as const,
    render: (_: unknown, row: WhatIfRow) => (
      <span className="nowrap">
        {row.change === null ? '' : signed(row.change)} {phone && climbed(row)}
      </span>
    ),
  };
  if (phone) return [name, change];
  return [
    name,
    { key: 'before', title: say(words.before), render: (_, row) => <Place {...row.before} /> },
    { key: 'after', title: say(words.after), render: (_, row) => <Place {...row.after} /> },
    change,
    { key: 'climbed', title: say(words.climbed), align: 'right', render: (_, row) => climbed(row) },
    { key: 'causes', title: say(words.causes), render: (_, row) => causes(row) },
  ];
}

/** Every round that has been published, by its last result. */
function useRounds() {
  const { data, error, refetch } = useRead<Result[]>('/results', {
    fields: ['name'],
    populate: ['round'],
    sort: ['signedAt:desc'],
    pagination: { page: 1, pageSize: 100 },
  });
  const seen = new Set<string>();
  const rounds = (data ?? []).filter(
    ({ round }) => !seen.has(round.documentId) && seen.add(round.documentId),
  );
  return { rounds, error: data ? null : error, refetch };
}

/** The saved rubric tried on a published round: who would move, by how much and because of which indicator. */
export function WhatIf({ rubric }: { rubric: string }) {
  const { say } = useWords();
  const { rounds, ...roundsRead } = useRounds();
  const columns = useColumns();
  const [round, setRound] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const { data, error, refetch } = useRead<Answer>(`/rubrics/${rubric}/what-if`, round ? { round } : {});
  const reasons = error?.fieldErrors.map(({ message }) => message).filter(Boolean) ?? [];
  if (reasons.length > 0) {
    return (
      <Alert
        type="warning"
        showIcon
        message={say(words.unsound)}
        description={reasons.map((reason) => <div key={reason}>{reason}</div>)}
      />
    );
  }
  if (error) return <ErrorNotice error={error} onRetry={refetch} />;
  if (!data) return <Skeleton active />;
  if (!data.result) return <Empty description={say(words.none)} />;
  const moving = data.rows.filter(moves);
  return (
    <section className="panel rubric-what-if">
      <p className="muted">{say(words.about)}</p>
      {roundsRead.error && <ErrorNotice error={roundsRead.error} onRetry={roundsRead.refetch} />}
      <div className="rubric-what-if-tools">
        <Select
          aria-label={say(words.round)}
          value={round ?? data.result.round}
          onChange={setRound}
          popupMatchSelectWidth={false}
          options={rounds.map((one) => ({ value: one.round.documentId, label: one.name }))}
        />
        <strong>
          {say({
            zh: `${data.rows.length} 个单位中 ${moving.length} 个名次或等次有变化`,
            en: `${moving.length} of ${data.rows.length} units change rank or grade`,
          })}
        </strong>
        <Button size="small" onClick={() => setAll(!all)}>
          {say(all ? words.moving : words.all)}
        </Button>
      </div>
      <Table<WhatIfRow>
        rowKey="unit"
        size="small"
        columns={columns}
        dataSource={all ? data.rows : moving}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: say(words.still) }}
      />
    </section>
  );
}
