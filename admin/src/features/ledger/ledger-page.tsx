import type { CadenceRule } from '@jiedui/shared/programme';
import { CELL_STATES } from '@jiedui/shared/programme';
import { Select, Skeleton, Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../providers/i18n';
import { DownloadButton } from '../../ui/list/export-button';
import { ErrorNotice, Notice } from '../../ui/notices';
import { Page } from '../../ui/page';
import { Tag } from '../../ui/tone';
import { useRead } from '../../ui/use-read';
import { ByCategory } from './by-category';
import { Cells } from './cells';
import { Due } from './due';
import { Exceptions } from './exceptions';
import './ledger.css';
import { CELL_LOOK, useLedgerState } from './ledger-data';
import { Sums } from './sums';

const words = {
  title: { zh: '台账', en: 'Ledger' },
  rule: { zh: '频次规则', en: 'Rule' },
  sums: { zh: '汇总', en: 'Totals' },
  cells: { zh: '明细', en: 'Cell by cell' },
  due: { zh: '14 天内到期', en: 'Due in 14 days' },
  categories: { zh: '类别分布', en: 'By category' },
  exceptions: { zh: '例外', en: 'Exceptions' },
  none: {
    zh: '现行工作方案没有与您有关的频次规则。规则在“工作方案”中设置,保存后几秒内算出台账。',
    en: 'The programme in force has no cadence rule that concerns you.',
  },
};

function Legend() {
  const { say } = useWords();
  return (
    <ul className="ledger-legend">
      {CELL_STATES.map((state) => (
        <li key={state}>
          <Tag tone={CELL_LOOK[state].tone}>{CELL_LOOK[state].sign}</Tag> {say(CELL_LOOK[state].words)}
        </li>
      ))}
    </ul>
  );
}

type WithRule = (rule: CadenceRule) => ReactNode;

/** What is looked at rule by rule: the rule is chosen first. */
function ByRule({ rules, children }: { rules: readonly CadenceRule[]; children: WithRule }) {
  const { say } = useWords();
  const { rule: wanted, view, by, change } = useLedgerState();
  const rule = rules.find(({ code }) => code === wanted) ?? rules[0];
  if (!rule) return <Notice text={say(words.none)} />;
  return (
    <>
      <div className="ledger-bar">
        <Select
          aria-label={say(words.rule)}
          value={rule.code}
          onChange={(code) => change({ rule: code, page: undefined, by: undefined })}
          options={rules.map(({ code, words: label }) => ({ value: code, label: say(label) }))}
          popupMatchSelectWidth={false}
          className="ledger-rule"
        />
        <DownloadButton
          path="/ledger/export"
          query={{ rule: rule.code, view, ...(by ? { by } : {}) }}
          fallbackName={`${say(words.title)}.xlsx`}
        />
        <Legend />
      </div>
      {children(rule)}
    </>
  );
}

function LedgerPage() {
  const { say } = useWords();
  const { view, change } = useLedgerState();
  const { data: rules, error, refetch } = useRead<CadenceRule[]>('/ledger/rules');

  if (error && !rules) {
    return (
      <Page title={say(words.title)}>
        <ErrorNotice error={error} onRetry={refetch} />
      </Page>
    );
  }
  if (!rules) return <Skeleton active />;
  const views = {
    sum: <ByRule rules={rules}>{(rule) => <Sums rule={rule} />}</ByRule>,
    cells: <ByRule rules={rules}>{(rule) => <Cells rule={rule} />}</ByRule>,
    due: <Due />,
    categories: <ByCategory />,
    exceptions: <Exceptions />,
  };
  return (
    <Page title={say(words.title)}>
      <Tabs
        size="small"
        activeKey={Object.hasOwn(views, view) ? view : 'sum'}
        onChange={(next) => change({ ...EACH_VIEW, view: next === 'sum' ? undefined : next })}
        destroyOnHidden
        items={Object.entries(views).map(([key, children]) => ({
          key,
          label: say({ ...words, sum: words.sums }[key as keyof typeof views]),
          children,
        }))}
      />
    </Page>
  );
}

/** What belongs to one view only, and does not go along to the next. */
const EACH_VIEW = { page: undefined, by: undefined, q: undefined, due: undefined, lacking: undefined };

export { LedgerPage as Component };
