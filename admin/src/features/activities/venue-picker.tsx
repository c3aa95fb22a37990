import { Select } from 'antd';
import { useWords } from '../../providers/i18n';
import { useProgrammeRules } from '../../ui/activity/use-programme-rules';

type Props = { id?: string; value?: string | null; onChange?: (value: string | null) => void };

/** The venue kinds of the programme; a public place is marked, since it needs an approval. */
export function VenuePicker({ id, value, onChange }: Props) {
  const { say } = useWords();
  const { venueKinds } = useProgrammeRules();
  const note = say({ zh: '(公共场所,须城管审批)', en: ' (public: needs an approval)' });
  return (
    <Select
      {...(id ? { id } : {})}
      allowClear
      value={value ?? null}
      onChange={(next?: string | null) => onChange?.(next ?? null)}
      options={venueKinds.map((kind) => ({
        value: kind.code,
        label: say(kind.words) + (kind.public ? note : ''),
      }))}
    />
  );
}
