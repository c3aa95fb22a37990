import { PrinterOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { DownloadButton } from '../../ui/list/export-button';
import { ErrorNotice } from '../../ui/notices';
import { Page } from '../../ui/page';
import { useRead } from '../../ui/use-read';
import type { ToldBulletin } from './bulletin-data';
import { BulletinView } from './bulletin-view';
import { ReportsButton } from './reports-button';
import './results.css';

const words = {
  title: { zh: '结果通报', en: 'Bulletin' },
  back: { zh: '轮次', en: 'Round' },
  rounds: { zh: '测评轮次', en: 'Rounds' },
  word: { zh: '通报(Word)', en: 'Bulletin (Word)' },
  workbook: { zh: '全部结果(Excel)', en: 'Whole result (Excel)' },
  print: { zh: '打印名次表', en: 'Print the ranking' },
};

/** What can be taken of a published result, and its bulletin sentence by sentence. */
function BulletinPage() {
  const { say } = useWords();
  const { has } = useAccess();
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead<ToldBulletin>(`/results/${id}/bulletin/sentences`);
  if (error || !data) {
    return (
      <Page title={say(words.title)} back={{ to: '/rounds', label: say(words.rounds) }}>
        {error ? <ErrorNotice error={error} onRetry={refetch} /> : <Skeleton active />}
      </Page>
    );
  }
  const path = `/results/${id}`;
  return (
    <Page
      title={say(words.title)}
      beside={
        <span className="muted">
          {data.round.name} {say({ zh: `第 ${data.number} 号`, en: `No. ${data.number}` })}
        </span>
      }
      back={{ to: `/rounds/${data.round.documentId}`, label: say(words.back) }}
      actions={
        <>
          {has('exportLists') && (
            <>
              <DownloadButton
                path={`${path}/bulletin`}
                fallbackName="bulletin.docx"
                label={say(words.word)}
              />
              <DownloadButton
                path={`${path}/workbook`}
                fallbackName="result.xlsx"
                label={say(words.workbook)}
              />
              <ReportsButton result={id} />
            </>
          )}
          <Link to={`${path}/print`}>
            <Button icon={<PrinterOutlined />}>{say(words.print)}</Button>
          </Link>
        </>
      }
    >
      <section className="panel result-panel">
        <BulletinView bulletin={data} result={id} />
      </section>
    </Page>
  );
}

export { BulletinPage as Component };
