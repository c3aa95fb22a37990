import { useCallback, useState } from 'react';
import type { Model } from '../../models/model';
import { useSession } from '../../providers/session';

function read(key: string): string[] | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return Array.isArray(kept) && kept.every((name) => typeof name === 'string') ? kept : null;
  } catch {
    return null;
  }
}

/** The columns that the person has chosen for a list on this machine; null for the list's own. */
export function useChosenColumns(model: Model) {
  const { username } = useSession().actor;
  const key = `jiedui.columns.${username}.${model.path}`;
  const [chosen, setChosen] = useState(() => ({ key, names: read(key) }));
  const current = chosen.key === key ? chosen.names : read(key);
  const choose = useCallback(
    (names: string[] | null) => {
      if (names) localStorage.setItem(key, JSON.stringify(names));
      else localStorage.removeItem(key);
      setChosen({ key, names });
    },
    [key],
  );
  return { chosen: current, choose };
}
