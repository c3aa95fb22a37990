import { acceptsScores } from '@jiedui/shared/round';
import { Button } from 'antd';
import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { asLinked, linkedName, type Row } from '../../providers/row';
import { StateSteps } from '../../ui/record/state-steps';
import { useRead } from '../../ui/use-read';

type Moved = { documentId: string; rev: number; state: string };
type Props = { evaluation: Moved; round: { state: string }; onMoved: () => void };

/** For those who read sheets without filling them in: whose sheet it is, and the step back to its evaluator. */
export function SheetOffice({ evaluation, round, onMoved }: Props) {
  const evaluationModel = useModel('evaluations');
  const { say } = useWords();
  const { may } = useAccess();
  const isReader = !may('update', 'evaluations');
  const { data, error, refetch } = useRead<{ evaluator: unknown }>(
    `/evaluations/${evaluation.documentId}`,
    { fields: ['state'], populate: { evaluator: { fields: ['displayName'] } } },
    { enabled: isReader },
  );
  if (!isReader) return null;
  const row: Row = { ...evaluation, id: evaluation.documentId };
  return (
    <>
      <span className="sheet-evaluator">
        {say({ zh: '测评员:', en: 'Evaluator: ' })}
        {linkedName(asLinked(data?.evaluator))}
        {error && !data && (
          <Button type="link" size="small" onClick={refetch}>
            {say({ zh: '没有读到,重试', en: 'Not read; try again' })}
          </Button>
        )}
      </span>
      {acceptsScores(round.state) ? (
        <StateSteps model={evaluationModel} row={row} onDone={onMoved} />
      ) : (
        <span className="muted sheet-evaluator">
          {say({
            zh: '本轮已截止,重新开放后才能退回',
            en: 'The round is closed; reopen it to return sheets',
          })}
        </span>
      )}
    </>
  );
}
