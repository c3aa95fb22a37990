import { standingOf } from '@jiedui/shared/story';
import { machineOf } from '@jiedui/shared/workflow';
import type { Row } from '../../providers/row';
import type { HistoryEntry } from '../../ui/record/history';
import { useRead } from '../../ui/use-read';

/** Why a story was taken back; null while it is not, or for one of which the reason is not known. */
export function useWithdrawalReason(row: Row): string | null {
  const enabled = standingOf(row.state) === 'withdrawn';
  const { data } = useRead<HistoryEntry[]>(`/stories/${row.id}/history`, {}, { enabled });
  const steps = machineOf('story')?.transitions ?? {};
  const entry = data?.find(({ transition }) => transition && steps[transition]?.to === row.state);
  return entry?.reason ?? null;
}
