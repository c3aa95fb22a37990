import type { RubricDraft } from '@jiedui/shared/rubric';
import { useCallback, useEffect, useState } from 'react';
import { fieldKey, type Path } from './fields';
import { begin, edited, type History, redone, undone } from './history';
import { handleId } from './indicator-line';
import type { Place } from './operations';

type Edit = (change: (draft: RubricDraft) => RubricDraft, field?: string | null) => void;

export type Editing = {
  edit: Edit;
  /** The key of what is opened: one indicator, or the rules. */
  open: string | null;
  setOpen: (key: string | null) => void;
  dragged: Place | null;
  setDragged: (place: Place | null) => void;
  /** An indicator has gone elsewhere: what was opened goes along, and the focus with it; `told` says where. */
  moved: (from: string, to: string, place: Place, told: string) => void;
};

/** What is opened for a path: the indicator that it lies in, or the rules of the whole. */
export function openedFor(path: Path): string | null {
  if (path[0] !== 'dimensions') return 'rules';
  return path[2] === 'indicators' && path.length > 3 ? fieldKey(path.slice(0, 4)) : null;
}

/** Brings the field of a path into view and focus, or the nearest thing around it. */
function showField(path: Path): void {
  for (let length = path.length; length > 0; length -= 1) {
    const found = document.getElementById(fieldKey(path.slice(0, length)));
    if (!found) continue;
    const focusable = 'input, textarea, button:not([disabled]), [tabindex]';
    const field = found.matches(focusable) ? found : found.querySelector<HTMLElement>(focusable);
    found.scrollIntoView({ block: 'center' });
    field?.focus({ preventScroll: true });
    return;
  }
}

/** A draft that is edited, with what is opened and where the focus goes. */
export function useEditing(first: RubricDraft) {
  const [history, setHistory] = useState<History<RubricDraft>>(() => begin(first));
  const [open, setOpen] = useState<string | null>(null);
  const [dragged, setDragged] = useState<Place | null>(null);
  const [told, setTold] = useState('');
  const [focus, setFocus] = useState<{ path: Path } | { handle: Place } | null>(null);

  useEffect(() => {
    if (!focus) return;
    if ('handle' in focus) document.getElementById(handleId(focus.handle))?.focus();
    else showField(focus.path);
  }, [focus]);

  const edit = useCallback<Edit>((change, field = null) => {
    setHistory((now) => {
      const next = change(now.present);
      return next === now.present ? now : edited(now, next, field);
    });
  }, []);
  const moved = (from: string, to: string, place: Place, words: string) => {
    setTold(words);
    // Places between the two shift as well, so another opened indicator is closed rather than guessed at.
    setOpen((now) => (now === from ? to : null));
    setFocus({ handle: place });
  };
  const editing: Editing = { edit, open, setOpen, dragged, setDragged, moved };
  return {
    draft: history.present,
    editing,
    told,
    show(path: Path) {
      setOpen(openedFor(path));
      setFocus({ path });
    },
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    undo: () => setHistory(undone),
    redo: () => setHistory(redone),
    restart: (draft: RubricDraft) => setHistory(begin(draft)),
  };
}
