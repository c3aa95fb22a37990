import { type PlanEntry, refusedOf } from '@jiedui/shared/modelling';
import { Alert, Button, Form, Input, Skeleton } from 'antd';
import { useState } from 'react';
import { useWords } from '../../providers/i18n';
import { ErrorNotice, Notice } from '../../ui/notices';
import { Tag, type Tone } from '../../ui/tone';
import { modelActions, type Plan, usePlan } from './model-api';
import { PLAN_KIND_WORDS } from './plan-kinds';
import { useAction } from './use-action';

const words = {
  nothing: { zh: '草稿与正在使用的模型相同。', en: 'The draft equals the model in force.' },
  refused: {
    zh: '有不能发布的变更,请先在编辑器中改正。',
    en: 'Some changes cannot be published; mend them in the builder first.',
  },
  destroys: {
    zh: '标为“会删除数据”的变更先备份、再停用、最后才删除。请逐项输入名称确认。',
    en: 'What destroys data is backed up first, then taken out of use, and only then removed. Type each name to confirm.',
  },
  note: { zh: '本次变更说明', en: 'Note on this change' },
  notePlaceholder: { zh: '例如:按区里要求增加走访慰问台账', en: 'What this change is for' },
  publish: { zh: '发布', en: 'Publish' },
  safe: {
    zh: '发布时服务不中断,大家不会退出登录,已填的内容不会丢失。',
    en: 'The service goes on while this is published: nobody is signed out and nothing typed is lost.',
  },
};

function Entries({ entries, tone, label }: { entries: PlanEntry[]; tone: Tone; label: string }) {
  const { say } = useWords();
  if (entries.length === 0) return null;
  return (
    <section className="plan-group">
      <h3>
        <Tag tone={tone}>{label}</Tag> <span className="muted">{entries.length}</span>
      </h3>
      <ul>
        {entries.map((entry) => (
          <li key={`${entry.code}:${Object.values(entry.subject).join('.')}`}>{say(entry.words)}</li>
        ))}
      </ul>
    </section>
  );
}

type Typed = { note?: string; names?: Record<string, string> };

function PublishForm({ plan, onPublished }: { plan: Plan; onPublished: () => void }) {
  const { say } = useWords();
  const { busy, run } = useAction();
  const [form] = Form.useForm<Typed>();
  const { names } = plan;
  const publish = async ({ note = '', names: typed = {} }: Typed) => {
    const done = await run(() => modelActions.publish(plan.hash, Object.values(typed), note.trim()));
    if (done) onPublished();
  };
  return (
    <Form form={form} layout="vertical" className="plan-publish" onFinish={(typed) => void publish(typed)}>
      {names.length > 0 && <Alert type="warning" showIcon message={say(words.destroys)} />}
      {names.map((name) => (
        <Form.Item
          key={name}
          name={['names', name]}
          label={say({ zh: `输入“${name}”确认`, en: `Type “${name}” to confirm` })}
          rules={[
            {
              validator: (_rule, value: unknown) =>
                value === name
                  ? Promise.resolve()
                  : Promise.reject(
                      new Error(say({ zh: `请原样输入“${name}”。`, en: `Type “${name}” exactly.` })),
                    ),
            },
          ]}
        >
          <Input autoComplete="off" />
        </Form.Item>
      ))}
      <Form.Item name="note" label={say(words.note)}>
        <Input maxLength={200} placeholder={say(words.notePlaceholder)} />
      </Form.Item>
      <p className="muted">{say(words.safe)}</p>
      <Button type="primary" htmlType="submit" danger={names.length > 0} loading={busy}>
        {say(words.publish)}
      </Button>
    </Form>
  );
}

/** What publishing the draft would do, kind by kind, and the way to do it. */
export function PlanView({ rev, onPublished }: { rev: unknown; onPublished: () => void }) {
  const { say } = useWords();
  const [once, setOnce] = useState(0);
  const { data: plan, error, refetch } = usePlan(`${String(rev)}:${once}`);
  if (error) return <ErrorNotice error={error} onRetry={refetch} />;
  if (!plan) return <Skeleton active title={false} paragraph={{ rows: 4, width: '100%' }} />;
  if (!plan.changes) return <Notice text={say(words.nothing)} />;
  const published = () => {
    setOnce((before) => before + 1);
    onPublished();
  };
  return (
    <div className="panel">
      {PLAN_KIND_WORDS.map(({ kind, tone, words: label }) => (
        <Entries
          key={kind}
          tone={tone}
          label={say(label)}
          entries={plan.entries.filter((entry) => entry.kind === kind)}
        />
      ))}
      {refusedOf(plan).length > 0 ? (
        <Alert type="error" showIcon message={say(words.refused)} />
      ) : (
        <PublishForm key={plan.hash} plan={plan} onPublished={published} />
      )}
    </div>
  );
}
