import { FileZipOutlined, PrinterOutlined } from '@ant-design/icons';
import { brief, dec } from '@jiedui/shared/decimal';
import { Button, Descriptions, Skeleton, Typography } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { ExplainTree } from '../../ui/explain-tree';
import { formatInstant } from '../../ui/field/format';
import { DownloadButton } from '../../ui/list/export-button';
import { ErrorNotice } from '../../ui/notices';
import { Page } from '../../ui/page';
import { useRead } from '../../ui/use-read';
import { AppealButton, AppealNotice } from './appeal';
import { PackDialog } from './pack-dialog';
import { type Answer, intervalWords, liftWords, rankWords } from './result-data';
import './results.css';

const words = {
  back: { zh: '测评结果', en: 'Results' },
  standing: { zh: '结果', en: 'Result' },
  total: { zh: '总分', en: 'Total' },
  rank: { zh: '同类名次', en: 'Rank in the class' },
  band: { zh: '等次', en: 'Band' },
  percentile: { zh: '高于同类单位', en: 'Above others of the class' },
  interval: { zh: '可能名次', en: 'Possible ranks' },
  lost: { zh: '失分最多的指标', en: 'Where points were lost' },
  noLoss: { zh: '没有失分。', en: 'No point was lost.' },
  lift: { zh: '距上一等次', en: 'To the next band' },
  how: { zh: '得分说明', en: 'How the score came about' },
  nobody: { zh: '这一轮没有本单位的评分表。', en: 'Nobody handed in a sheet on this unit.' },
  proof: { zh: '核验', en: 'Proof' },
  signedAt: { zh: '签发时间', en: 'Signed at' },
  inputs: { zh: '输入指纹', en: 'Hash of inputs' },
  outcome: { zh: '结果指纹', en: 'Hash of the result' },
  report: { zh: '结果告知书(Word)', en: 'Report (Word)' },
  print: { zh: '打印', en: 'Print' },
  pack: { zh: '评选佐证材料', en: 'Evidence for a selection' },
};

/** Indicators shown of those with a loss; the tree below has all. */
const MOST_SHOWN = 5;

function Facts({ unit, standing, interval }: Answer) {
  const { say } = useWords();
  const lift = liftWords(standing);
  const percentile = standing.percentile;
  return (
    <Descriptions bordered size="small" column={{ xs: 1, md: 2 }}>
      <Descriptions.Item label={say(words.total)}>
        <strong className="result-total">{unit.score?.shown ?? '–'}</strong>
        {unit.score && <span className="muted"> / {unit.score.max}</span>}
      </Descriptions.Item>
      <Descriptions.Item label={say(words.rank)}>{say(rankWords(unit))}</Descriptions.Item>
      <Descriptions.Item label={say(words.band)}>
        {standing.band ? say(standing.band) : '–'}
      </Descriptions.Item>
      <Descriptions.Item label={say(words.percentile)}>
        {percentile === null ? '–' : `${brief(dec(percentile).toDecimalPlaces(0))}%`}
      </Descriptions.Item>
      {lift && <Descriptions.Item label={say(words.lift)}>{say(lift)}</Descriptions.Item>}
      {interval && (
        <Descriptions.Item label={say(words.interval)}>{say(intervalWords(interval))}</Descriptions.Item>
      )}
    </Descriptions>
  );
}

function Lost({ standing: { lost } }: Pick<Answer, 'standing'>) {
  const { say } = useWords();
  if (lost.length === 0) return <p className="muted">{say(words.noLoss)}</p>;
  return (
    <ol className="result-lost">
      {lost.slice(0, MOST_SHOWN).map(({ code, name, lost: points, max }) => (
        <li key={code}>
          <span>{name}</span>
          <span className="result-points">
            −{points} <span className="muted">/ {max}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}

function Proof({ signedAt, inputsHash, outcomeHash }: Answer['result']) {
  const { say } = useWords();
  const hash = (text: string) => (
    <Typography.Text code copyable>
      {text}
    </Typography.Text>
  );
  return (
    <Descriptions size="small" column={1}>
      <Descriptions.Item label={say(words.signedAt)}>{formatInstant(signedAt)}</Descriptions.Item>
      <Descriptions.Item label={say(words.inputs)}>{hash(inputsHash)}</Descriptions.Item>
      <Descriptions.Item label={say(words.outcome)}>{hash(outcomeHash)}</Descriptions.Item>
    </Descriptions>
  );
}

/** A unit's published result: where it stands, what was missing, how every point came about, and the proof. */
function ResultPage() {
  const { say } = useWords();
  const { has } = useAccess();
  const [packing, setPacking] = useState(false);
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead<Answer>(`/unit-results/${id}/standing`);
  const back = { to: '/unit-results', label: say(words.back) };
  if (error || !data) {
    return (
      <Page title={say(words.back)} back={back}>
        {error ? <ErrorNotice error={error} onRetry={refetch} /> : <Skeleton active />}
      </Page>
    );
  }
  return (
    <Page
      title={data.unit.name}
      beside={<span className="muted">{data.result.name}</span>}
      back={back}
      actions={
        <>
          {has('exportLists') && (
            <>
              <DownloadButton
                path={`/unit-results/${id}/report`}
                fallbackName="report.docx"
                label={say(words.report)}
              />
              <Button icon={<FileZipOutlined />} onClick={() => setPacking(true)}>
                {say(words.pack)}
              </Button>
            </>
          )}
          <Link to={`/unit-results/${id}/print`}>
            <Button icon={<PrinterOutlined />}>{say(words.print)}</Button>
          </Link>
          <AppealButton result={id} indicators={data.indicators} facts={data.appeal} />
        </>
      }
    >
      <AppealNotice facts={data.appeal} />
      {packing && <PackDialog unit={data.unit.unit} onClose={() => setPacking(false)} />}
      <section className="panel result-panel">
        <h2>{say(words.standing)}</h2>
        <Facts {...data} />
      </section>
      <section className="panel result-panel">
        <h2>{say(words.lost)}</h2>
        <Lost standing={data.standing} />
      </section>
      <section className="panel result-panel">
        <h2>{say(words.how)}</h2>
        {data.explanation ? (
          <ExplainTree node={data.explanation} />
        ) : (
          <p className="muted">{say(words.nobody)}</p>
        )}
      </section>
      <section className="panel result-panel">
        <h2>{say(words.proof)}</h2>
        <Proof {...data.result} />
      </section>
    </Page>
  );
}

export { ResultPage as Component };
