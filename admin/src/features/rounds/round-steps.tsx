import { caseReopenRefused } from '@jiedui/shared/round';
import type { Words } from '@jiedui/shared/text';
import { useModel } from '../../models/store';
import type { Row } from '../../providers/row';
import { StateSteps } from '../../ui/record/state-steps';
import { useProgress } from './use-progress';

/** A calibration case has no result to sign off. */
const CASE_STEPS = ['open', 'close', 'reopen'];

/** The steps of a calibration case, which is not opened again when its evaluators were told of it. */
function CaseSteps({ row }: { row: Row }) {
  const model = useModel('rounds');
  const { data } = useProgress(row.id);
  const unmet = (gate: string): Words[] => {
    const refused = gate === 'untold' && caseReopenRefused((data?.submitted ?? 0) > 0);
    return refused ? [refused] : [];
  };
  return <StateSteps model={model} row={row} only={CASE_STEPS} unmet={unmet} />;
}

/** The steps of a round. */
export function RoundSteps({ row }: { row: Row }) {
  const model = useModel('rounds');
  return row.calibrates ? <CaseSteps row={row} /> : <StateSteps model={model} row={row} />;
}
