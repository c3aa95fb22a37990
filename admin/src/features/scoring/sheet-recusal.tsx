import { useSyncExternalStore } from 'react';
import { useNavigate } from 'react-router';
import { useModel } from '../../models/store';
import { StateSteps } from '../../ui/record/state-steps';
import type { SheetSaver } from './sheet-saver';

const STEP = ['recuse'];

/** The way out of a sheet that its evaluator may not fill in; afterwards it is no longer theirs. */
export function SheetRecusal({ id, state, saver }: { id: string; state: string; saver: SheetSaver }) {
  const model = useModel('evaluations');
  const navigate = useNavigate();
  // The sheet saves itself meanwhile: the step is taken from the newest revision.
  const rev = useSyncExternalStore(saver.subscribe, saver.rev);
  return (
    <StateSteps
      model={model}
      row={{ id, documentId: id, rev, state }}
      only={STEP}
      onGone={() => {
        saver.abandon();
        void navigate('/evaluations', { replace: true });
      }}
    />
  );
}
