import type { Words } from '@jiedui/shared/text';
import { machineOf } from '@jiedui/shared/workflow';
import { Skeleton } from 'antd';
import type { Model } from '../../models/model';
import { fieldWords } from '../../models/names';
import { useWords } from '../../providers/i18n';
import { useSession } from '../../providers/session';
import { formatInstant } from '../field/format';
import { ErrorNotice } from '../notices';
import { useRead } from '../use-read';
import { changeText, filesText } from './change-text';

export type HistoryEntry = {
  at: string;
  actorName: string | null;
  action: string;
  transition: string | null;
  reason: string | null;
  rev: number;
  changes: Record<string, [unknown, unknown]> | null;
};

const ACTIONS: Record<string, Words> = {
  create: { zh: '新建', en: 'Created' },
  update: { zh: '修改', en: 'Changed' },
  delete: { zh: '删除', en: 'Deleted' },
  transition: { zh: '流转', en: 'Moved' },
  import: { zh: '导入', en: 'Imported' },
  signIn: { zh: '登录', en: 'Signed in' },
  model: { zh: '内容模型变更', en: 'Content model' },
  password: { zh: '修改密码', en: 'Password changed' },
  makeToken: { zh: '生成令牌', en: 'Token made' },
  endToken: { zh: '停用令牌', en: 'Token revoked' },
};

/** What was done, in words: the step's own label where it was a step. */
export function actionWords(resource: string, entry: Pick<HistoryEntry, 'action' | 'transition'>): Words {
  const step = entry.transition ? machineOf(resource)?.transitions[entry.transition] : undefined;
  return step?.label ?? ACTIONS[entry.action] ?? { zh: entry.action, en: entry.action };
}

const QUIET = new Set(['rev', 'day', 'month', 'example', 'updatedAt', 'createdAt']);

/** Whether the entry made the record: its whole content would be told as changes. */
export const isFirst = ({ action, rev }: Pick<HistoryEntry, 'action' | 'rev'>): boolean =>
  action === 'create' || (action === 'import' && rev === 1);

/** What a change touched and how, field by field, in the words of the record type. */
export function Changes({ resource, entry }: { resource: string; entry: HistoryEntry }) {
  const { say, locale } = useWords();
  const shown = Object.entries(entry.changes ?? {}).filter(([field]) => !QUIET.has(field));
  if (shown.length === 0 || isFirst(entry)) return null;
  return (
    <ul className="changes">
      {shown.map(([field, [before, after]]) => (
        <li key={field}>
          {say(fieldWords(resource, field.split('.')[0] ?? field))}:{' '}
          {filesText(resource, field, [before, after], locale) ??
            `${changeText(resource, field, before, locale)} → ${changeText(resource, field, after, locale)}`}
        </li>
      ))}
    </ul>
  );
}

/** The demonstration lives at its own day, but the log tells when something was really done. */
export function ClockNote() {
  const { say } = useWords();
  const { demo } = useSession();
  if (!demo) return null;
  return (
    <p className="muted">
      {say({
        zh: '时间为实际操作时间,与示例的系统日期无关。',
        en: 'Times are when it was really done, not the example’s system date.',
      })}
    </p>
  );
}

/** What happened to a record, newest first. */
export function History({ model, id }: { model: Model; id: string }) {
  const { say } = useWords();
  const { data, error, refetch } = useRead<HistoryEntry[]>(`/${model.path}/${id}/history`);
  if (error) return <ErrorNotice error={error} onRetry={refetch} />;
  if (!data) return <Skeleton active title={false} />;
  if (data.length === 0) return <p className="muted">{say({ zh: '还没有变更。', en: 'No changes yet.' })}</p>;
  const resource = model.resource;
  return (
    <>
      <ClockNote />
      <ol className="timeline">
        {data.map((entry) => (
          <li key={`${entry.rev}-${entry.at}-${entry.action}`}>
            <div>
              <strong>{say(actionWords(resource, entry))}</strong> {entry.actorName}{' '}
              <time dateTime={entry.at}>{formatInstant(entry.at)}</time>
            </div>
            {entry.reason && (
              <div>
                {say({ zh: '原因:', en: 'Reason: ' })}
                {entry.reason}
              </div>
            )}
            <Changes resource={resource} entry={entry} />
          </li>
        ))}
      </ol>
    </>
  );
}
