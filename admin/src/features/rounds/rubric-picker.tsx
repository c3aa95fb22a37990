import { USABLE_RUBRIC_STATES } from '@jiedui/shared/round';
import { RelationSelect } from '../../ui/list/relation-select';

type Props = { id?: string; value?: string | null; onChange?: (value: string | null) => void };

const ADOPTED = [{ field: 'state', operator: 'in' as const, value: USABLE_RUBRIC_STATES }];

/** The rubrics in force: a round of a draft could not be opened. */
export function RubricPicker({ id, value, onChange }: Props) {
  return (
    <RelationSelect
      {...(id ? { id } : {})}
      target="rubrics"
      filters={ADOPTED}
      value={value ?? null}
      onChange={(next) => onChange?.(Array.isArray(next) ? (next[0] ?? null) : next)}
    />
  );
}
