import { enumWords, type Words } from '@jiedui/shared/text';
import { machineOf } from '@jiedui/shared/workflow';
import { Skeleton } from 'antd';
import { labelOf, type Model } from '../../models/model';
import { resourceOf } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { formatInstant } from '../field/format';
import { ErrorNotice } from '../notices';
import { useRead } from '../use-read';

export type HistoryEntry = {
  at: string;
  actorName: string | null;
  action: string;
  transition: string | null;
  reason: string | null;
  changes: Record<string, [unknown, unknown]> | null;
};

const ACTIONS: Record<string, Words> = {
  create: { zh: '新建', en: 'Created' },
  update: { zh: '修改', en: 'Changed' },
  delete: { zh: '删除', en: 'Deleted' },
  transition: { zh: '流转', en: 'Moved' },
  import: { zh: '导入', en: 'Imported' },
};

/** What was done, in words: the step's own label where it was a step. */
export function actionWords(resource: string, entry: Pick<HistoryEntry, 'action' | 'transition'>): Words {
  const step = entry.transition ? machineOf(resource)?.transitions[entry.transition] : undefined;
  return step?.label ?? ACTIONS[entry.action] ?? { zh: entry.action, en: entry.action };
}

// Long texts, and objects such as a definition, would drown the rest.
const LONGEST = 60;

export function plain(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

const QUIET = new Set(['rev', 'day', 'month', 'updatedAt', 'createdAt']);

export function Changes({ model, changes }: { model: Model | null; changes: HistoryEntry['changes'] }) {
  const { say } = useWords();
  const shown = Object.entries(changes ?? {}).filter(([field]) => !QUIET.has(field));
  if (shown.length === 0) return null;
  const text = (field: string, value: unknown) => {
    const spec = model?.fields[field];
    if (spec?.kind === 'enum' && typeof value === 'string' && model) {
      return say(spec.words?.[value] ?? enumWords(resourceOf(model.path), field, value));
    }
    if (spec?.kind === 'instant') return formatInstant(value) || '—';
    return plain(value);
  };
  return (
    <ul className="changes">
      {shown.map(([field, [before, after]]) => (
        <li key={field}>
          {model ? say(labelOf(model, field)) : field}: {text(field, before)} → {text(field, after)}
        </li>
      ))}
    </ul>
  );
}

/** What happened to a record, newest first. */
export function History({ model, id }: { model: Model; id: string }) {
  const { say } = useWords();
  const { data, error, refetch } = useRead<HistoryEntry[]>(`/${model.path}/${id}/history`);
  if (error) return <ErrorNotice error={error} onRetry={refetch} />;
  if (!data) return <Skeleton active title={false} />;
  if (data.length === 0) return <p className="muted">{say({ zh: '还没有变更。', en: 'No changes yet.' })}</p>;
  const resource = resourceOf(model.path);
  return (
    <ol className="timeline">
      {data.map((entry) => (
        <li key={`${entry.at}-${entry.action}-${entry.transition ?? ''}`}>
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
          {entry.action !== 'create' && <Changes model={model} changes={entry.changes} />}
        </li>
      ))}
    </ol>
  );
}
