import { canonicalJson } from '@jiedui/shared/canonical';
import { draftDefinition, type RubricDraft, readRubricDraft } from '@jiedui/shared/rubric';
import { App } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { ConflictError, errorWords, toApiError } from '../../../providers/errors';
import { useWords } from '../../../providers/i18n';
import type { Row } from '../../../providers/row';
import type { Conflict } from '../../../ui/forms/conflict-dialog';
import { useWrites } from '../../../ui/use-writes';

/** The definition as the builder would write it, so that two of them can be compared. */
const settled = (definition: unknown): string => {
  const draft = readRubricDraft(definition);
  return canonicalJson(draft ? draftDefinition(draft) : (definition ?? null));
};

/** Saves a draft, also half written; tells a clash from a change that has nothing to do with the content. */
export function useSave(row: Row, draft: RubricDraft, restart: (draft: RubricDraft) => void) {
  const { say } = useWords();
  const { message } = App.useApp();
  const { update } = useWrites('rubrics');
  const [base, setBase] = useState(row);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);
  // Of a large rubric it takes a moment, and this is asked with every key.
  const before = useMemo(() => settled(base.definition), [base]);
  const changed = useMemo(() => canonicalJson(draftDefinition(draft)) !== before, [draft, before]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was read anew is of interest
  useEffect(() => {
    if (Number(row.rev) <= Number(base.rev)) return;
    const same = settled(row.definition) === before;
    const theirs = readRubricDraft(row.definition);
    if (same) setBase(row);
    else if (!changed && theirs) take(row);
  }, [row]);

  function take(theirs: Row) {
    const read = readRubricDraft(theirs.definition);
    setBase(theirs);
    if (read) restart(read);
  }

  async function send(against: Row): Promise<void> {
    const definition = draftDefinition(draft);
    const name = draft.name.trim();
    // A rubric goes by the name in its content; a later version keeps the one that all of them have.
    const renamed = Number(against.version) === 1 && name !== '' && name !== against.name;
    try {
      setBase(await update(against, renamed ? { name, definition } : { definition }));
      message.success(say({ zh: '已保存。', en: 'Saved.' }));
    } catch (error) {
      const theirs = error instanceof ConflictError ? error.current : null;
      if (!theirs) throw error;
      if (settled(theirs.definition) === before) return send(theirs);
      setConflict({ mine: { ...base, definition }, theirs, fields: ['definition'] });
    }
  }

  async function submit(against: Row): Promise<void> {
    // A second click may come before the button shows that it is busy.
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    try {
      await send(against);
    } catch (error) {
      const [first] = toApiError(error).fieldErrors;
      const words = errorWords(error);
      message.error(first ? `${say(words)} ${first.message}` : say(words));
    } finally {
      sending.current = false;
      setBusy(false);
    }
  }

  return {
    changed,
    busy,
    conflict,
    save: () => submit(base),
    keepMine() {
      const theirs = conflict?.theirs;
      setConflict(null);
      if (theirs) void submit(theirs);
    },
    takeTheirs() {
      if (conflict) take(conflict.theirs);
      setConflict(null);
    },
    backToForm: () => setConflict(null),
  };
}
