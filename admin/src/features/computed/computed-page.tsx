import type { ModelsDescription } from '@jiedui/shared/model';
import type { Words } from '@jiedui/shared/text';
import { App, Button, Skeleton } from 'antd';
import { useState } from 'react';
import { loadModels } from '../../models/store';
import { errorWords } from '../../providers/errors';
import { useWords } from '../../providers/i18n';
import { asRow, type Row } from '../../providers/row';
import { ErrorNotice, Notice } from '../../ui/notices';
import { Page, PageCount } from '../../ui/page';
import { useRead } from '../../ui/use-read';
import { useWrites } from '../../ui/use-writes';
import { ColumnDrawer, type TypeName } from './column-drawer';
import './computed.css';

const words = {
  title: { zh: '计算列', en: 'Computed columns' },
  intro: {
    zh: '由其他字段算出的只读列,显示在列表、详情和导出中。',
    en: 'Read-only columns worked out from other fields, in lists, pages and exports.',
  },
  add: { zh: '新建计算列', en: 'New computed column' },
  none: { zh: '还没有计算列。', en: 'There are no computed columns yet.' },
  edit: { zh: '修改', en: 'Change' },
  remove: { zh: '删除', en: 'Delete' },
  sure: {
    zh: '删除这个计算列?记录本身不受影响。',
    en: 'Delete this computed column? The records stay as they are.',
  },
  cancel: { zh: '取消', en: 'Cancel' },
};

const QUERY = { sort: ['resource:asc', 'name:asc'], pagination: { page: 1, pageSize: 100 } };

type ListProps = { rows: readonly Row[]; typeName: (resource: unknown) => string; edit: (row: Row) => void };

function Columns({ rows, typeName, edit }: ListProps) {
  const { say, locale } = useWords();
  const { modal, message } = App.useApp();
  const { remove } = useWrites('computed-columns');
  const ask = (row: Row) =>
    modal.confirm({
      title: say(words.sure),
      okText: say(words.remove),
      cancelText: say(words.cancel),
      onOk: () =>
        remove(row, () => void loadModels()).catch((thrown) => {
          message.error(say(errorWords(thrown)));
        }),
    });
  return (
    <ul className="computed-list panel">
      {rows.map((row) => {
        const name = String(row[locale]);
        return (
          <li key={row.id}>
            <div>
              <strong>{name}</strong> <span className="muted">{typeName(row.resource)}</span>
              <code>{String(row.expression)}</code>
            </div>
            <div className="drawer-actions">
              <Button size="small" aria-label={`${say(words.edit)} ${name}`} onClick={() => edit(row)}>
                {say(words.edit)}
              </Button>
              <Button
                size="small"
                danger
                aria-label={`${say(words.remove)} ${name}`}
                onClick={() => ask(row)}
              >
                {say(words.remove)}
              </Button>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** The types about whose records a column may tell something: accounts and the settings themselves are not. */
function useTypeNames(): TypeName[] {
  const { data } = useRead<ModelsDescription>('/models');
  return (data?.types ?? []).filter(({ resource }) => resource !== 'staff');
}

/** Where the office thinks up columns. */
function ComputedPage() {
  const { say } = useWords();
  const { data, error, refetch } = useRead<unknown[]>('/computed-columns', QUERY);
  const types = useTypeNames();
  const [editing, setEditing] = useState<Row | 'new' | null>(null);
  const rows = (data ?? []).map(asRow).filter((row) => row !== null);
  const typeName = (resource: unknown) => {
    const label: Words | undefined = types.find((type) => type.resource === resource)?.label;
    return label ? say(label) : String(resource);
  };
  const close = () => {
    setEditing(null);
    refetch();
    void loadModels();
  };
  return (
    <Page
      title={say(words.title)}
      beside={<PageCount count={data && rows.length} />}
      actions={
        <Button type="primary" onClick={() => setEditing('new')}>
          {say(words.add)}
        </Button>
      }
    >
      <p className="muted">{say(words.intro)}</p>
      {error && <ErrorNotice error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton active title={false} paragraph={{ rows: 4, width: '100%' }} />}
      {data && rows.length === 0 && <Notice text={say(words.none)} />}
      {rows.length > 0 && <Columns rows={rows} typeName={typeName} edit={setEditing} />}
      {editing && <ColumnDrawer row={editing === 'new' ? null : editing} types={types} close={close} />}
    </Page>
  );
}

export { ComputedPage as Component };
