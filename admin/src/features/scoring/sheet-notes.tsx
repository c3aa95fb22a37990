import { lastReturn, wasReturned } from '@jiedui/shared/round';
import { Alert } from 'antd';
import { useWords } from '../../providers/i18n';
import { formatInstant } from '../../ui/field/format';
import { useRead } from '../../ui/use-read';
import { readDraft } from './draft';

type Entry = { at: string; actorName: string | null; transition: string | null; reason: string | null };

/** Why a sheet came back, for whoever has to mend it. */
export function ReturnNote({ evaluation }: { evaluation: { documentId: string; state: string } }) {
  const { say } = useWords();
  const returned = wasReturned(evaluation.state);
  const { data } = useRead<Entry[]>(
    `/evaluations/${evaluation.documentId}/history`,
    {},
    { enabled: returned, staleTime: 0 },
  );
  const last = returned && data ? lastReturn(data) : undefined;
  if (!last) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="sheet-returned"
      message={
        <>
          {say({ zh: `退回原因:${last.reason ?? ''}`, en: `Returned because: ${last.reason ?? ''}` })}{' '}
          <span className="muted">
            {last.actorName} {formatInstant(last.at)}
          </span>
        </>
      }
    />
  );
}

const words = {
  closed: {
    zh: '本轮已截止,不能再评。',
    en: 'The round is closed: nothing can be scored any more.',
  },
  kept: {
    zh: '本机还有没来得及保存的修改,轮次重新开放后打开这张表会自动带回。',
    en: 'Edits that came too late are kept on this device; they come back when the round is open again.',
  },
};

/** That an unfinished sheet has to stay as it is, and that what came too late is not lost. */
export function ClosedNote({ account, sheet }: { account: string; sheet: string }) {
  const { say } = useWords();
  const kept = readDraft(account, sheet) !== null;
  return (
    <Alert
      type="warning"
      showIcon
      className="sheet-returned"
      message={kept ? `${say(words.closed)} ${say(words.kept)}` : say(words.closed)}
    />
  );
}
