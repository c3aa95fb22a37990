import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { FilterField } from './filter-field';
import { changed, type ListState, readListState, writeListState } from './list-state';

/**
 * A list's state and the way to change it. It lives in the address, or (a list inside a record's page) in the
 * component.
 */
export function useListState(filters: readonly FilterField[], inAddress = true) {
  const [address, setAddress] = useSearchParams();
  const [local, setLocal] = useState(() => new URLSearchParams());
  const params = inAddress ? address : local;
  const state = useMemo(() => readListState(params, filters), [params, filters]);

  const change = useCallback(
    (next: Partial<ListState>) => {
      const write = (before: URLSearchParams) =>
        writeListState(before, changed(readListState(before, filters), next), filters);
      if (inAddress) setAddress(write, { replace: true });
      else setLocal(write);
    },
    [filters, inAddress, setAddress],
  );

  return { state, change };
}
