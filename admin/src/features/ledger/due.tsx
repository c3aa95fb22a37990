import type { CadenceRule } from '@jiedui/shared/programme';
import { Button, Pagination, Skeleton } from 'antd';
import { useState } from 'react';
import { useWords } from '../../providers/i18n';
import { ErrorNotice } from '../../ui/notices';
import { Tag } from '../../ui/tone';
import { useRead } from '../../ui/use-read';
import { nameOf, type PartyName, useLedgerState, windowLabel } from './ledger-data';

type DueWindow = { key: string; to: string; daysLeft: number; count: number };
type DueRule = { rule: CadenceRule; count: number; windows: DueWindow[] };
type DueParty = PartyName & {
  documentId: string;
  window: { no: number; key: string; to: string };
  daysLeft: number;
  reached: number;
};
type Meta = { pagination: { page: number; pageSize: number; total: number } };

const SOON = 3;

const words = {
  none: { zh: '今后 14 天内没有到期而未完成的任务。', en: 'Nothing comes due in the next 14 days.' },
  back: { zh: '全部规则', en: 'All rules' },
};

function Left({ days }: { days: number }) {
  const { say } = useWords();
  const text =
    days === 0 ? { zh: '今天到期', en: 'today' } : { zh: `还有 ${days} 天`, en: `${days} days left` };
  return <Tag tone={days <= SOON ? 'amber' : 'neutral'}>{say(text)}</Tag>;
}

/** What is not met yet and ends within the next 14 days: first by rule, then whose. */
export function Due() {
  const { due, change } = useLedgerState();
  const { say } = useWords();
  const { data, error, refetch } = useRead<DueRule[]>('/ledger/due');
  if (error && !data) return <ErrorNotice error={error} onRetry={refetch} />;
  if (!data) return <Skeleton active title={false} />;
  if (data.length === 0) return <p className="muted">{say(words.none)}</p>;
  const opened = data.find(({ rule }) => rule.code === due) ?? (data.length === 1 ? data[0] : undefined);
  if (opened) {
    return (
      <>
        {data.length > 1 && (
          <Button size="small" onClick={() => change({ due: undefined })}>
            {say(words.back)}
          </Button>
        )}
        <h2 className="ledger-due-rule">{say(opened.rule.words)}</h2>
        <DueParties rule={opened.rule} />
      </>
    );
  }
  return (
    <ul className="ledger-list">
      {data.map(({ rule, count, windows }) => (
        <li key={rule.code}>
          <Button type="link" onClick={() => change({ due: rule.code })}>
            {say(rule.words)}
          </Button>
          <span>{say({ zh: `${count} 项待完成`, en: `${count} to do` })}</span>
          {windows[0] && <Left days={windows[0].daysLeft} />}
          {windows[0] && <span className="muted">{windows[0].to}</span>}
        </li>
      ))}
    </ul>
  );
}

function DueParties({ rule }: { rule: CadenceRule }) {
  const { say } = useWords();
  const [page, setPage] = useState(1);
  const { data, meta, error, refetch } = useRead<DueParty[], Meta>(
    '/ledger/due/parties',
    { rule: rule.code, page },
    { keepPrevious: true },
  );
  if (error && !data) return <ErrorNotice error={error} onRetry={refetch} />;
  if (!data) return <Skeleton active title={false} />;
  const { total = 0, pageSize = 50 } = meta?.pagination ?? {};
  return (
    <>
      <ul className="ledger-list">
        {data.map((party) => (
          <li key={`${party.documentId} ${party.window.no}`}>
            <span className="ledger-list-name">{nameOf(party)}</span>
            <span className="muted">{windowLabel({ key: party.window.key, from: party.window.key })}</span>
            <span>
              {say({
                zh: `已完成 ${party.reached} / ${rule.minimum} 场`,
                en: `${party.reached} of ${rule.minimum}`,
              })}
            </span>
            <Left days={party.daysLeft} />
            <span className="muted">{party.window.to}</span>
          </li>
        ))}
      </ul>
      {total > pageSize && (
        <Pagination
          size="small"
          align="end"
          current={page}
          pageSize={pageSize}
          total={total}
          showSizeChanger={false}
          onChange={setPage}
        />
      )}
    </>
  );
}
