import type { Spread } from '@jiedui/shared/round';
import { App, Form, Input, Modal, Select, Skeleton, Switch, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { errorWords } from '../../../providers/errors';
import { useWords } from '../../../providers/i18n';
import { ErrorNotice } from '../../../ui/notices';
import { usePhone } from '../../../ui/use-phone';
import { useRead } from '../../../ui/use-read';
import { useWrites } from '../../../ui/use-writes';
import { shownNumber } from './trust-data';

type Answer = {
  unit: { documentId: string; name: string };
  raters: { documentId: string; displayName: string }[];
  spreads: Spread[];
};
type Values = { code: string; question: string; asked: string[]; disclose: boolean };
type Props = {
  round: string;
  unit: string;
  code: string | null;
  /** What is talked about already: the server refuses a second talk about the same. */
  taken: readonly string[];
  threshold: number;
  onClose: () => void;
};

const words = {
  title: { zh: '发起会商', en: 'Begin a talk' },
  item: { zh: '指标或维度', en: 'Item' },
  spread: { zh: '相差', en: 'Spread' },
  code: { zh: '就哪一项会商', en: 'About' },
  question: { zh: '会商问题', en: 'Question' },
  questionHint: {
    zh: '被征询的测评员会看到这段话,请不要写出他人的分值。',
    en: 'Those asked read this; do not name what others gave.',
  },
  asked: { zh: '征询的测评员', en: 'Evaluators asked' },
  disclose: {
    zh: '全部提交后,向被征询人公布他人分值(不具名)',
    en: 'Once all are in, show the points of the others without names',
  },
  create: { zh: '拟稿', en: 'Draft' },
  made: { zh: '已拟稿,核对后“发出”。', en: 'Drafted; check it, then begin.' },
};

function Spreads({ answer, threshold }: { answer: Answer; threshold: number }) {
  const { say } = useWords();
  const columns: TableColumnsType<Spread> = [
    {
      key: 'item',
      title: say(words.item),
      width: 180,
      render: (_, { name, indicator }) => (indicator ? name : <strong>{name}</strong>),
    },
    {
      key: 'spread',
      title: say(words.spread),
      align: 'right',
      width: 110,
      render: (_, { spread, percent }) => {
        if (spread === null || percent === null) return '–';
        const shown = `${shownNumber(spread)} (${percent.toFixed(0)}%)`;
        return percent > threshold ? <strong>{shown}</strong> : shown;
      },
    },
    ...answer.raters.map(({ documentId, displayName }) => ({
      key: documentId,
      title: displayName,
      align: 'right' as const,
      width: 90,
      render: (_: unknown, { given }: Spread) => {
        const points = given.find(({ rater }) => rater === documentId)?.points ?? null;
        return points === null ? '–' : shownNumber(points);
      },
    })),
  ];
  return (
    <Table
      size="small"
      rowKey={({ code, indicator }) => `${indicator} ${code}`}
      columns={columns}
      dataSource={answer.spreads}
      pagination={false}
      scroll={{ x: 290 + 90 * answer.raters.length, y: 240 }}
    />
  );
}

/** Who gave how much for each item of a unit, and the form by which the office opens a talk about one. */
export function TalkDialog({ round, unit, code, taken, threshold, onClose }: Props) {
  const { say } = useWords();
  const { message } = App.useApp();
  const phone = usePhone();
  const navigate = useNavigate();
  const { create } = useWrites('moderations');
  const [form] = Form.useForm<Values>();
  const [busy, setBusy] = useState(false);
  const { data, error, refetch } = useRead<Answer>(`/rounds/${round}/units/${unit}/spread`);
  const open = async (values: Values) => {
    setBusy(true);
    try {
      const row = await create({ ...values, round, unit });
      message.success(say(words.made));
      void navigate(`/moderations/${row.id}`);
    } catch (thrown) {
      message.error(say(errorWords(thrown)));
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      width={phone ? '100%' : 760}
      title={data ? `${say(words.title)} · ${data.unit.name}` : say(words.title)}
      okText={say(words.create)}
      confirmLoading={busy}
      okButtonProps={{ disabled: !data }}
      onOk={form.submit}
      onCancel={onClose}
    >
      {error && !data ? (
        <ErrorNotice error={error} onRetry={refetch} />
      ) : !data ? (
        <Skeleton active />
      ) : (
        <>
          <Spreads answer={data} threshold={threshold} />
          <Form
            form={form}
            layout="vertical"
            className="talk-form"
            initialValues={{
              ...(code ? { code } : {}),
              asked: data.raters.map(({ documentId }) => documentId),
              disclose: false,
            }}
            onFinish={open}
          >
            <Form.Item name="code" label={say(words.code)} rules={[{ required: true }]}>
              <Select
                showSearch
                optionFilterProp="label"
                options={data.spreads
                  .filter((one) => !taken.includes(one.code))
                  .map(({ code: value, name }) => ({ value, label: `${value} ${name}` }))}
              />
            </Form.Item>
            <Form.Item
              name="question"
              label={say(words.question)}
              extra={say(words.questionHint)}
              rules={[{ required: true, whitespace: true }]}
            >
              <Input.TextArea rows={3} maxLength={1000} />
            </Form.Item>
            <Form.Item name="asked" label={say(words.asked)} rules={[{ required: true }]}>
              <Select
                mode="multiple"
                optionFilterProp="label"
                options={data.raters.map(({ documentId, displayName }) => ({
                  value: documentId,
                  label: displayName,
                }))}
              />
            </Form.Item>
            <Form.Item name="disclose" label={say(words.disclose)} valuePropName="checked">
              <Switch />
            </Form.Item>
          </Form>
        </>
      )}
    </Modal>
  );
}
