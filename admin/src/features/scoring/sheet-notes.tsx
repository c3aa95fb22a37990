import { acceptsScores, lastReturn, wasReturned } from '@jiedui/shared/round';
import { isEditable, MACHINES } from '@jiedui/shared/workflow';
import { Alert, Button } from 'antd';
import { useSyncExternalStore } from 'react';
import { errorWords } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import { formatInstant } from '../../ui/field/format';
import { useRead } from '../../ui/use-read';
import { DiscardButton } from './discard-button';
import { isUnreadable, readDraft, subscribeToDrafts } from './draft';
import { takesChanges } from './make-saver';
import type { Sheet } from './sheet';

type Entry = { at: string; actorName: string | null; transition: string | null; reason: string | null };

const words = {
  unread: { zh: '退回原因没有读到。', en: 'Why it was returned could not be read. ' },
  retry: { zh: '重试', en: 'Try again' },
  closed: {
    zh: '本轮已截止,不能再评。',
    en: 'The round is closed: nothing can be scored any more.',
  },
  kept: {
    zh: '本机还有没来得及保存的修改,这张表重新开放或退回后打开,会自动带回。',
    en: 'Edits that came too late are kept on this device; they come back when the sheet is open again.',
  },
  foreign: {
    zh: '本机有这张表未发送的修改,由其他版本的程序保存。请刷新页面后再填写;不再需要的,可以丢弃。',
    en: 'This device has edits of the sheet that another version of the program kept. Load the page again, or discard them.',
  },
  elsewhere: {
    zh: '这张表已在另一个窗口打开,请在那里填写。',
    en: 'The sheet is open in another window; fill it in there.',
  },
};

/** Why a sheet came back, for whoever has to mend it. */
export function ReturnNote({ evaluation }: { evaluation: { documentId: string; state: string } }) {
  const { say } = useWords();
  const returned = wasReturned(evaluation.state);
  const { data, error, refetch } = useRead<Entry[]>(
    `/evaluations/${evaluation.documentId}/history`,
    {},
    { enabled: returned, staleTime: 0 },
  );
  if (error && !data) {
    return (
      <Alert
        type="warning"
        showIcon
        className="sheet-returned"
        message={`${say(words.unread)}${say(errorWords(error))}`}
        action={<Button onClick={refetch}>{say(words.retry)}</Button>}
      />
    );
  }
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

type Stand = { sheet: Sheet; account: string; keptAt: string | null; elsewhere: boolean };

/** Where the sheet on the screen comes from, and why it cannot be filled in; what came too late is not lost. */
export function StandNotes({ sheet, account, keptAt, elsewhere }: Stand) {
  const { say } = useWords();
  const { evaluation, round, outside } = sheet;
  const open = isEditable(MACHINES.evaluation, evaluation.state);
  const late = open && !acceptsScores(round.state);
  const useless = !takesChanges(sheet);
  return (
    <>
      {keptAt && (
        <Alert
          type="info"
          showIcon
          className="kept-note"
          message={say({
            zh: `没有网络,显示的是本机 ${formatInstant(keptAt)} 保存的内容。填写的内容存在本机,网络恢复后自动发送。`,
            en: `No network: this is what the device kept at ${formatInstant(keptAt)}. What you enter is sent later.`,
          })}
        />
      )}
      {late && <Alert type="warning" showIcon className="sheet-returned" message={say(words.closed)} />}
      {open && !late && outside && (
        <Alert type="warning" showIcon className="sheet-returned" message={say(outside)} />
      )}
      {elsewhere && (
        <Alert type="warning" showIcon className="sheet-returned" message={say(words.elsewhere)} />
      )}
      <ForeignNote account={account} sheet={evaluation.documentId} />
      {useless && <KeptNote account={account} sheet={evaluation.documentId} />}
    </>
  );
}

/** Edits that another program has kept: not to be written over, so the sheet waits until they are read or given up. */
function ForeignNote({ account, sheet }: { account: string; sheet: string }) {
  const { say } = useWords();
  const foreign = useSyncExternalStore(subscribeToDrafts, () => isUnreadable(account, sheet));
  if (!foreign) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="sheet-returned"
      message={say(words.foreign)}
      action={<DiscardButton account={account} sheet={sheet} />}
    />
  );
}

function KeptNote({ account, sheet }: { account: string; sheet: string }) {
  const { say } = useWords();
  const kept = useSyncExternalStore(subscribeToDrafts, () => readDraft(account, sheet) !== null);
  if (!kept) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="sheet-returned"
      message={say(words.kept)}
      action={<DiscardButton account={account} sheet={sheet} />}
    />
  );
}
