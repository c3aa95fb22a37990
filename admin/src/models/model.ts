import type { Words } from '@jiedui/shared/text';
import { fieldLabel } from '@jiedui/shared/text';
import { type Path, resourceOf } from '../providers/access';

type Common = { required?: boolean; help?: Words };

/** How a field is shown, filtered and filled in. The server holds the rules; this only knows the control. */
export type FieldSpec = Common &
  (
    | { kind: 'text' | 'long' | 'names'; max?: number }
    | { kind: 'number'; min?: number; max?: number }
    | { kind: 'enum'; options: readonly string[]; words?: Record<string, Words> }
    | { kind: 'flag' | 'day' | 'instant' }
    | { kind: 'relation'; target: Path; order?: string; nameField?: string }
    | { kind: 'files'; several: boolean; accept: string }
  );

/** A record type as the console sees it: where it lives, which field names it, and its fields. */
export type Model = {
  path: Path;
  /** Address of its pages in the console, null when it has none of its own. */
  route: string | null;
  nameField: string;
  fields: Record<string, FieldSpec>;
};

/** Label of a field in both languages. */
export const labelOf = (model: Model, field: string): Words => fieldLabel(resourceOf(model.path), field);

/** The relations among these fields: what a read has to populate. */
export const relationsAmong = (model: Model, fields: readonly string[]): string[] =>
  fields.filter((field) => {
    const kind = model.fields[field]?.kind;
    return kind === 'relation' || kind === 'files';
  });
