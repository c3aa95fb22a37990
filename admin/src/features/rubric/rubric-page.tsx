import { checkRubric, readRubric, readRubricDraft } from '@jiedui/shared/rubric';
import { useCallback, useState } from 'react';
import { useParams } from 'react-router';
import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { RecordPage, useEditable } from '../../ui/record/record-page';
import { StateSteps } from '../../ui/record/state-steps';
import { Tag } from '../../ui/tone';
import { Builder } from './builder/builder';
import { Indicators } from './indicators';
import { NewVersion } from './new-version';
import './rubric.css';
import { Rules } from './rubric-rules';
import { VersionsTab } from './versions-tab';
import { WhatIf } from './what-if';
import { WorkbookActions } from './workbook-actions';

const words = {
  title: { zh: '测评体系', en: 'Rubrics' },
  content: { zh: '指标', en: 'Indicators' },
  build: { zh: '编制', en: 'Build' },
  preview: { zh: '通览', en: 'Overview' },
  versions: { zh: '版本对比', en: 'Versions' },
  whatIf: { zh: '试算', en: 'What if' },
  unsaved: { zh: '有未保存的修改,请先保存。', en: 'Save the changes first.' },
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
  const { has } = useAccess();
  const editable = useEditable(rubricModel);
  const [changed, setChanged] = useState(false);
  const tell = useCallback((now: boolean) => setChanged(now), []);
  const build = (row: Row) => {
    const first = editable(row) ? readRubricDraft(row.definition) : null;
    if (!first) return [];
    const content = <Builder key={row.id} model={rubricModel} row={row} first={first} onChanged={tell} />;
    return [{ key: 'build', label: say(words.build), content }];
  };
  return (
    <RecordPage
      model={rubricModel}
      id={id}
      back={{ to: '/rubrics', label: say(words.title) }}
      title={(row) => `${String(row.name)} v${String(row.version)}`}
      editFields={['reason']}
      actions={(row) => (
        <>
          <NewVersion row={row} />
          <WorkbookActions row={row} editable={editable(row)} changed={changed} />
          <StateSteps model={rubricModel} row={row} unmet={() => (changed ? [words.unsaved] : [])} />
        </>
      )}
      tabs={(row) => [
        ...build(row),
        {
          key: 'content',
          label: say(editable(row) ? words.preview : words.content),
          content: <Content row={row} />,
        },
        {
          key: 'versions',
          label: say(words.versions),
          content: <VersionsTab model={rubricModel} row={row} />,
        },
        ...(has('planRound')
          ? [{ key: 'whatIf', label: say(words.whatIf), content: <WhatIf rubric={row.id} /> }]
          : []),
      ]}
    />
  );
}

export { RubricPage as Component };
