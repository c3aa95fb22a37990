import { useCustom } from '@refinedev/core';
import { useCallback, useEffect } from 'react';
import { type ApiError, toApiError } from '../providers/errors';
import { onLineBack } from '../providers/line';

type Options = { enabled?: boolean; keepPrevious?: boolean; staleTime?: number; gcTime?: number };

/**
 * Reads one of the API's own addresses (`/activities/by-day`). The answer is `{ data, meta }`; `data` is
 * undefined until it has come. Every write of the console makes what is on the screen read again.
 */
export function useRead<T, Meta = unknown>(url: string, query: object = {}, options: Options = {}) {
  const { query: result } = useCustom<{ data: T; meta?: Meta }>({
    url,
    method: 'get',
    config: { query },
    errorNotification: false,
    queryOptions: {
      enabled: options.enabled ?? true,
      ...(options.staleTime === undefined ? {} : { staleTime: options.staleTime }),
      ...(options.gcTime === undefined ? {} : { gcTime: options.gcTime }),
      ...(options.keepPrevious ? { placeholderData: (previous) => previous } : {}),
    },
  });
  const { refetch: readAgain } = result;
  // The same function from one drawing to the next, so that effects may depend on it.
  const refetch = useCallback(() => void readAgain(), [readAgain]);
  const error: ApiError | null = result.error ? toApiError(result.error) : null;
  const failed = error !== null;
  useEffect(() => (failed ? onLineBack(refetch) : undefined), [failed, refetch]);
  return {
    data: result.data?.data.data,
    meta: result.data?.data.meta,
    error,
    isLoading: result.isLoading,
    isFetching: result.isFetching,
    /** Whether the answer, or the lack of one, has come since this page was opened. */
    isFresh: result.isFetchedAfterMount,
    refetch,
  };
}
