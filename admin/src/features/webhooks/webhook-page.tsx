import { Skeleton } from 'antd';
import { useParams } from 'react-router';
import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { ErrorNotice } from '../../ui/notices';
import { Facts } from '../../ui/record/facts';
import { RecordPage, useEditable } from '../../ui/record/record-page';
import { StateSteps } from '../../ui/record/state-steps';
import { useRead } from '../../ui/use-read';
import { Deliveries } from './deliveries';
import { Secret } from './secret';
import { LastTry, Waiting } from './standing-words';
import { Tools } from './tools';
import { FACTS, FORM, PATH, type Standing } from './webhook-data';
import './webhooks.css';

const words = {
  back: { zh: '推送地址', en: 'Webhooks' },
  facts: { zh: '地址和密钥', en: 'Address and secret' },
  log: { zh: '推送记录', en: 'Deliveries' },
  last: { zh: '最近推送', en: 'Last try' },
  waiting: { zh: '待推送', en: 'Waiting' },
  about: {
    zh: '只通知哪篇稿件有变动,不含稿件内容;对方凭令牌到接口取最新内容。同一篇稿件的通知按先后次序送达。',
    en: 'It is told which story has changed, without its text, and reads it through the interface. The events of a story come in their order.',
  },
};

function Body({ row }: { row: Row }) {
  const model = useModel(PATH);
  const { say } = useWords();
  const editable = useEditable(model)(row);
  const { data: standing, error, refetch } = useRead<Standing>(`/${PATH}/${row.id}/standing`);
  const notice = error ? <ErrorNotice error={error} onRetry={refetch} /> : null;
  if (!standing) return notice ?? <Skeleton active />;
  return (
    <div className="page-grid">
      <section className="panel">
        {notice}
        <Facts model={model} row={row} fields={FACTS} />
        <dl className="facts">
          <div>
            <dt>{say(words.last)}</dt>
            <dd>
              <LastTry standing={standing} />
            </dd>
          </div>
          <div>
            <dt>{say(words.waiting)}</dt>
            <dd>
              <Waiting standing={standing} />
            </dd>
          </div>
        </dl>
        <p className="muted">{say(words.about)}</p>
        <StateSteps model={model} row={row} onDone={refetch} />
      </section>
      <div>
        <Secret webhook={row.id} standing={standing} editable={editable} onMade={refetch} />
        {editable && <Tools row={row} standing={standing} onDone={refetch} />}
      </div>
    </div>
  );
}

function WebhookPage() {
  const { say } = useWords();
  const { id = '' } = useParams();
  return (
    <RecordPage
      model={useModel(PATH)}
      id={id}
      back={{ to: `/${PATH}`, label: say(words.back) }}
      editFields={FORM}
      tabs={(row) => [
        { key: 'facts', label: say(words.facts), content: <Body row={row} /> },
        { key: 'deliveries', label: say(words.log), content: <Deliveries row={row} /> },
      ]}
    />
  );
}

export { WebhookPage as Component };
