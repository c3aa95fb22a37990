import {
  checkRubric,
  ITEM_KIND_WORDS,
  type Rubric,
  readRubric,
  rubricToRows,
  SOURCE_WORDS,
} from '@jiedui/shared/rubric';
import { useParams } from 'react-router';
import { rubricModel } from '../../models/evaluation';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { RecordPage } from '../../ui/record/record-page';
import { StateSteps } from '../../ui/record/state-steps';
import { Tag } from '../../ui/tone';
import './rubric.css';

const words = {
  title: { zh: '测评体系', en: 'Rubrics' },
  content: { zh: '指标', en: 'Indicators' },
  rules: { zh: '计分规则', en: 'Rules' },
  code: { zh: '编码', en: 'Code' },
  name: { zh: '指标', en: 'Indicator' },
  kind: { zh: '类型', en: 'Kind' },
  points: { zh: '分值', en: 'Points' },
  standard: { zh: '评分标准', en: 'Standard' },
  options: { zh: '选项', en: 'Options' },
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

function Indicators({ rubric }: { rubric: Rubric }) {
  const { say } = useWords();
  const options = new Map(
    rubricToRows(rubric).map(({ cells }) => [String(cells.指标编码), String(cells.选项 ?? '')]),
  );
  return (
    <>
      {rubric.dimensions.map((dimension) => (
        <section key={dimension.code} className="panel rubric-dimension">
          <h2>{dimension.name}</h2>
          <div className="rubric-scroll">
            <table>
              <thead>
                <tr>
                  {(['code', 'name', 'kind', 'points', 'standard', 'options'] as const).map((key) => (
                    <th scope="col" key={key}>
                      {say(words[key])}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {dimension.indicators.map((indicator) => (
                  <tr key={indicator.code}>
                    <td>{indicator.code}</td>
                    <td>{indicator.name}</td>
                    <td>{say(ITEM_KIND_WORDS[indicator.item.kind])}</td>
                    <td className="number">{indicator.maxPoints}</td>
                    <td>{indicator.standard}</td>
                    <td>{options.get(indicator.code)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      ))}
    </>
  );
}

function aggregationWords({ aggregation }: Rubric) {
  switch (aggregation.policy) {
    case 'mean':
      return { zh: '各测评员取平均分', en: 'Mean of the evaluators' };
    case 'dropHighLow':
      return {
        zh: `${aggregation.from} 名以上测评员时去掉一个最高分和一个最低分`,
        en: `From ${aggregation.from} evaluators on, one high and one low are dropped`,
      };
    case 'trimmed':
      return {
        zh: `两端各去掉 ${aggregation.proportion * 100}%`,
        en: `${aggregation.proportion * 100}% is dropped on each side`,
      };
  }
}

function Rules({ rubric }: { rubric: Rubric }) {
  const { say } = useWords();
  const sources = rubric.sources
    .map(({ code, weight }) => `${say(SOURCE_WORDS[code])} ${weight}%`)
    .join('、');
  const bands = rubric.bands.map((band) => `${say(band.label)} ≥ ${band.min}`).join('、');
  return (
    <ul className="panel rubric-rules">
      <li>{say({ zh: `评分来源:${sources}`, en: `Sources: ${sources}` })}</li>
      <li>{say(aggregationWords(rubric))}</li>
      <li>
        {say({
          zh: `至少 ${rubric.minRaters} 名测评员方可排名`,
          en: `Ranked from ${rubric.minRaters} evaluators on`,
        })}
      </li>
      <li>{say({ zh: `加分合计不超过 ${rubric.bonusCap} 分`, en: `Bonus at most ${rubric.bonusCap}` })}</li>
      <li>{say({ zh: `等次:${bands}`, en: `Grades: ${bands}` })}</li>
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
