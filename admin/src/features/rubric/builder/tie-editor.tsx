import { type RubricDraft, TIE_KEYS, tieBreakWords } from '@jiedui/shared/rubric';
import { Select } from 'antd';
import { useWords } from '../../../providers/i18n';
import { Rows } from './rows';

/** What equal totals are told apart by, in order. */
export function TieEditor({ draft, onTies }: { draft: RubricDraft; onTies: (tieBreaks: string[]) => void }) {
  const { say } = useWords();
  const { tieBreaks, dimensions, sources } = draft;
  const keys = [
    ...TIE_KEYS,
    ...sources.map(({ code }) => `source:${code}`),
    ...dimensions.map(({ code }) => `dimension:${code}`),
    ...dimensions.flatMap(({ indicators }) => indicators.map(({ code }) => `indicator:${code}`)),
  ];
  const left = [...new Set(keys)].filter((key) => !tieBreaks.includes(key));
  return (
    <div className="builder-wide">
      <Rows
        path={['tieBreaks']}
        label={say({ zh: '总分相同时依次比较', en: 'Equal totals are told apart by' })}
        rows={tieBreaks}
        onRows={(rows) => onTies(rows)}
      >
        {(key) => <span className="builder-tie">{say(tieBreakWords(draft, key))}</span>}
      </Rows>
      <Select
        className="builder-adder"
        aria-label={say({ zh: '增加比较项', en: 'Add a tie-break' })}
        placeholder={say({ zh: '增加比较项', en: 'Add a tie-break…' })}
        showSearch
        optionFilterProp="label"
        value={null}
        options={left.map((value) => ({ value, label: say(tieBreakWords(draft, value)) }))}
        onChange={(key: string | null) => key && onTies([...tieBreaks, key])}
      />
    </div>
  );
}
