import type { BandDraft, ItemDraft } from '@jiedui/shared/rubric';
import type { Path } from './fields';

export type Of<K extends ItemDraft['kind']> = Extract<ItemDraft, { kind: K }>;

export type ItemProps<T> = {
  item: T;
  path: Path;
  /** Bands a veto may name. */
  bands: readonly BandDraft[];
  put: (item: T, field?: string | null) => void;
};
