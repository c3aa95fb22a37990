import {
  DATE_ORDERS,
  DURATION_UNITS,
  IVOLUNTEER_FIELDS,
  IVOLUNTEER_WORDS,
  type IvolunteerMapping,
} from '@jiedui/shared/hours';
import { enumWords } from '@jiedui/shared/text';
import { Button, Collapse, Form, Select } from 'antd';
import { useWords } from '../../providers/i18n';
import type { ExportPreview } from './use-export';

const words = {
  title: { zh: '各列的对应(有误时在此更正,导入后记住)', en: 'Which column is what (remembered)' },
  none: { zh: '没有这一列', en: 'No such column' },
  dateOrder: { zh: '日期写法', en: 'Order of dates' },
  durationUnit: { zh: '时长单位', en: 'Unit of durations' },
  again: { zh: '按此重新读取', en: 'Read it again like this' },
};

type Props = { preview: ExportPreview; busy: boolean; onChange: (mapping: IvolunteerMapping) => void };

/** Which heading is which of our fields; what is chosen here is remembered for the next export of the same form. */
export function MappingForm({ preview, busy, onChange }: Props) {
  const { say, locale } = useWords();
  const [form] = Form.useForm<IvolunteerMapping>();
  const options = preview.headings.map((heading) => ({ value: heading, label: heading }));
  const choices = (field: 'dateOrder' | 'durationUnit', values: readonly string[]) =>
    values.map((value) => ({ value, label: enumWords('ivolunteer-mapping', field, value)[locale] }));
  return (
    <Collapse
      size="small"
      className="hours-mapping"
      items={[
        {
          key: 'mapping',
          label: say(words.title),
          children: (
            <Form
              form={form}
              layout="vertical"
              initialValues={preview.mapping}
              onFinish={(values) => onChange(values)}
              className="hours-columns"
            >
              {IVOLUNTEER_FIELDS.map((field) => (
                <Form.Item key={field} name={['columns', field]} label={say(IVOLUNTEER_WORDS[field])}>
                  <Select
                    mode="multiple"
                    maxCount={4}
                    options={options}
                    placeholder={say(words.none)}
                    popupMatchSelectWidth={false}
                  />
                </Form.Item>
              ))}
              <Form.Item name="dateOrder" label={say(words.dateOrder)}>
                <Select options={choices('dateOrder', DATE_ORDERS)} />
              </Form.Item>
              <Form.Item name="durationUnit" label={say(words.durationUnit)}>
                <Select options={choices('durationUnit', DURATION_UNITS)} />
              </Form.Item>
              <Button htmlType="submit" loading={busy}>
                {say(words.again)}
              </Button>
            </Form>
          ),
        },
      ]}
    />
  );
}
