import { RelationSelect } from '../../ui/list/relation-select';

type Props = { id?: string; value?: string | null; onChange?: (value: string | string[] | null) => void };

/** Only institutes and stations are paired, never the centre. */
export function StationPicker(props: Props) {
  return (
    <RelationSelect
      {...props}
      target="stations"
      filters={[{ field: 'level', operator: 'in', value: ['institute', 'station'] }]}
    />
  );
}
