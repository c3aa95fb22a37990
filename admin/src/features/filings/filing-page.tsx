import { rulesWords } from '@jiedui/shared/filing';
import { lastDay } from '@jiedui/shared/programme';
import { Button, Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { Model } from '../../models/model';
import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { LateTag } from '../../ui/field/tags';
import { Facts } from '../../ui/record/facts';
import { Files } from '../../ui/record/files';
import { RecordPage, useEditable } from '../../ui/record/record-page';
import { StateSteps } from '../../ui/record/state-steps';
import type { FilingKind } from './filing-data';
import { FilingForm, filingForm, type Typed } from './filing-form';
import './filings.css';
import { type Terms, useTerms } from './requirement';
import { useUnreceived } from './use-unreceived';

const words = {
  content: { zh: '报送内容', en: 'What is sent in' },
  next: { zh: '下一步', en: 'Next step' },
  noStep: { zh: '当前没有需要您办理的步骤。', en: 'There is no step for you now.' },
  asked: { zh: '要求', en: 'What is asked' },
  due: { zh: '截止', en: 'Due' },
  addenda: { zh: '补报截止', en: 'Addenda until' },
  rules: { zh: '规格', en: 'Rules' },
  instructions: { zh: '说明', en: 'Instructions' },
  template: { zh: '模板', en: 'Template' },
  course: { zh: '办理过程', en: 'Its course' },
  receipt: { zh: '回执', en: 'Receipt' },
  files: { zh: '附件', en: 'Files' },
};

/** Whose filing it is and how it went; a type without one of the fields leaves it out. */
const COURSE = [
  'requirement',
  'period',
  'unit',
  'station',
  'department',
  'activity',
  'addendumTo',
  'receiptNumber',
  'firstSubmittedAt',
  'lateDays',
  'submittedAt',
  'submittedBy',
  'forwardedAt',
  'forwardedBy',
  'acceptedAt',
  'acceptedBy',
];
const isFilled = (row: Row, field: string) => row[field] !== null && row[field] !== undefined;

/** What the requirement asks; while the filing is open, its form says the rules. */
function Asked({ kind, terms, open }: { kind: FilingKind; terms: Terms; open: boolean }) {
  const { say } = useWords();
  const model = useModel(kind.requirementPath);
  const { row, rules, due, addendaUntil } = terms;
  return (
    <>
      <dl className="facts">
        {due && (
          <Fact label={say(words.due)}>
            {lastDay(due)} {open && <LateTag dueOn={lastDay(due)} />}
          </Fact>
        )}
        {addendaUntil && <Fact label={say(words.addenda)}>{addendaUntil}</Fact>}
        {!open && <Fact label={say(words.rules)}>{say(rulesWords(rules))}</Fact>}
        {isFilled(row, 'instructions') && (
          <Fact label={say(words.instructions)}>{String(row.instructions)}</Fact>
        )}
      </dl>
      {isFilled(row, 'template') && (
        <>
          <h3>{say(words.template)}</h3>
          <Files model={model} row={row} field="template" editable={false} />
        </>
      )}
    </>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="fact-wide">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Content({ model, row }: { model: Model; row: Row }) {
  const { say } = useWords();
  return (
    <>
      <p className="filing-text">{String(row.text ?? '') || '—'}</p>
      <h3>{say(words.files)}</h3>
      <Files model={model} row={row} field="files" editable={false} />
    </>
  );
}

type BodyProps = { kind: FilingKind; row: Row; typed: Typed };

function FilingBody({ kind, row, typed }: BodyProps) {
  const model = useModel(kind.path);
  const { say } = useWords();
  const editable = useEditable(model)(row);
  const terms = useTerms(kind, row);
  const form = filingForm(row, terms, typed);
  const unreceived = useUnreceived(kind, row);
  if (!terms) return <Skeleton active title={false} />;
  const unmet = (gate: string) => (gate === 'filing' ? form.unmet() : unreceived);
  return (
    <div className="page-grid">
      <section className="panel">
        <h2>{say(words.content)}</h2>
        {editable ? (
          <FilingForm model={model} row={row} terms={terms} form={form} />
        ) : (
          <Content model={model} row={row} />
        )}
      </section>
      <div>
        <section className="panel">
          <h2>{say(words.next)}</h2>
          <StateSteps model={model} row={row} unmet={unmet} none={say(words.noStep)} />
        </section>
        <section className="panel">
          <h2>{say(words.asked)}</h2>
          <Asked kind={kind} terms={terms} open={editable} />
        </section>
        <section className="panel">
          <h2>{say(words.course)}</h2>
          <Facts model={model} row={row} fields={COURSE.filter((field) => isFilled(row, field))} />
          {isFilled(row, 'receiptNumber') && (
            <p>
              <Link className="link-in-text" to={`/${kind.path}/${row.id}/receipt`}>
                {say(words.receipt)}
              </Link>
            </p>
          )}
        </section>
      </div>
    </div>
  );
}

/** A filing: filled in on its page and judged as it is, sent in, received, and its course. */
export function FilingPage({ kind }: { kind: FilingKind }) {
  const { id = '' } = useParams();
  return <FilingOf key={id} kind={kind} id={id} />;
}

function FilingOf({ kind, id }: { kind: FilingKind; id: string }) {
  const { say } = useWords();
  const navigate = useNavigate();
  // Kept here, since a tab that is left is taken away with what was typed in it.
  const [typed, type] = useState<string | null>(null);
  return (
    <RecordPage
      model={useModel(kind.path)}
      id={id}
      editFields={kind.editFields}
      back={{ to: `/${kind.path}`, label: say(kind.title) }}
      actions={(row) =>
        isFilled(row, 'receiptNumber') && (
          <Button onClick={() => void navigate(`/${kind.path}/${row.id}/receipt`)}>
            {say(words.receipt)}
          </Button>
        )
      }
      tabs={(row) => [
        {
          key: 'facts',
          label: say(words.content),
          content: <FilingBody kind={kind} row={row} typed={{ typed, type }} />,
        },
      ]}
    />
  );
}
