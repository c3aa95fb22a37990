import { ERROR_TEXT, type Words } from '@jiedui/shared/text';
import { App, Button, Table, type TableColumnType, Typography } from 'antd';
import { useWords } from '../../providers/i18n';
import { formatInstant } from '../../ui/field/format';
import { ErrorNotice } from '../../ui/notices';
import { Tag } from '../../ui/tone';
import { usePhone } from '../../ui/use-phone';
import { modelActions, type Publication, usePublications } from './model-api';
import { PLAN_KIND_WORDS } from './plan-kinds';
import { STEP_WORDS } from './publication-progress';
import { useAction } from './use-action';

const words = {
  number: { zh: '版本', en: 'Version' },
  at: { zh: '时间', en: 'Time' },
  by: { zh: '发布人', en: 'By' },
  what: { zh: '内容', en: 'What' },
  state: { zh: '状态', en: 'Status' },
  current: { zh: '正在使用', en: 'In force' },
  restore: { zh: '恢复为草稿', en: 'Make it the draft' },
  ask: { zh: '用这一版替换草稿?', en: 'Replace the draft by this version?' },
  text: {
    zh: '只改草稿;查看变更并发布后才生效。',
    en: 'Only the draft changes; it comes into force when it is published.',
  },
  none: { zh: '还没有发布过。', en: 'Nothing has been published yet.' },
};

const errorText = (code: string): Words => (ERROR_TEXT as Record<string, Words>)[code] ?? ERROR_TEXT.INTERNAL;

function StateOf({ publication }: { publication: Publication }) {
  const { say } = useWords();
  if (publication.current) return <Tag tone="green">{say(words.current)}</Tag>;
  const { step } = publication;
  const tone = step === 'rolledBack' ? 'red' : step === 'done' ? 'neutral' : 'amber';
  return <Tag tone={tone}>{say(STEP_WORDS[step])}</Tag>;
}

function What({ publication }: { publication: Publication }) {
  const { say } = useWords();
  const { note, summary, error } = publication;
  const brought = PLAN_KIND_WORDS.flatMap(({ kind, words: label }) =>
    summary[kind] ? `${say(label)} ${summary[kind]}` : [],
  );
  return (
    <>
      {note && <div>{note}</div>}
      <div className="muted">{brought.join(' · ')}</div>
      {error && <Typography.Text type="danger">{say(errorText(error.code))}</Typography.Text>}
    </>
  );
}

/** The versions that were published, newest first. */
export function Versions({ heading, onRestored }: { heading: string; onRestored: () => void }) {
  const { say } = useWords();
  const { modal } = App.useApp();
  const phone = usePhone();
  const { run } = useAction();
  const { data, error, refetch, isLoading } = usePublications();
  const restore = (number: number) =>
    modal.confirm({
      title: say(words.ask),
      content: say(words.text),
      okText: say(words.restore),
      onOk: () => run(() => modelActions.restore(number)).then(onRestored),
    });
  const columns: TableColumnType<Publication>[] = [
    { key: 'number', title: say(words.number), dataIndex: 'number', width: 70, align: 'right' },
    { key: 'at', title: say(words.at), width: 150, render: (_, one) => formatInstant(one.at) },
    { key: 'by', title: say(words.by), width: 120, render: (_, one) => one.by.displayName },
    { key: 'what', title: say(words.what), render: (_, one) => <What publication={one} /> },
    { key: 'state', title: say(words.state), width: 110, render: (_, one) => <StateOf publication={one} /> },
    {
      key: 'restore',
      width: 120,
      render: (_, one) =>
        one.current || one.step !== 'done' ? null : (
          <Button type="link" size="small" onClick={() => restore(one.number)}>
            {say(words.restore)}
          </Button>
        ),
    },
  ];
  return (
    <section className="model-versions">
      <h2>{heading}</h2>
      {error ? (
        <ErrorNotice error={error} onRetry={refetch} />
      ) : phone ? (
        <ul className="version-cards">
          {data?.map((one) => (
            <li key={one.number} className="panel">
              <div className="version-head">
                <strong>{one.number}</strong> {formatInstant(one.at)} {one.by.displayName}
                <StateOf publication={one} />
              </div>
              <What publication={one} />
              {!one.current && one.step === 'done' && (
                <Button size="small" onClick={() => restore(one.number)}>
                  {say(words.restore)}
                </Button>
              )}
            </li>
          ))}
          {data?.length === 0 && <li className="muted">{say(words.none)}</li>}
        </ul>
      ) : (
        <Table<Publication>
          rowKey="number"
          size="small"
          loading={isLoading}
          columns={columns}
          dataSource={data ?? []}
          pagination={false}
          locale={{ emptyText: say(words.none) }}
        />
      )}
    </section>
  );
}
