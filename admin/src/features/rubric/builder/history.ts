/** A draft with what it was before, so that edits can be taken back. */
export type History<T> = {
  past: readonly T[];
  present: T;
  future: readonly T[];
  /** The field that was edited last: going on in it is no step of its own. */
  field: string | null;
};

const MOST = 200;

export const begin = <T>(present: T): History<T> => ({ past: [], present, future: [], field: null });

/** The history with an edit; `field` names where somebody types, null an edit that stands alone. */
export function edited<T>(history: History<T>, next: T, field: string | null): History<T> {
  const goesOn = field !== null && field === history.field;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-MOST);
  return { past, present: next, future: [], field };
}

export function undone<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  const future = [history.present, ...history.future];
  return { past: history.past.slice(0, -1), present: before, future, field: null };
}

export function redone<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future, field: null };
}
