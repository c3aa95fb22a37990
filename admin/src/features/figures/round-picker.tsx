import { FIGURE_ROUND_STATES } from '@jiedui/shared/round';
import { RelationSelect } from '../../ui/list/relation-select';

type Props = { id?: string; value?: string | null; onChange?: (value: string | null) => void };

const TAKING = [{ field: 'state', operator: 'in' as const, value: FIGURE_ROUND_STATES }];

/** The rounds that take figures: one of a closed round would be refused. */
export function RoundPicker({ id, value, onChange }: Props) {
  return (
    <RelationSelect
      {...(id ? { id } : {})}
      target="rounds"
      filters={TAKING}
      value={value ?? null}
      onChange={(next) => onChange?.(Array.isArray(next) ? (next[0] ?? null) : next)}
    />
  );
}
