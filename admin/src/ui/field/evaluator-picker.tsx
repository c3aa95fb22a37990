import { COMPARED_SOURCE, rolesOfSource } from '@jiedui/shared/round';
import { RelationSelect } from '../list/relation-select';

type Props = {
  id?: string;
  value?: string | null;
  onChange?: (value: string | null) => void;
  roles?: readonly string[];
};

const EVALUATORS = rolesOfSource(COMPARED_SOURCE);

const accountsOf = (roles: readonly string[]) => [
  { field: 'role', operator: 'in' as const, value: roles },
  { field: 'blocked', operator: 'eq' as const, value: false },
];

/** The accounts that score units: evaluators, or with `roles` those of other sources too. */
export function EvaluatorPicker({ id, value, onChange, roles }: Props) {
  return (
    <RelationSelect
      {...(id ? { id } : {})}
      target="staff"
      filters={accountsOf(roles ?? EVALUATORS)}
      value={value ?? null}
      onChange={(next) => onChange?.(Array.isArray(next) ? (next[0] ?? null) : next)}
    />
  );
}
