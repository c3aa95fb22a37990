import { checkRubric, readRubric } from '@jiedui/shared/rubric';
import { useParams } from 'react-router';
import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { RecordPage } from '../../ui/record/record-page';
import { StateSteps } from '../../ui/record/state-steps';
import { Tag } from '../../ui/tone';
import { Indicators } from './indicators';
import './rubric.css';
import { Rules } from './rubric-rules';

const words = {
  title: { zh: '测评体系', en: 'Rubrics' },
  content: { zh: '指标', en: 'Indicators' },
  unreadable: { zh: '体系内容无法读取。', en: 'The content cannot be read.' },
};

function Findings({ definition }: { definition: unknown }) {
  const { say } = useWords();
  const findings = checkRubric(definition);
  if (findings.length === 0) return null;
  return (
    <ul className="panel rubric-findings">
      {findings.map((finding) => (
        <li key={`${finding.code}-${finding.path.join('.')}`}>
          <Tag tone={finding.severity === 'error' ? 'red' : 'amber'}>
            {say(finding.severity === 'error' ? { zh: '错误', en: 'Error' } : { zh: '提示', en: 'Note' })}
          </Tag>{' '}
          {say(finding.message)}
        </li>
      ))}
    </ul>
  );
}

function Content({ row }: { row: Row }) {
  const { say } = useWords();
  const read = readRubric(row.definition);
  return (
    <>
      <Findings definition={row.definition} />
      {'rubric' in read ? (
        <>
          <Rules rubric={read.rubric} />
          <Indicators rubric={read.rubric} />
        </>
      ) : (
        <p className="muted">{say(words.unreadable)}</p>
      )}
    </>
  );
}

function RubricPage() {
  const rubricModel = useModel('rubrics');
  const { say } = useWords();
  const { id = '' } = useParams();
  return (
    <RecordPage
      model={rubricModel}
      id={id}
      back={{ to: '/rubrics', label: say(words.title) }}
      title={(row) => `${String(row.name)} v${String(row.version)}`}
      editFields={['name', 'reason']}
      actions={(row) => <StateSteps model={rubricModel} row={row} />}
      tabs={(row) => [{ key: 'content', label: say(words.content), content: <Content row={row} /> }]}
    />
  );
}

export { RubricPage as Component };
