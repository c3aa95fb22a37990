import { lastReturn, wasReturned } from '@jiedui/shared/round';
import { Alert } from 'antd';
import { useWords } from '../../providers/i18n';
import { formatInstant } from '../../ui/field/format';
import { useRead } from '../../ui/use-read';

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
      message={say({ zh: `退回原因:${last.reason ?? ''}`, en: `Returned because: ${last.reason ?? ''}` })}
      description={`${last.actorName ?? ''} ${formatInstant(last.at)}`}
    />
  );
}
