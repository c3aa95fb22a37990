import { Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Model } from '../../models/model';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { StateTag } from '../../ui/field/tags';
import { ErrorNotice } from '../../ui/notices';
import { useRead } from '../../ui/use-read';
import { useRecord } from '../../ui/use-record';
import { DiffList } from './diff-list';

type Version = { documentId: string; version: number; state: string; reason: string | null };

const MOST = 100;

/** The other versions of a rubric, and what differs between this one and a chosen one. */
export function VersionsTab({ model, row }: { model: Model; row: Row }) {
  const { say } = useWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const { data, error, refetch } = useRead<Version[]>('/rubrics', {
    filters: { name: { $eq: row.name } },
    fields: ['version', 'state', 'reason'],
    sort: ['version:desc'],
    pagination: { page: 1, pageSize: MOST },
  });
  const all = data ?? [];
  const others = all.filter(({ documentId }) => documentId !== row.id);
  const mine = Number(row.version);
  const before = others.find(({ version }) => version < mine) ?? others.at(-1);
  const other = others.find(({ documentId }) => documentId === chosen) ?? before;
  const read = useRecord(model, other?.documentId);
  const found = read.row;
  if (error && !data) return <ErrorNotice error={error} onRetry={refetch} />;
  if (data && others.length === 0) {
    return (
      <p className="panel rubric-rules muted">
        {say({ zh: '还没有其他版本。', en: 'No other version yet.' })}
      </p>
    );
  }
  // What came first is what it was; the later one is what it became.
  const [old, now] = other && other.version > mine ? [row, found] : [found, row];
  const name = (version: number) => say({ zh: `第 ${version} 版`, en: `Version ${version}` });
  return (
    <div className="panel rubric-rules">
      <ul className="rubric-version-list">
        {all.map(({ documentId, version, state, reason }) => (
          <li key={documentId}>
            {documentId === row.id ? (
              <strong>{name(version)}</strong>
            ) : (
              <Link to={`/rubrics/${documentId}`}>{name(version)}</Link>
            )}
            <StateTag resource={model.resource} state={state} />
            <span className="muted">{reason}</span>
          </li>
        ))}
      </ul>
      <p className="rubric-compare">
        <label htmlFor="rubric-other">{say({ zh: '与哪一版对比', en: 'Compare with' })}</label>
        <Select
          id="rubric-other"
          value={other?.documentId ?? null}
          options={others.map(({ documentId, version }) => ({ value: documentId, label: name(version) }))}
          onChange={(id) => setChosen(id)}
        />
      </p>
      {read.error && !found && <ErrorNotice error={read.error} onRetry={read.refetch} />}
      {old && now && found?.id === other?.documentId && (
        <>
          <h2>
            {say({
              zh: `由第 ${old.version} 版到第 ${now.version} 版`,
              en: `From version ${old.version} to version ${now.version}`,
            })}
          </h2>
          <DiffList before={old.definition} after={now.definition} />
        </>
      )}
    </div>
  );
}
