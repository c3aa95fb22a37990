import { Skeleton } from 'antd';
import { useParams } from 'react-router';
import { useWords } from '../../providers/i18n';
import { formatInstant } from '../../ui/field/format';
import { ErrorNotice } from '../../ui/notices';
import { useRead } from '../../ui/use-read';
import { PrintSheet, PrintTable } from './print-sheet';
import { type Answer, liftWords, rankWords } from './result-data';

const words = {
  title: { zh: '打印测评结果', en: 'Print the result' },
  result: { zh: '结果', en: 'Result' },
  what: { zh: '项目', en: 'Item' },
  value: { zh: '内容', en: 'Value' },
  total: { zh: '总分', en: 'Total' },
  rank: { zh: '同类名次', en: 'Rank in the class' },
  band: { zh: '等次', en: 'Band' },
  lift: { zh: '距上一等次', en: 'To the next band' },
  dimensions: { zh: '各维度得分', en: 'Points by dimension' },
  dimension: { zh: '维度', en: 'Dimension' },
  points: { zh: '得分', en: 'Points' },
  max: { zh: '满分', en: 'Of' },
  percent: { zh: '得分率(%)', en: 'Percent' },
  lost: { zh: '失分情况', en: 'Where points were lost' },
  indicator: { zh: '指标', en: 'Indicator' },
  gone: { zh: '失分', en: 'Lost' },
  hash: { zh: '结果指纹', en: 'Hash of the result' },
};

function Sheet({ result, unit, standing }: Answer) {
  const { say } = useWords();
  const lift = liftWords(standing);
  const { score } = unit;
  const facts: [string, string][] = [
    [say(words.total), score?.shown ? `${score.shown} / ${score.max}` : '—'],
    [say(words.rank), say(rankWords(unit))],
    [say(words.band), standing.band ? say(standing.band) : '—'],
    ...(lift ? [[say(words.lift), say(lift)] as [string, string]] : []),
  ];
  const dimensions = score?.dimensionTotals ?? [];
  return (
    <>
      <h2>{unit.name}</h2>
      <p className="result-print-about">
        {result.name} · {formatInstant(result.signedAt)}
      </p>
      <PrintTable
        caption={say(words.result)}
        head={[say(words.what), say(words.value)]}
        rows={facts}
        text={[0, 1]}
      />
      {dimensions.length > 0 && (
        <PrintTable
          caption={say(words.dimensions)}
          head={[words.dimension, words.points, words.max, words.percent].map((one) => say(one))}
          rows={dimensions.map(({ name, shown, max, percent }) => [name, shown, max, percent])}
          text={[0]}
        />
      )}
      {standing.lost.length > 0 && (
        <PrintTable
          caption={say(words.lost)}
          head={[words.indicator, words.gone, words.max].map((one) => say(one))}
          rows={standing.lost.map(({ name, lost, max }) => [name, lost, max])}
          text={[0]}
        />
      )}
      <p className="result-print-hash">
        {say(words.hash)} {result.outcomeHash}
      </p>
    </>
  );
}

/** A unit's published result on paper. */
function UnitPrintPage() {
  const { say } = useWords();
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead<Answer>(`/unit-results/${id}/standing`);
  return (
    <PrintSheet title={say(words.title)} back={{ to: `/unit-results/${id}`, label: say(words.result) }}>
      {error ? (
        <ErrorNotice error={error} onRetry={refetch} />
      ) : data ? (
        <Sheet {...data} />
      ) : (
        <Skeleton active />
      )}
    </PrintSheet>
  );
}

export { UnitPrintPage as Component };
