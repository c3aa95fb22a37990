import { UNIT_CLASSES } from '@jiedui/shared/programme';
import { COMPARED_SOURCE, partyRole, rolesOfSource } from '@jiedui/shared/round';
import { readRubric, SOURCE_CODES, SOURCE_WORDS, type SourceCode } from '@jiedui/shared/rubric';
import type { Words } from '@jiedui/shared/text';
import { Form, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { optionWords } from '../../models/words';
import { errorWords } from '../../providers/errors';
import { http } from '../../providers/http';
import { useWords } from '../../providers/i18n';
import { ErrorNotice } from '../../ui/notices';
import { useRead } from '../../ui/use-read';

type Person = { documentId: string; displayName: string };
type Outcome = {
  created: number;
  /** Of the created ones, those that join groups which nobody would compare. */
  joining: number;
  kept: number;
  seed: string;
  refused: { evaluator: string; unit: string; reason: Words }[];
  /** Units without an account for their own or their town's assessment. */
  without: string[];
};
type Values = {
  unitClasses: string[];
  evaluators: string[];
  perUnit: number;
  source: SourceCode;
  seed?: string;
};

const SCORING = rolesOfSource(COMPARED_SOURCE);

const words = {
  title: { zh: '安排测评分工', en: 'Assign evaluators' },
  classes: { zh: '单位类别', en: 'Unit classes' },
  evaluators: { zh: '测评员', en: 'Evaluators' },
  source: { zh: '评分来源', en: 'Source' },
  perUnit: { zh: '每个单位的测评员人数', en: 'Evaluators a unit' },
  seed: { zh: '抽签种子', en: 'Seed of the draw' },
  seedHint: {
    zh: '同一种子得到同一分工;留空由系统确定。',
    en: 'The same seed gives the same plan; may be left empty.',
  },
  refused: { zh: '按回避规定未安排', en: 'Left out by recusal' },
  without: { zh: '没有可用账号,未安排', en: 'Left out: no account' },
  party: {
    zh: '由各单位、各镇自己的账号填写,每个单位一张。',
    en: 'Filled in by the accounts of the units or towns, one for each unit.',
  },
};

type ChoicesProps = {
  id?: string;
  value?: string[];
  onChange?: (value: string[]) => void;
  options: { value: string; label: string }[];
};

/** Takes of the form only what is named: its aria-required has no place on a list of several. */
function Choices({ id, value, onChange, options }: ChoicesProps) {
  return (
    <Select
      {...(id ? { id } : {})}
      mode="multiple"
      optionFilterProp="label"
      value={value ?? []}
      onChange={(next: string[]) => onChange?.(next)}
      options={options}
    />
  );
}

/** The sources that the round's rubric weighs; all of them until it is read. */
function useSources(rubric: string | undefined) {
  const { data, error, refetch } = useRead<{ definition: unknown }>(
    `/rubrics/${rubric}`,
    { fields: ['definition'] },
    { enabled: rubric !== undefined },
  );
  // A definition may leave out what has a default, so it is read as the server reads it.
  const read = readRubric(data?.definition);
  const sources: readonly SourceCode[] =
    'rubric' in read ? read.rubric.sources.map(({ code }) => code) : SOURCE_CODES;
  return { sources, error: data ? null : error, refetch };
}

/** Chooses who scores which classes; the plan is balanced and keeps what is there. Shows what recusal left out. */
export function PlanDialog({
  round,
  rubric,
  onClose,
  onPlanned,
}: {
  round: string;
  rubric: string | undefined;
  onClose: () => void;
  onPlanned: () => void;
}) {
  const { say } = useWords();
  const [form] = Form.useForm<Values>();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Words | null>(null);
  const staff = useRead<Person[]>('/staff', {
    filters: { role: { $in: SCORING }, blocked: { $eq: false } },
    fields: ['displayName'],
    sort: ['displayName:asc'],
    pagination: { page: 1, pageSize: 100 },
  });
  const people = staff.data;
  const { sources, ...rubricRead } = useSources(rubric);
  const unread = [...(people ? [] : [staff]), rubricRead].find(({ error }) => error !== null);
  const source = Form.useWatch('source', form) ?? COMPARED_SOURCE;
  const party = partyRole(source) !== null;
  const plan = async (values: Values) => {
    setBusy(true);
    setFailure(null);
    try {
      const answer = await http.post<{ data: Outcome }>(`/rounds/${round}/plan`, {
        data: { ...values, seed: values.seed?.trim() || null },
      });
      setOutcome(answer.data.data);
      onPlanned();
    } catch (error) {
      setFailure(errorWords(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={say(words.title)}
      onCancel={onClose}
      confirmLoading={busy}
      okButtonProps={{ disabled: unread !== undefined }}
      onOk={outcome ? onClose : form.submit}
      okText={outcome ? say({ zh: '完成', en: 'Done' }) : say({ zh: '安排', en: 'Assign' })}
    >
      {outcome ? (
        <div role="status">
          <p>
            {say({
              zh: `新安排 ${outcome.created} 张评分表,保留 ${outcome.kept} 张。抽签种子:${outcome.seed}`,
              en: `${outcome.created} new, ${outcome.kept} kept. Seed: ${outcome.seed}`,
            })}
          </p>
          {outcome.joining > 0 && (
            <p>
              {say({
                zh: `其中 ${outcome.joining} 张是为把互不相连的单位连起来而加的。`,
                en: `${outcome.joining} of them join units that nobody would compare.`,
              })}
            </p>
          )}
          {outcome.without.length > 0 && (
            <p>
              {say(words.without)}:{outcome.without.slice(0, 50).join('、')}
            </p>
          )}
          {outcome.refused.length > 0 && <p>{say(words.refused)}</p>}
          <ul className="round-refused">
            {outcome.refused.slice(0, 200).map((one) => (
              <li key={`${one.evaluator}-${one.unit}-${one.reason.en}`}>
                {one.evaluator} – {one.unit}:{say(one.reason)}
              </li>
            ))}
          </ul>
        </div>
      ) : unread ? (
        <ErrorNotice error={unread.error} onRetry={unread.refetch} />
      ) : (
        <Form
          form={form}
          layout="vertical"
          initialValues={{ unitClasses: [...UNIT_CLASSES], perUnit: 5, source: COMPARED_SOURCE }}
          onFinish={plan}
        >
          <Form.Item name="unitClasses" label={say(words.classes)} rules={[{ required: true }]}>
            <Choices
              options={UNIT_CLASSES.map((value) => ({
                value,
                label: say(optionWords('unit', 'unitClass', value)),
              }))}
            />
          </Form.Item>
          <Form.Item name="source" label={say(words.source)} {...(party ? { extra: say(words.party) } : {})}>
            <Select options={sources.map((value) => ({ value, label: say(SOURCE_WORDS[value]) }))} />
          </Form.Item>
          {!party && (
            <>
              <Form.Item name="evaluators" label={say(words.evaluators)} rules={[{ required: true }]}>
                <Choices
                  options={(people ?? []).map((person) => ({
                    value: person.documentId,
                    label: person.displayName,
                  }))}
                />
              </Form.Item>
              <Form.Item name="perUnit" label={say(words.perUnit)} rules={[{ required: true }]}>
                <InputNumber min={1} max={20} precision={0} />
              </Form.Item>
              <Form.Item name="seed" label={say(words.seed)} extra={say(words.seedHint)}>
                <Input maxLength={100} />
              </Form.Item>
            </>
          )}
          {failure && (
            <p role="alert" className="round-failure">
              {say(failure)}
            </p>
          )}
        </Form>
      )}
    </Modal>
  );
}
