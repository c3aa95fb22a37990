import { FILING_STANDINGS, type PartyKind, STANDING_WORDS } from '@jiedui/shared/filing';
import type { Words } from '@jiedui/shared/text';
import { Button, Input, Pagination, Radio, Skeleton, Table, type TableColumnsType } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { useWords } from '../../providers/i18n';
import { formatInstant } from '../../ui/field/format';
import { StateTag } from '../../ui/field/tags';
import { ErrorNotice } from '../../ui/notices';
import { usePhone } from '../../ui/use-phone';
import { useRead } from '../../ui/use-read';
import { DutyFacts, dutyTitle, Standing } from './duty-words';
import type { DutyCounts, FilingKind, Party } from './filing-data';

const words = {
  back: { zh: '‹ 全部事项', en: '‹ All' },
  party: { zh: '报送主体', en: 'Who' },
  standing: { zh: '报送情况', en: 'Standing' },
  received: { zh: '收到时间', en: 'Received' },
  receipt: { zh: '回执号', en: 'Receipt' },
  state: { zh: '办理状态', en: 'State' },
  all: { zh: '全部', en: 'All' },
  search: { zh: '查找名称', en: 'Find a name' },
  empty: { zh: '没有符合条件的记录。', en: 'Nothing matches.' },
};

const KIND_WORDS: Record<PartyKind, Words> = {
  unit: { zh: '单位', en: 'Unit' },
  station: { zh: '阵地', en: 'Site' },
  department: { zh: '牵头部门', en: 'Lead department' },
};

type Meta = { pagination: { page: number; pageSize: number; total: number } };

/** What is shown of those who owe one thing, kept in the address. */
function usePartyState() {
  const [params, setParams] = useSearchParams();
  return {
    standing: params.get('standing') ?? '',
    q: params.get('q') ?? '',
    page: Number(params.get('page') ?? 1),
    change: (values: Record<string, string>) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries({ page: '', ...values })) {
            if (value) after.set(name, value);
            else after.delete(name);
          }
          return after;
        },
        { replace: true },
      ),
    leave: () => setParams({ view: 'overview' }),
  };
}

/** Those who owe one thing: who has sent it in, who is late by how many days, who has not. */
export function Parties({ kind, duty }: { kind: FilingKind; duty: DutyCounts }) {
  const { say } = useWords();
  const { standing, q, page, change, leave } = usePartyState();
  const query = {
    of: kind.resource,
    requirement: duty.requirement.documentId,
    ...(duty.period === null ? {} : { period: duty.period }),
    ...(standing ? { standing } : {}),
    ...(q ? { q } : {}),
    page,
  };
  const { data, meta, error, refetch } = useRead<Party[], Meta>('/filings/parties', query, {
    keepPrevious: true,
  });
  const { total = 0, pageSize = 50 } = meta?.pagination ?? {};
  const options = FILING_STANDINGS.map((one) => ({
    value: one,
    label: `${say(STANDING_WORDS[one])} ${duty.counts[one]}`,
  }));
  return (
    <>
      <Button type="link" className="filing-open" onClick={leave}>
        {say(words.back)}
      </Button>
      <div className="filing-head">
        <h2>{dutyTitle(duty)}</h2>
      </div>
      <DutyFacts duty={duty} open={duty.counts.missing + duty.counts.notYet > 0} />
      <div className="filing-bar">
        <Radio.Group
          size="small"
          optionType="button"
          aria-label={say(words.standing)}
          value={standing}
          onChange={({ target }) => change({ standing: String(target.value) })}
          options={[{ value: '', label: say(words.all) }, ...options]}
        />
        <Input.Search
          allowClear
          aria-label={say(words.search)}
          placeholder={say(words.search)}
          defaultValue={q}
          onSearch={(text) => change({ q: text.trim() })}
          className="filing-search"
        />
      </div>
      {error && !data && <ErrorNotice error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton active title={false} />}
      {data && <PartyRows kind={kind} parties={data} />}
      {total > pageSize && (
        <Pagination
          size="small"
          align="end"
          current={page}
          pageSize={pageSize}
          total={total}
          showSizeChanger={false}
          onChange={(next) => change({ page: next === 1 ? '' : String(next) })}
        />
      )}
    </>
  );
}

function PartyRows({ kind, parties }: { kind: FilingKind; parties: Party[] }) {
  const { say } = useWords();
  const phone = usePhone();
  const several = new Set(parties.map(({ per }) => per)).size > 1;
  const name = ({ per, name: own, filing }: Party) => (
    <>
      {filing ? <Link to={`/${kind.path}/${filing.documentId}`}>{own}</Link> : own}{' '}
      {several && <span className="muted">{say(KIND_WORDS[per])}</span>}
    </>
  );
  const state = ({ filing }: Party) => filing && <StateTag resource={kind.resource} state={filing.state} />;
  if (phone) {
    return (
      <ul className="record-cards">
        {parties.map((party) => (
          <li key={`${party.per}${party.documentId}`} className="record-card">
            <div className="record-card-title">
              <span>{name(party)}</span>
              <Standing party={party} />
            </div>
            {party.filing && (
              <dl>
                <dt>{say(words.state)}</dt>
                <dd>{state(party)}</dd>
                {party.filing.receivedAt && (
                  <>
                    <dt>{say(words.received)}</dt>
                    <dd>{formatInstant(party.filing.receivedAt)}</dd>
                    <dt>{say(words.receipt)}</dt>
                    <dd>{party.filing.receiptNumber}</dd>
                  </>
                )}
              </dl>
            )}
          </li>
        ))}
      </ul>
    );
  }
  const columns: TableColumnsType<Party> = [
    { title: say(words.party), key: 'party', render: (_, party) => name(party) },
    {
      title: say(words.standing),
      key: 'standing',
      width: 140,
      render: (_, party) => <Standing party={party} />,
    },
    {
      title: say(words.received),
      key: 'received',
      width: 160,
      render: (_, { filing }) => formatInstant(filing?.receivedAt),
    },
    {
      title: say(words.receipt),
      key: 'receipt',
      width: 170,
      render: (_, { filing }) => filing?.receiptNumber,
    },
    { title: say(words.state), key: 'state', width: 120, render: (_, party) => state(party) },
  ];
  return (
    <Table
      size="small"
      rowKey={({ per, documentId }) => `${per}${documentId}`}
      columns={columns}
      dataSource={parties}
      pagination={false}
      scroll={{ x: 'max-content' }}
      locale={{ emptyText: say(words.empty) }}
    />
  );
}
