import { acceptsScores, talkEndRefused, talkRefused } from '@jiedui/shared/round';
import { MACHINES } from '@jiedui/shared/workflow';
import { useParams } from 'react-router';
import { useModel } from '../../models/store';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { asLinked, type Row } from '../../providers/row';
import { ErrorNotice } from '../../ui/notices';
import { Facts } from '../../ui/record/facts';
import { RecordPage } from '../../ui/record/record-page';
import { StateSteps } from '../../ui/record/state-steps';
import { useRecord } from '../../ui/use-record';
import { useRoundState } from '../../ui/use-round-state';
import { Answers } from './answers';
import { useAnswers } from './use-answers';

const words = {
  back: { zh: '会商', en: 'Talks' },
  talk: { zh: '会商', en: 'Talk' },
};

const FIELDS = ['round', 'unit', 'code', 'question', 'disclose', 'outcome'];
const EDITED = ['question', 'disclose'];
const STEPS = Object.entries(MACHINES.moderation.transitions);

/** The steps of the talk; of the two ways to end it the one that what was answered leaves open. */
function Steps({ row, roundState }: { row: Row; roundState: string | undefined }) {
  const model = useModel('moderations');
  const { data } = useAnswers(row.id);
  if (!data || !roundState) return null;
  const states = data.map(({ state }) => state);
  const left = STEPS.filter(([, { gate }]) => talkEndRefused(gate, states) === null).map(([name]) => name);
  const refused = talkRefused(roundState);
  return (
    <StateSteps
      model={model}
      row={row}
      only={left}
      unmet={(gate) => (gate === 'talk' && refused ? [refused] : [])}
    />
  );
}

function TalkBody({ row }: { row: Row }) {
  const model = useModel('moderations');
  const { has } = useAccess();
  const { error, refetch } = useRoundState(asLinked(row.round)?.documentId);
  return (
    <>
      {error && <ErrorNotice error={error} onRetry={refetch} />}
      <section className="panel">
        <Facts model={model} row={row} fields={FIELDS} />
      </section>
      {has('readTrust') && <Answers row={row} />}
    </>
  );
}

/** One talk: what the office asks, who answered what, and how it came out. */
function ModerationPage() {
  const model = useModel('moderations');
  const { say } = useWords();
  const { may } = useAccess();
  const { id = '' } = useParams();
  const { row: talk } = useRecord(model, id);
  const { roundState } = useRoundState(asLinked(talk?.round)?.documentId);
  return (
    <RecordPage
      model={model}
      id={id}
      back={{ to: '/moderations', label: say(words.back) }}
      editFields={EDITED}
      changeable={() => acceptsScores(roundState)}
      actions={(row) => may('transition', model.path) && <Steps row={row} roundState={roundState} />}
      tabs={(row) => [{ key: 'talk', label: say(words.talk), content: <TalkBody row={row} /> }]}
    />
  );
}

export { ModerationPage as Component };
