import { useList } from '@refinedev/core';
import { useAccess } from '../../providers/access';
import type { Row } from '../../providers/row';
import type { Kept } from '../../ui/activity/facts-of';
import { materialOf } from '../../ui/activity/facts-of';

/** No activity has more pieces than are worth looking at together. */
const MOST_PIECES = 100;

function usePart(path: string, activity: string, fields: string[], pageSize: number) {
  const { may } = useAccess();
  const enabled = may('read', path);
  const { query } = useList<Row>({
    resource: path,
    filters: [{ field: 'activity.documentId', operator: 'eq', value: activity }],
    sorters: [{ field: 'createdAt', order: 'asc' }],
    pagination: { currentPage: 1, pageSize },
    meta: { fields },
    errorNotification: false,
    queryOptions: { enabled },
  });
  return { ready: !enabled || !query.isLoading, data: query.data };
}

const PIECE = ['kind', 'title', 'showsTheme', 'showsHost', 'showsTime', 'state', 'reviewedBy', 'rev'];

/** The records beside an activity that its rules ask for; `kept` is null until they have come. */
export function useKept(activity: string): { pieces: Row[]; kept: Kept | null } {
  const materials = usePart('activity-materials', activity, PIECE, MOST_PIECES);
  const consents = usePart('guardian-consents', activity, ['rev'], 1);
  const pieces = materials.data?.data ?? [];
  if (!materials.ready || !consents.ready) return { pieces, kept: null };
  return {
    pieces,
    kept: {
      materials: pieces.map(materialOf),
      ...(consents.data?.total === undefined ? {} : { guardianConsents: consents.data.total }),
    },
  };
}
