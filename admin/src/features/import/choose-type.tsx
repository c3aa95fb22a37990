import type { TypeDescription } from '@jiedui/shared/model';
import { keyFields, MOST_KEY_FIELDS } from '@jiedui/shared/workbook';
import { Form, Select } from 'antd';
import { useSearchParams } from 'react-router';
import { useModels } from '../../models/store';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';

const words = {
  what: { zh: '导入内容', en: 'What comes in' },
  programme: { zh: '结对数据工作簿(单位、阵地、结对、人员、活动)', en: 'The programme’s workbook' },
  key: { zh: '按此识别已有记录', en: 'Recognise records by' },
  always: { zh: '不识别,全部新建', en: 'Nothing: every row is new' },
};

/** The programme's workbook in the select of types; no type is called this. */
const PROGRAMME = '';

/** Which type comes in and by which fields rows find their records. It lives in the address. */
export function useChosenType() {
  const { has } = useAccess();
  const [params, setParams] = useSearchParams();
  const types = useModels().types.filter(({ may }) => may.import);
  const asked = params.get('type') ?? PROGRAMME;
  const programme = has('importWorkbook');
  // Who may not bring in the programme's workbook starts with the first type that is theirs.
  const type = types.find(({ resource }) => resource === asked) ?? (programme ? null : (types[0] ?? null));
  const key = type ? keyOf(type, params.get('key')) : [];
  const change = (next: Record<'type' | 'key', string | null>) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries(next)) {
          if (value === null) after.delete(name);
          else after.set(name, value);
        }
        return after;
      },
      { replace: true },
    );
  return { programme, types, type, key, change };
}

function keyOf(type: TypeDescription, asked: string | null): string[] {
  const fields = keyFields(type);
  if (asked !== null) return asked.split(',').filter((name) => fields.includes(name));
  return fields.includes(type.titleField) ? [type.titleField] : [];
}

export function ChooseType({ chosen }: { chosen: ReturnType<typeof useChosenType> }) {
  const { say } = useWords();
  const { programme, types, type, key, change } = chosen;
  const options = [
    ...(programme ? [{ value: PROGRAMME, label: say(words.programme) }] : []),
    ...types.map(({ resource, label }) => ({ value: resource, label: say(label) })),
  ];
  return (
    <Form layout="vertical" className="import-choice">
      <Form.Item label={say(words.what)} htmlFor="import-type">
        <Select
          id="import-type"
          showSearch
          optionFilterProp="label"
          value={type?.resource ?? PROGRAMME}
          options={options}
          onChange={(next) => change({ type: next || null, key: null })}
        />
      </Form.Item>
      {type && (
        <Form.Item label={say(words.key)} htmlFor="import-key">
          <Select
            id="import-key"
            mode="multiple"
            maxCount={MOST_KEY_FIELDS}
            value={key}
            placeholder={say(words.always)}
            optionFilterProp="label"
            options={keyFields(type).map((name) => ({
              value: name,
              label: say(type.fields[name]?.label ?? { zh: name, en: name }),
            }))}
            onChange={(names) => change({ type: type.resource, key: names.join(',') })}
          />
        </Form.Item>
      )}
    </Form>
  );
}
