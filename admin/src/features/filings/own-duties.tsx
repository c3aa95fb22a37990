import { addendumRefused, receivedStates } from '@jiedui/shared/filing';
import { App, Button, Skeleton } from 'antd';
import { useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { errorWords } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import { useSession } from '../../providers/session';
import { StateTag } from '../../ui/field/tags';
import { ErrorNotice, Notice } from '../../ui/notices';
import { useRead } from '../../ui/use-read';
import { useWrites } from '../../ui/use-writes';
import { DutyFacts, dutyTitle, Standing } from './duty-words';
import { dutyKey, type FilingKind, type OwnDuty } from './filing-data';

const words = {
  none: { zh: '目前没有需要您报送的事项。', en: 'Nothing is asked of you at present.' },
  receipt: { zh: '回执', en: 'Receipt' },
  begin: { zh: '填报', en: 'Fill in' },
  goOn: { zh: '继续填报', en: 'Go on' },
  look: { zh: '查看', en: 'View' },
  add: { zh: '补报', en: 'Add to it' },
};

/** Starts a draft, of which a party has one: of two quick clicks the second does nothing. */
function useBegin(kind: FilingKind) {
  const { say } = useWords();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { create } = useWrites(kind.path);
  const beginning = useRef(false);
  const [busy, setBusy] = useState<string | null>(null);
  const begin = async (duty: OwnDuty, addendumTo: string | null) => {
    if (beginning.current) return;
    beginning.current = true;
    setBusy(dutyKey(duty));
    try {
      const { requirement, period, party } = duty;
      const row = await create({
        requirement: requirement.documentId,
        [party.per]: party.documentId,
        ...(period === null ? {} : { period }),
        ...(addendumTo ? { addendumTo } : {}),
      });
      void navigate(`/${kind.path}/${row.documentId}`);
    } catch (error) {
      message.error(say(errorWords(error)));
    } finally {
      beginning.current = false;
      setBusy(null);
    }
  };
  return { begin, busy };
}

/** What the account's own unit, site or department owes, and how far it is. */
export function OwnDuties({ kind }: { kind: FilingKind }) {
  const { say } = useWords();
  const { data, error, refetch } = useRead<OwnDuty[]>('/filings/own', { of: kind.resource });
  const { begin, busy } = useBegin(kind);
  if (error && !data) return <ErrorNotice error={error} onRetry={refetch} />;
  if (!data) return <Skeleton active title={false} />;
  if (data.length === 0) return <Notice text={say(words.none)} />;
  return (
    <ul className="filing-duties">
      {[...data].reverse().map((duty) => (
        <li key={dutyKey(duty)} className="panel">
          <OwnCard
            duty={duty}
            kind={kind}
            busy={busy === dutyKey(duty)}
            onBegin={(addendumTo) => void begin(duty, addendumTo)}
          />
        </li>
      ))}
    </ul>
  );
}

type CardProps = {
  duty: OwnDuty;
  kind: FilingKind;
  busy: boolean;
  onBegin: (addendumTo: string | null) => void;
};

function OwnCard({ duty, kind, busy, onBegin }: CardProps) {
  const { say } = useWords();
  const { party } = duty;
  const { filing } = party;
  const received = filing !== null && receivedStates(kind.resource).includes(filing.state);
  return (
    <>
      <div className="filing-head">
        <h2>{dutyTitle(duty)}</h2>
        <Standing party={party} />
        {filing && <StateTag resource={kind.resource} state={filing.state} />}
      </div>
      <DutyFacts duty={duty} open={!received}>
        {filing?.receiptNumber && (
          <>
            <dt>{say(words.receipt)}</dt>
            <dd>
              <Link className="link-in-text" to={`/${kind.path}/${filing.documentId}/receipt`}>
                {filing.receiptNumber}
              </Link>
            </dd>
          </>
        )}
      </DutyFacts>
      <div className="steps">
        {filing ? (
          <OpenButton kind={kind} id={filing.documentId} received={received} />
        ) : (
          <Button type="primary" loading={busy} onClick={() => onBegin(null)}>
            {say(words.begin)}
          </Button>
        )}
        {filing && <AddButton duty={duty} kind={kind} busy={busy} onBegin={onBegin} />}
      </div>
    </>
  );
}

function OpenButton({ kind, id, received }: { kind: FilingKind; id: string; received: boolean }) {
  const { say } = useWords();
  const navigate = useNavigate();
  return (
    <Button type={received ? 'default' : 'primary'} onClick={() => void navigate(`/${kind.path}/${id}`)}>
      {say(received ? words.look : words.goOn)}
    </Button>
  );
}

/** Offered while something may be added to what came in. */
function AddButton({ duty, kind, busy, onBegin }: CardProps) {
  const { say } = useWords();
  const { today } = useSession();
  const { filing } = duty.party;
  if (!filing) return null;
  const original = { resource: kind.resource, state: filing.state, isAddendum: false };
  if (addendumRefused(original, duty.addendaUntil, today)) return null;
  return (
    <Button loading={busy} onClick={() => onBegin(filing.documentId)}>
      {say(words.add)}
    </Button>
  );
}
