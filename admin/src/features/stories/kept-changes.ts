import { plainOf } from '@jiedui/shared/story';
import type { Components, Fields } from '../../models/model';
import type { Row } from '../../providers/row';
import { changedValues } from '../../ui/forms/form-values';
import type { StoryDraft } from './use-kept-form';

const WRITTEN = ['text', 'long', 'blocks'];

type KeptChanges = {
  /** What was written, a field each, to be read and copied. */
  texts: { name: string; value: unknown; plain: string }[];
  /** Fields that were chosen or emptied. */
  others: string[];
};

const plainText = (value: unknown): string => (typeof value === 'string' ? value : plainOf(value));

/** What a draft holds that is not saved, where it can only be read any more. */
export function keptChanges(fields: Fields, draft: StoryDraft, components: Components): KeptChanges {
  const changes = changedValues(fields, (draft.base ?? {}) as Row, draft.content, components);
  const isText = ([name, value]: [string, unknown]) =>
    value !== null && WRITTEN.includes(fields[name]?.kind ?? '');
  const entries = Object.entries(changes);
  return {
    texts: entries.filter(isText).map(([name, value]) => ({ name, value, plain: plainText(value) })),
    others: entries.filter((entry) => !isText(entry)).map(([name]) => name),
  };
}
