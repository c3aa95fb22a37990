import { acceptsEvidence, awaitsReviewer, isUnderReview, refusingRefused } from '@jiedui/shared/round';
import type { Words } from '@jiedui/shared/text';
import { Alert, Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { asLinked, type Row } from '../../providers/row';
import { ErrorNotice } from '../../ui/notices';
import { Facts } from '../../ui/record/facts';
import { Files } from '../../ui/record/files';
import { RecordPage } from '../../ui/record/record-page';
import { StateSteps } from '../../ui/record/state-steps';
import { isOpen } from '../../ui/uploads/upload-queue';
import { useUploads } from '../../ui/uploads/use-uploads';
import { useRead } from '../../ui/use-read';
import './appeals.css';
import type { AppealCase } from './case-data';
import { CaseEffect, CaseSheets } from './case-panel';
import { isSaved, ReviewForm, type Weighed, weighedOf } from './review-form';
import { ReviewerPicker } from './reviewer-picker';

const words = {
  back: { zh: '申诉复核', en: 'Appeals' },
  appeal: { zh: '申诉', en: 'Appeal' },
  ground: { zh: '申诉理由', en: 'Ground' },
  evidence: { zh: '佐证材料', en: 'Evidence' },
  review: { zh: '复核', en: 'Review' },
  decision: { zh: '复核意见', en: 'Decision' },
  next: { zh: '下一步', en: 'Next step' },
  noStep: { zh: '当前没有需要您办理的步骤。', en: 'There is no step for you now.' },
  course: { zh: '办理过程', en: 'Its course' },
  result: { zh: '查看申诉的结果', en: 'The result' },
  unsaved: { zh: '请先保存。', en: 'Save first.' },
  sending: { zh: '佐证材料还在上传。', en: 'Evidence is still being sent.' },
  late: {
    zh: '这份草稿不能再提交,可以删除。',
    en: 'This draft cannot be filed any more; it can be deleted.',
  },
  noChange: { zh: '评分没有改动;如不更正,请选“维持原结果”。', en: 'No score was changed.' },
};

const COURSE = ['unit', 'round', 'appealBy', 'filedAt', 'reviewer', 'decidedAt', 'result'];
const FORM = ['ground'];

function Case({ row }: { row: Row }) {
  const { say } = useWords();
  const { data, error, refetch } = useRead<AppealCase>(`/appeals/${row.id}/case`);
  if (error) return <ErrorNotice error={error} onRetry={refetch} />;
  // The case of an older revision would fill the form with what it no longer says.
  if (!data || data.rev !== row.rev) return <Skeleton active title={false} />;
  // Begun anew with every revision: what was typed is saved by then.
  return <CaseOf key={row.rev} row={row} of={data} say={say} />;
}

type CaseProps = { row: Row; of: AppealCase; say: (words: Words) => string };

function CaseOf({ row, of, say }: CaseProps) {
  const model = useModel('appeals');
  const { writes } = useAccess();
  const [weighed, setWeighed] = useState<Weighed>(() => weighedOf(row, of));
  const { uploads } = useUploads({ path: model.path, id: row.id, field: 'evidence' }, row.rev);
  // What is filed takes no more evidence: what is on its way would be lost.
  const sending = uploads.files.some(isOpen);
  const reviewing = isUnderReview(row.state) && writes('appeals', 'decision');
  const saved = !reviewing || isSaved(row, of, weighed);
  const unmet = (gate: string): Words[] => {
    if (!saved) return [words.unsaved];
    if (gate === 'appeal' && sending) return [words.sending];
    const refusing = gate === 'unaccepted' && refusingRefused(row.acceptedAt);
    if (refusing) return [refusing];
    return gate === 'correction' && !of.effect ? [words.noChange] : [];
  };
  const { indicator } = of;
  return (
    <div className="page-grid">
      <div>
        <section className="panel">
          <h2>
            {indicator.code} {indicator.name} <span className="muted">{indicator.maxPoints}</span>
          </h2>
          {indicator.standard && <p className="muted">{indicator.standard}</p>}
          <h3>{say(words.ground)}</h3>
          <p className="appeal-text">{String(row.ground ?? '')}</p>
          <h3>{say(words.evidence)}</h3>
          <Files
            model={model}
            row={row}
            field="evidence"
            editable={acceptsEvidence(row.state) && !of.refused && writes('appeals', 'evidence')}
          />
        </section>
        <section className="panel">
          <h2>{say(words.review)}</h2>
          <CaseSheets of={of} />
          {reviewing && <ReviewForm row={row} of={of} weighed={weighed} onWeigh={setWeighed} />}
          {of.effect && <CaseEffect effect={of.effect} />}
          {!reviewing && of.decision && (
            <>
              <h3>{say(words.decision)}</h3>
              <p className="appeal-text">{of.decision}</p>
            </>
          )}
        </section>
      </div>
      <Side row={row} refused={of.refused} unmet={unmet} />
    </div>
  );
}

type SideProps = { row: Row; refused: Words | null; unmet: (gate: string) => Words[] };

function Side({ row, refused, unmet }: SideProps) {
  const model = useModel('appeals');
  const navigate = useNavigate();
  const { say } = useWords();
  const { may, writes } = useAccess();
  const naming = awaitsReviewer(row.state) && writes('appeals', 'reviewer');
  const against = asLinked(row.unitResult)?.documentId;
  return (
    <div>
      <section className="panel">
        <h2>{say(words.next)}</h2>
        {naming && <ReviewerPicker key={row.rev} row={row} />}
        {refused ? (
          <Alert type="warning" showIcon message={say(refused)} description={say(words.late)} />
        ) : (
          <StateSteps
            model={model}
            row={row}
            unmet={unmet}
            none={say(words.noStep)}
            onGone={() => void navigate('/appeals', { replace: true })}
          />
        )}
      </section>
      <section className="panel">
        <h2>{say(words.course)}</h2>
        <Facts
          model={model}
          row={row}
          fields={COURSE.filter((field) => row[field] !== null && row[field] !== undefined)}
        />
        {against && may('read', 'unit-results') && (
          <p>
            <Link className="link-in-text" to={`/unit-results/${against}`}>
              {say(words.result)}
            </Link>
          </p>
        )}
      </section>
    </div>
  );
}

function AppealPage() {
  const model = useModel('appeals');
  const { say } = useWords();
  const { writes } = useAccess();
  const { id = '' } = useParams();
  return (
    <RecordPage
      model={model}
      id={id}
      back={{ to: '/appeals', label: say(words.back) }}
      editFields={FORM.filter((field) => writes('appeals', field))}
      open={(row) => acceptsEvidence(row.state)}
      tabs={(row) => [{ key: 'facts', label: say(words.appeal), content: <Case row={row} /> }]}
    />
  );
}

export { AppealPage as Component };
