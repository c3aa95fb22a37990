import { acceptsAdditions } from '@jiedui/shared/round';
import { isEditable, MACHINES } from '@jiedui/shared/workflow';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { labelOf } from '../../models/model';
import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { asLinked, type Row } from '../../providers/row';
import { RecordDrawer } from '../../ui/forms/record-drawer';
import { Files } from '../../ui/record/files';
import { useRead } from '../../ui/use-read';
import { CaseDialog } from './case-dialog';

const words = {
  title: { zh: '校准案例', en: 'Calibration case' },
  hint: {
    zh: '本轮测评员先各自评同一个单位,再评其他单位。校准案例不计入本轮的任何结果和统计。',
    en: 'All evaluators score one and the same unit first. It counts in no result and no statistic of the round.',
  },
  make: { zh: '设校准案例', en: 'Make a calibration case' },
  show: { zh: '打开校准案例', en: 'Open the case' },
  edit: { zh: '编辑案例说明', en: 'Describe the case' },
  of: { zh: '所属轮次', en: 'Of the round' },
  release: {
    zh: '全部提交或截止评分后,每名测评员只看到自己与其他人平均的差别(至少 3 人提交);各人的差别由区办公室在所属轮次的“可信度”中查看。',
    en: 'When all are in, or it is closed, each evaluator sees the own difference from the others (from 3 on).',
  },
};

/** The calibration case of a round: made here, or where it is. */
export function CalibrationOf({ round }: { round: Row }) {
  const { say } = useWords();
  const { has } = useAccess();
  const [choosing, setChoosing] = useState(false);
  const { data } = useRead<{ documentId: string; state: string }[]>('/rounds', {
    filters: { calibrates: { documentId: { $eq: round.id } } },
    fields: ['state'],
    pagination: { page: 1, pageSize: 1 },
  });
  const [known] = data ?? [];
  if (!data || (!known && !(has('planRound') && acceptsAdditions(round.state)))) return null;
  return (
    <section className="panel round-work">
      <h2>{say(words.title)}</h2>
      <p className="muted">{say(words.hint)}</p>
      {known ? (
        <Link className="link-in-text" to={`/rounds/${known.documentId}`}>
          {say(words.show)}
        </Link>
      ) : (
        <Button onClick={() => setChoosing(true)}>{say(words.make)}</Button>
      )}
      {choosing && <CaseDialog round={round.id} onClose={() => setChoosing(false)} />}
    </section>
  );
}

/** A calibration case on its own page: what is to be judged, and when its evaluators are told. */
export function CalibrationCase({ round }: { round: Row }) {
  const model = useModel('rounds');
  const { say } = useWords();
  const { may } = useAccess();
  const [editing, setEditing] = useState(false);
  const editable = may('update', 'rounds') && isEditable(MACHINES.round, round.state);
  const parent = asLinked(round.calibrates);
  return (
    <section className="panel round-work">
      <h2>{say(words.title)}</h2>
      <p className="muted">{say(words.release)}</p>
      {parent && (
        <p>
          {say(words.of)}:
          <Link className="link-in-text" to={`/rounds/${parent.documentId}`}>
            {parent.name as string}
          </Link>
        </p>
      )}
      {typeof round.caseText === 'string' && <p className="round-case-text">{round.caseText}</p>}
      <h3>{say(labelOf(model, 'caseFiles'))}</h3>
      <Files model={model} row={round} field="caseFiles" editable={editable} />
      {editable && <Button onClick={() => setEditing(true)}>{say(words.edit)}</Button>}
      {editing && (
        <RecordDrawer
          model={model}
          title={say(words.edit)}
          fields={['caseText']}
          row={round}
          onClose={() => setEditing(false)}
          onSaved={() => setEditing(false)}
        />
      )}
    </section>
  );
}
