import type { CadenceRule } from '@jiedui/shared/programme';
import { CELL_STATES } from '@jiedui/shared/programme';
import { Select, Skeleton, Tabs } from 'antd';
import { useWords } from '../../providers/i18n';
import { ErrorNotice, Notice } from '../../ui/notices';
import { Page } from '../../ui/page';
import { Tag } from '../../ui/tone';
import { useRead } from '../../ui/use-read';
import { Cells } from './cells';
import './ledger.css';
import { CELL_LOOK, useLedgerState } from './ledger-data';
import { Sums } from './sums';

const words = {
  title: { zh: '台账', en: 'Ledger' },
  rule: { zh: '频次规则', en: 'Rule' },
  sums: { zh: '汇总', en: 'Totals' },
  cells: { zh: '明细', en: 'Cell by cell' },
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

function LedgerPage() {
  const { say } = useWords();
  const { rule: wanted, view, change } = useLedgerState();
  const { data: rules, error, refetch } = useRead<CadenceRule[]>('/ledger/rules');
  const rule = rules?.find(({ code }) => code === wanted) ?? rules?.[0];

  if (error && !rules) {
    return (
      <Page title={say(words.title)}>
        <ErrorNotice error={error} onRetry={refetch} />
      </Page>
    );
  }
  if (!rules) return <Skeleton active />;
  if (!rule) {
    return (
      <Page title={say(words.title)}>
        <Notice text={say(words.none)} />
      </Page>
    );
  }
  return (
    <Page title={say(words.title)}>
      <div className="ledger-bar">
        <Select
          aria-label={say(words.rule)}
          value={rule.code}
          onChange={(code) => change({ rule: code, page: undefined, by: undefined })}
          options={rules.map(({ code, words: label }) => ({ value: code, label: say(label) }))}
          popupMatchSelectWidth={false}
          className="ledger-rule"
        />
        <Legend />
      </div>
      <Tabs
        size="small"
        activeKey={view}
        onChange={(next) => change({ view: next === 'sum' ? undefined : next })}
        destroyOnHidden
        items={[
          { key: 'sum', label: say(words.sums), children: <Sums rule={rule} /> },
          { key: 'cells', label: say(words.cells), children: <Cells rule={rule} /> },
        ]}
      />
    </Page>
  );
}

export { LedgerPage as Component };
