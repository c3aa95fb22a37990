import { PlusOutlined } from '@ant-design/icons';
import {
  checkRubric,
  draftDefinition,
  type Finding,
  type RubricDraft,
  readRubric,
} from '@jiedui/shared/rubric';
import { App, Button, Segmented } from 'antd';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Model } from '../../../models/model';
import { useWords } from '../../../providers/i18n';
import type { Row } from '../../../providers/row';
import { ConflictDialog } from '../../../ui/forms/conflict-dialog';
import { useLeaveGuard } from '../../../ui/forms/use-leave-guard';
import { usePhone } from '../../../ui/use-phone';
import { DiffList } from '../diff-list';
import { BuilderBar } from './builder-bar';
import './builder.css';
import { DimensionSection } from './dimension-section';
import { fieldKey } from './fields';
import { Findings } from './findings';
import { addDimension } from './operations';
import { RulesEditor } from './rules-editor';
import { newTrialSheets, Trial, type TrialSheets } from './trial';
import { openedFor, useEditing } from './use-editing';
import { useSave } from './use-save';

type View = 'edit' | 'check' | 'trial';

type Props = {
  model: Model;
  row: Row;
  first: RubricDraft;
  /** Told whether there is something unsaved. */
  onChanged: (changed: boolean) => void;
};

/** A rubric is made here: its content at the left, what is wrong with it and how it counts at the right. */
export function Builder({ model, row, first, onChanged }: Props) {
  const { say } = useWords();
  const { message } = App.useApp();
  const phone = usePhone();
  const { draft, editing, told, show, ...history } = useEditing(first);
  const saving = useSave(row, draft, history.restart);
  const [view, setView] = useState<View>(phone ? 'edit' : 'check');
  const [sheets] = useState(newTrialSheets);
  const written = useDeferredValue(draft);
  const definition = useMemo(() => draftDefinition(written), [written]);
  const findings = useMemo(() => checkRubric(definition), [definition]);
  const wrong = useMemo(() => wrongPlaces(findings), [findings]);
  useLeaveGuard(saving.changed);

  const { changed } = saving;
  useEffect(() => onChanged(changed), [changed, onChanged]);
  useEffect(() => () => onChanged(false), [onChanged]);

  const save = () => {
    // What cannot stand has not left its field: saved would be what it was before.
    const field = document.querySelector<HTMLElement>('.builder [aria-invalid="true"]');
    if (!field) return void saving.save();
    field.focus();
    message.error(say({ zh: '有的数填得不对,请先改正。', en: 'A number is not right; correct it first.' }));
  };
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const { edit, open, setOpen } = editing;
  const rulesOpen = open === 'rules';

  const editor = (
    <div className="builder-editor">
      <section className="panel builder-dimension">
        <h2>
          <button
            type="button"
            className="builder-name"
            aria-expanded={rulesOpen}
            onClick={() => setOpen(rulesOpen ? null : 'rules')}
          >
            <span className="builder-title">{say({ zh: '总体规则', en: 'Rules' })}</span>
            <span className="muted">
              {say({ zh: '名称、主体权重、合成、封顶、等次、并列', en: 'name, sources, caps, grades, ties' })}
            </span>
            {wrong.has('rules') && <span className="builder-wrong">{say({ zh: '有误', en: 'wrong' })}</span>}
          </button>
        </h2>
        {rulesOpen && <RulesEditor draft={draft} nameFixed={Number(row.version) > 1} edit={edit} />}
      </section>
      {draft.dimensions.map((_, d) => (
        <DimensionSection
          key={fieldKey(['dimensions', d])}
          draft={draft}
          d={d}
          editing={editing}
          isWrong={(key) => wrong.has(key)}
        />
      ))}
      <Button id={fieldKey(['dimensions'])} icon={<PlusOutlined />} onClick={() => edit(addDimension)}>
        {say({ zh: '增加维度', en: 'Add a dimension' })}
      </Button>
    </div>
  );
  const checks = (
    <Findings
      findings={findings}
      onShow={(path) => {
        if (phone) setView('edit');
        show(path);
      }}
    />
  );
  const trial = <TrialOf definition={definition} findings={findings} sheets={sheets} />;
  const checkLabel = findings.length > 0 ? ` ${findings.length}` : '';
  const views = [
    ...(phone ? [{ value: 'edit' as const, label: say({ zh: '编制', en: 'Edit' }) }] : []),
    { value: 'check' as const, label: say({ zh: `检查${checkLabel}`, en: `Checks${checkLabel}` }) },
    { value: 'trial' as const, label: say({ zh: '试评', en: 'Trial' }) },
  ];
  const switcher = <Segmented block value={view} options={views} onChange={setView} />;

  return (
    <div className="builder">
      <BuilderBar draft={written} errors={errors} saving={saving} history={history} onSave={save} />
      {phone && switcher}
      <span className="visually-hidden" role="status">
        {told}
      </span>
      <div className="builder-grid">
        {(!phone || view === 'edit') && editor}
        {(!phone || view !== 'edit') && (
          <aside
            className="panel builder-side"
            aria-label={say({ zh: '检查和试评', en: 'Checks and trial' })}
          >
            {!phone && switcher}
            {view === 'trial' ? trial : checks}
          </aside>
        )}
      </div>
      <ConflictDialog
        model={model}
        conflict={saving.conflict}
        onKeep={saving.keepMine}
        onTake={saving.takeTheirs}
        onBack={saving.backToForm}
      >
        <p>{say({ zh: '我的内容与现在保存的相比:', en: 'Mine, compared with what is saved now:' })}</p>
        <DiffList before={saving.conflict?.theirs.definition} after={saving.conflict?.mine.definition} />
      </ConflictDialog>
    </div>
  );
}

/** What holds something wrong, by the key under which it is opened. */
function wrongPlaces(findings: readonly Finding[]): Set<string> {
  const errors = findings.filter(({ severity }) => severity === 'error');
  return new Set(errors.map(({ path }) => openedFor(path)).filter((key) => key !== null));
}

/** Codes that stand twice: a sheet could not tell the two apart. */
const TWICE = ['duplicateDimension', 'duplicateIndicator'];

function TrialOf({
  definition,
  findings,
  sheets,
}: {
  definition: unknown;
  findings: readonly Finding[];
  sheets: TrialSheets;
}) {
  const { say } = useWords();
  const read = useMemo(() => readRubric(definition), [definition]);
  if ('findings' in read || findings.some(({ code }) => TWICE.includes(code))) {
    return (
      <p className="muted">
        {say({
          zh: '还有未填好或编码重复之处,改好后即可试评,见“检查”。',
          en: 'Something is open or stands twice; see the checks.',
        })}
      </p>
    );
  }
  return <Trial rubric={read.rubric} sheets={sheets} />;
}
