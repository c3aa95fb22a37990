import { rolesWho } from '@jiedui/shared/access';
import { RelationSelect } from '../list/relation-select';

type Props = { id?: string; value?: string | null; onChange?: (value: string | null) => void };

const EVALUATORS = [
  { field: 'role', operator: 'in' as const, value: rolesWho('update', 'evaluation') },
  { field: 'blocked', operator: 'eq' as const, value: false },
];

/** The accounts that fill in sheets. */
export function EvaluatorPicker({ id, value, onChange }: Props) {
  return (
    <RelationSelect
      {...(id ? { id } : {})}
      target="staff"
      filters={EVALUATORS}
      value={value ?? null}
      onChange={(next) => onChange?.(Array.isArray(next) ? (next[0] ?? null) : next)}
    />
  );
}
