import { Form } from 'antd';
import { useWords } from '../../providers/i18n';
import { RelationSelect } from '../../ui/list/relation-select';

type Props = { id?: string; value?: string[]; onChange?: (value: string | string[] | null) => void };

/** Chooses among what the activity's own site offers. */
export function OfferPicker(props: Props) {
  const { say } = useWords();
  const station: unknown = Form.useWatch('station', { preserve: true });
  return (
    <RelationSelect
      {...props}
      target="site-offers"
      several
      disabled={typeof station !== 'string'}
      placeholder={say({ zh: '选择阵地提供的场室、设备', en: 'Rooms or equipment of the site' })}
      filters={[
        { field: 'station.documentId', operator: 'eq', value: station },
        { field: 'active', operator: 'eq', value: true },
      ]}
    />
  );
}
