import { useParams } from 'react-router';
import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import { Facts } from '../../ui/record/facts';
import { RecordPage } from '../../ui/record/record-page';
import { StateSteps } from '../../ui/record/state-steps';

const FACTS = ['pairing', 'week', 'agreedAt', 'content'];

function ContentPage() {
  const model = useModel('liaison-contents');
  const { say } = useWords();
  const { id = '' } = useParams();
  return (
    <RecordPage
      model={model}
      id={id}
      back={{ to: '/liaison-contents', label: say({ zh: '每周包联', en: 'Weekly liaison' }) }}
      editFields={['week', 'content']}
      tabs={(row) => [
        {
          key: 'facts',
          label: say({ zh: '包联内容', en: 'Content' }),
          content: (
            <div className="page-grid">
              <section className="panel">
                <Facts model={model} row={row} fields={FACTS} />
              </section>
              <section className="panel no-print">
                <h2>{say({ zh: '下一步', en: 'Next step' })}</h2>
                <StateSteps
                  model={model}
                  row={row}
                  none={say({ zh: '等待对方办理,或已商定。', en: 'The other side has the next step.' })}
                />
              </section>
            </div>
          ),
        },
      ]}
    />
  );
}

export { ContentPage as Component };
