import { Select, Skeleton } from 'antd';
import { useSearchParams } from 'react-router';
import { modelOfResource, useModels } from '../../models/store';
import { useWords } from '../../providers/i18n';
import { RelationSelect } from '../../ui/list/relation-select';
import { ErrorNotice, Notice } from '../../ui/notices';
import { useRead } from '../../ui/use-read';
import { type Matrix, MatrixGrid } from './matrix-grid';

const words = {
  caption: { zh: '结对矩阵', en: 'Matrix of pairings' },
  unitClass: { zh: '单位类别', en: 'Class' },
  town: { zh: '所属镇', en: 'Town' },
  none: { zh: '没有符合条件的结对。', en: 'No pairing matches.' },
};

const LEGEND = [
  { tone: 'none', sample: '0/0', words: { zh: '已结对,尚无活动', en: 'Paired, no activity yet' } },
  { tone: 'open', sample: '0/3', words: { zh: '有活动,均未核实', en: 'Activities, none verified' } },
  { tone: 'some', sample: '2/3', words: { zh: '部分已核实', en: 'Some verified' } },
  { tone: 'full', sample: '3/3', words: { zh: '全部已核实', en: 'All verified' } },
];

function useMatrixFilters() {
  const [params, setParams] = useSearchParams();
  const set = (name: string, value: string | null | undefined) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  return { unitClass: params.get('unitClass'), town: params.get('town'), set };
}

function Legend() {
  const { say } = useWords();
  return (
    <p className="matrix-legend">
      {LEGEND.map((item) => (
        <span key={item.tone}>
          <span className={`matrix-pair matrix-${item.tone}`}>{item.sample}</span>
          {say(item.words)}
        </span>
      ))}
    </p>
  );
}

/** Who is paired with whom and how much came of it: verified activities of all. */
export function PairingMatrix() {
  const { say } = useWords();
  const classes = modelOfResource(useModels(), 'unit')?.fields.unitClass?.options;
  const { unitClass, town, set } = useMatrixFilters();
  const query = { unitClass: unitClass ?? undefined, town: town ?? undefined };
  const { data, error, refetch } = useRead<Matrix>('/pairings/matrix', query, { keepPrevious: true });

  const body = () => {
    if (error) return <ErrorNotice error={error} onRetry={refetch} />;
    if (!data) return <Skeleton active title={false} paragraph={{ rows: 8 }} />;
    if (data.cells.length === 0) return <Notice text={say(words.none)} />;
    return (
      <>
        <MatrixGrid matrix={data} caption={say(words.caption)} />
        <Legend />
      </>
    );
  };

  return (
    <section aria-label={say(words.caption)}>
      <div className="filter-bar">
        <Select
          className="filter-field"
          aria-label={say(words.unitClass)}
          placeholder={say(words.unitClass)}
          allowClear
          value={unitClass}
          onChange={(value?: string) => set('unitClass', value)}
          options={(classes ?? []).map(({ value, words: label }) => ({ value, label: say(label) }))}
        />
        <RelationSelect
          className="filter-field"
          ariaLabel={say(words.town)}
          placeholder={say(words.town)}
          target="towns"
          value={town}
          onChange={(value) => set('town', [value].flat()[0])}
        />
      </div>
      {body()}
    </section>
  );
}
