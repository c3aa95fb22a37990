import { Skeleton } from 'antd';
import { useParams } from 'react-router';
import { useWords } from '../../providers/i18n';
import { formatInstant } from '../../ui/field/format';
import { ErrorNotice } from '../../ui/notices';
import { useRead } from '../../ui/use-read';
import type { ToldBulletin } from './bulletin-data';
import { PrintSheet, PrintTable } from './print-sheet';

const words = {
  title: { zh: '打印测评结果', en: 'Print the result' },
  back: { zh: '结果通报', en: 'Bulletin' },
  rank: { zh: '名次', en: 'Rank' },
  unit: { zh: '单位', en: 'Unit' },
  total: { zh: '总分', en: 'Total' },
  band: { zh: '等次', en: 'Band' },
  hash: { zh: '结果指纹', en: 'Hash of the result' },
};

function Sheet({ data }: { data: ToldBulletin }) {
  const { say } = useWords();
  const head = [words.rank, words.unit, words.total, words.band].map((one) => say(one));
  return (
    <>
      <h2>{say({ zh: `${data.round.name}结果`, en: `${data.round.name}: result` })}</h2>
      <p className="result-print-about">
        {say({ zh: `第 ${data.number} 号`, en: `No. ${data.number}` })} · {formatInstant(data.signedAt)} ·{' '}
        {data.issuer}
        {data.last > data.number &&
          say({ zh: ` · 已由第 ${data.last} 号更正`, en: ` · corrected by No. ${data.last}` })}
      </p>
      {data.tables.map(({ title, rows }) => (
        <PrintTable
          key={title}
          caption={title}
          head={head}
          rows={rows.map(({ rank, unit, total, band }) => [rank, unit, total, band])}
          text={[1, 3]}
        />
      ))}
      <p className="result-print-hash">
        {say(words.hash)} {data.outcomeHash}
      </p>
    </>
  );
}

/** A round's published ranking on paper. */
function RoundPrintPage() {
  const { say } = useWords();
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead<ToldBulletin>(`/results/${id}/bulletin/sentences`);
  return (
    <PrintSheet title={say(words.title)} back={{ to: `/results/${id}`, label: say(words.back) }}>
      {error ? (
        <ErrorNotice error={error} onRetry={refetch} />
      ) : data ? (
        <Sheet data={data} />
      ) : (
        <Skeleton active />
      )}
    </PrintSheet>
  );
}

export { RoundPrintPage as Component };
