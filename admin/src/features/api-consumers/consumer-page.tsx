import { useParams } from 'react-router';
import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { Facts } from '../../ui/record/facts';
import { RecordPage, useEditable } from '../../ui/record/record-page';
import { StateSteps } from '../../ui/record/state-steps';
import { FACTS, FORM, PATH } from './consumer-data';
import './consumers.css';
import { HowTo } from './how-to';
import { Tokens } from './tokens';
import { Usage } from './usage';

const words = {
  back: { zh: '接口用户', en: 'API consumers' },
  facts: { zh: '用户和令牌', en: 'Consumer and tokens' },
  usage: { zh: '用量', en: 'Usage' },
  all: {
    zh: '没有选定专栏:可取全部专栏的稿件。',
    en: 'No column is named: it may read the stories of all.',
  },
};

function Body({ row }: { row: Row }) {
  const model = useModel(PATH);
  const { say } = useWords();
  const editable = useEditable(model)(row);
  const unconfined = !Array.isArray(row.columns) || row.columns.length === 0;
  return (
    <>
      <section className="panel">
        <Facts model={model} row={row} fields={FACTS} />
        {unconfined && <p className="muted">{say(words.all)}</p>}
        <StateSteps model={model} row={row} />
      </section>
      <Tokens consumer={row.id} editable={editable} />
      <HowTo />
    </>
  );
}

function ConsumerPage() {
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
        { key: 'usage', label: say(words.usage), content: <Usage consumer={row.id} /> },
      ]}
    />
  );
}

export { ConsumerPage as Component };
