import { useEffect, useRef, useState } from 'react';
import type { Model } from '../../models/model';
import { useModels } from '../../models/store';
import type { Row } from '../../providers/row';
import { useSession } from '../../providers/session';
import { dropDraft, type KeptDraft, keepDraft, readDraft } from '../../ui/draft/kept-draft';
import { changedValues, fromControls, toControls } from '../../ui/forms/form-values';
import type { useRecordForm } from '../../ui/forms/use-record-form';

type Values = Record<string, unknown>;
/** What was typed, with what the record held when that began. */
export type StoryDraft = KeptDraft<Values>;

/** Under which what was typed is kept on this device: a device may be shared, so by account. */
export function useDraftKey(story: string): string {
  const { actor } = useSession();
  return `${actor.documentId}|story|${story}`;
}

/** What this device still has of a story; null until that is known. */
export function useKeptStory(story: string): { draft: StoryDraft | null } | null {
  const key = useDraftKey(story);
  const [found, setFound] = useState<{ key: string; draft: StoryDraft | null } | null>(null);
  useEffect(() => {
    let gone = false;
    void readDraft<Values>(key).then((draft) => gone || setFound({ key, draft }));
    return () => {
      gone = true;
    };
  }, [key]);
  return found?.key === key ? found : null;
}

type Options = {
  model: Model;
  row: Row;
  editor: ReturnType<typeof useRecordForm>;
  draft: StoryDraft | null;
};

/** Keeps on this device what is typed, until it is saved or given up. */
export function useKeptForm({ model, row, editor, draft }: Options) {
  const key = useDraftKey(row.id);
  const { components } = useModels();
  const { form } = editor;
  const base = editor.base ?? row;

  /** Whether there is anything to keep: what was typed and taken back is not. */
  const keep = (): boolean => {
    const content = fromControls(model.fields, form.getFieldsValue(true), components);
    const differs = Object.keys(changedValues(model.fields, base, content, components)).length > 0;
    if (differs) keepDraft(key, { content, rev: Number(base.rev), base });
    else dropDraft(key);
    return differs;
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: put back once, when the form opens
  useEffect(() => {
    if (!draft) return;
    const names = Object.keys(draft.content);
    form.setFieldsValue(toControls(model.fields, names, draft.content, components) as object);
  }, []);

  // Once a conflict is settled, what is typed goes on from what the other person saved.
  const settled = useRef(base);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another beginning is of interest
  useEffect(() => {
    if (settled.current === base) return;
    settled.current = base;
    keep();
  }, [base]);

  return {
    changed: keep,
    drop: () => dropDraft(key),
  };
}
