import {
  EVIDENCE_KINDS,
  EVIDENCE_WORDS,
  type EvidenceKind,
  type IndicatorDraft,
} from '@jiedui/shared/rubric';
import { Checkbox, Select } from 'antd';
import { useWords } from '../../../providers/i18n';
import { ErrorNotice } from '../../../ui/notices';
import { useRead } from '../../../ui/use-read';
import { fieldKey, type Path } from './fields';

type Evidence = NonNullable<IndicatorDraft['evidence']>;
type Props = {
  path: Path;
  evidence: Evidence | undefined;
  onEvidence: (evidence: Evidence | undefined) => void;
};

/** Which records of the unit stand beside the indicator on the sheet, and of which categories only. */
export function EvidenceEditor({ path, evidence, onEvidence }: Props) {
  const { say } = useWords();
  const {
    data: categories,
    error,
    refetch,
  } = useRead<{ code: string; name: string }[]>('/categories', {
    fields: ['code', 'name'],
    sort: ['order'],
    pagination: { page: 1, pageSize: 100 },
  });
  const choose = (chosen: readonly EvidenceKind[]) => {
    const kinds = EVIDENCE_KINDS.filter((kind) => chosen.includes(kind));
    onEvidence(kinds.length > 0 ? { ...evidence, kinds } : undefined);
  };
  const narrow = ({ kinds }: Evidence, codes: readonly string[]) =>
    onEvidence(codes.length > 0 ? { kinds, categories: [...codes] } : { kinds });
  return (
    <fieldset className="builder-field builder-wide builder-choice" id={fieldKey(path)}>
      <legend>{say({ zh: '评分时一并显示的佐证记录', en: 'Records shown beside it' })}</legend>
      <Checkbox.Group
        value={evidence?.kinds ?? []}
        options={EVIDENCE_KINDS.map((value) => ({ value, label: say(EVIDENCE_WORDS[value]) }))}
        onChange={choose}
      />
      {evidence && error && !categories && <ErrorNotice error={error} onRetry={refetch} />}
      {evidence && (
        <Select
          mode="multiple"
          allowClear
          className="builder-categories"
          aria-label={say({ zh: '佐证记录的类别', en: 'Categories of the records' })}
          placeholder={say({ zh: '全部类别', en: 'All categories' })}
          value={evidence.categories ?? []}
          optionFilterProp="label"
          options={(categories ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(codes: string[]) => narrow(evidence, codes)}
        />
      )}
    </fieldset>
  );
}
