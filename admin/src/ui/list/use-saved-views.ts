import { EVERYONE } from '@jiedui/shared/access';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { asRow } from '../../providers/row';
import { useSession } from '../../providers/session';
import { useRead } from '../use-read';
import { asView, inOrder, queryOf, type SavedView, sameColumns, sameQuery } from './saved-view';

export type ChosenColumns = {
  columns?: readonly string[] | null;
  onColumns?: (names: string[] | null) => void;
};

/** The views of a list that concern the signed-in person, and the one that is looked at. */
export function useSavedViews(path: string, { columns = null, onColumns }: ChosenColumns) {
  const { actor } = useSession();
  const [params, setParams] = useSearchParams();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const { data, refetch } = useRead<unknown[]>('/saved-views', {
    filters: {
      path: { $eq: path },
      $or: [
        { owner: { documentId: { $eq: actor.documentId } } },
        { sharedWith: { $in: [actor.role, EVERYONE] } },
      ],
    },
    populate: ['owner'],
    pagination: { page: 1, pageSize: 100 },
  });
  const views = useMemo(
    () =>
      inOrder(
        (data ?? [])
          .map(asRow)
          .filter((row) => row !== null)
          .map((row) => asView(row, actor.documentId)),
      ),
    [data, actor.documentId],
  );
  const chosen = views.find(({ row }) => row.id === chosenId) ?? null;
  const query = queryOf(params);
  const isChanged =
    chosen !== null &&
    !(sameQuery(chosen.query, query) && sameColumns(chosen.columns, columns && [...columns]));

  const apply = useCallback(
    (view: SavedView | null) => {
      setChosenId(view?.row.id ?? null);
      setParams(view?.query ?? {}, { replace: true });
      if (view?.columns !== undefined || !view) onColumns?.(view?.columns ?? null);
    },
    [setParams, onColumns],
  );

  // Only a list that was opened without a wish of its own begins with the person's usual view.
  const wished = useRef(params.size > 0);
  useEffect(() => {
    if (wished.current || data === undefined) return;
    wished.current = true;
    const usual = views.find(({ mine, favourite }) => mine && favourite);
    if (usual) apply(usual);
  }, [data, views, apply]);

  return {
    views,
    chosen,
    isChanged,
    query,
    columns: columns ? [...columns] : null,
    apply,
    refetch,
    setChosenId,
  };
}
