import { ALWAYS_SHOWN, MENU_GROUP, MENU_KEY } from '@jiedui/shared/modelling';
import { Button, Checkbox, Input, InputNumber, Pagination, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { useWords } from '../../providers/i18n';
import { ErrorNotice, Notice } from '../../ui/notices';
import { Page, PageCount } from '../../ui/page';
import { Tag } from '../../ui/tone';
import { useRead } from '../../ui/use-read';
import { type Typed, useWordWrites } from './use-word-writes';
import { depthOf, groupsOf, present, type Shown, shownRows, type WordRow } from './word-rows';
import './words.css';

const words = {
  title: { zh: '词语', en: 'Words' },
  intro: {
    zh: '修改状态、选项、字段、类型和菜单的叫法,保存后全系统(页面、导出、导入)立即生效。',
    en: 'What states, options, fields, types and the menu are called. A change holds everywhere at once.',
  },
  search: { zh: '搜索词语或标识', en: 'Search words or keys' },
  group: { zh: '类型', en: 'Type' },
  all: { zh: '全部类型', en: 'All types' },
  menu: { zh: '菜单', en: 'Menu' },
  changedOnly: { zh: '只看已修改', en: 'Changed only' },
  changed: { zh: '已修改', en: 'Changed' },
  own: { zh: '原为', en: 'Was' },
  zh: { zh: '中文', en: 'Chinese' },
  en: { zh: '英文', en: 'English' },
  order: { zh: '位次', en: 'Place' },
  hidden: { zh: '不显示', en: 'Hidden' },
  edit: { zh: '修改', en: 'Change' },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '取消', en: 'Cancel' },
  reset: { zh: '恢复原词', en: 'Reset' },
  none: { zh: '没有符合条件的词语。', en: 'Nothing matches.' },
};

const PAGE = 25;
const LONGEST = 60;

type RowProps = { row: WordRow; edit: () => void; reset: () => void; busy: boolean };

function ReadRow({ row, edit, reset, busy }: RowProps) {
  const { say } = useWords();
  const { changed } = row;
  const name = present(row, 'zh');
  return (
    <>
      <div className="word-text">
        <span>{name}</span> <span className="muted">{present(row, 'en')}</span>{' '}
        {changed && <Tag tone="blue">{say(words.changed)}</Tag>}{' '}
        {changed?.hidden && <Tag>{say(words.hidden)}</Tag>}
        {changed && (
          <span className="muted word-own">
            {say(words.own)} {row.words.zh} · {row.words.en}
          </span>
        )}
      </div>
      <div className="word-actions">
        <Button size="small" aria-label={`${say(words.edit)} ${name} ${row.key}`} onClick={edit}>
          {say(words.edit)}
        </Button>
        {changed && (
          <Button
            size="small"
            disabled={busy}
            aria-label={`${say(words.reset)} ${name} ${row.key}`}
            onClick={reset}
          >
            {say(words.reset)}
          </Button>
        )}
      </div>
    </>
  );
}

type EditProps = { row: WordRow; save: (typed: Typed) => void; cancel: () => void; busy: boolean };

/** One word being changed, in place. */
function EditRow({ row, save, cancel, busy }: EditProps) {
  const { say } = useWords();
  const [typed, setTyped] = useState<Typed>({
    zh: present(row, 'zh'),
    en: present(row, 'en'),
    order: row.changed?.order ?? null,
    hidden: row.changed?.hidden ?? false,
  });
  const change = (next: Partial<Typed>) => setTyped({ ...typed, ...next });
  const isMenu = row.group === MENU_GROUP;
  const complete = typed.zh.trim() !== '' && typed.en.trim() !== '';
  return (
    <form
      className="word-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (complete) save(typed);
      }}
    >
      {(['zh', 'en'] as const).map((locale) => (
        <Input
          key={locale}
          autoFocus={locale === 'zh'}
          aria-label={say(words[locale])}
          value={typed[locale]}
          maxLength={LONGEST}
          status={typed[locale].trim() ? '' : 'error'}
          onChange={(event) => change({ [locale]: event.target.value })}
        />
      ))}
      {isMenu && (
        <InputNumber
          aria-label={say(words.order)}
          placeholder={say(words.order)}
          min={1}
          max={1000}
          precision={0}
          value={typed.order}
          onChange={(order) => change({ order })}
        />
      )}
      {isMenu && !ALWAYS_SHOWN.includes(row.key.slice(MENU_KEY.length)) && (
        <Checkbox checked={typed.hidden} onChange={(event) => change({ hidden: event.target.checked })}>
          {say(words.hidden)}
        </Checkbox>
      )}
      <Button type="primary" htmlType="submit" loading={busy} disabled={!complete}>
        {say(words.save)}
      </Button>
      <Button onClick={cancel}>{say(words.cancel)}</Button>
    </form>
  );
}

function WordList({ rows, refetch }: { rows: readonly WordRow[]; refetch: () => void }) {
  const { say } = useWords();
  const [page, setPage] = useState(1);
  const [editing, setEditing] = useState<string | null>(null);
  const { busy, save, reset } = useWordWrites(refetch);
  const finish = async (row: WordRow, typed: Typed) => {
    if (await save(row, typed)) setEditing(null);
  };
  if (rows.length === 0) return <Notice text={say(words.none)} />;
  return (
    <>
      <ul className="word-list panel">
        {rows.slice((page - 1) * PAGE, page * PAGE).map((row) => (
          <li key={row.key}>
            <code className={`word-depth-${depthOf(row)}`}>{row.key}</code>
            {editing === row.key ? (
              <EditRow
                row={row}
                busy={busy}
                save={(typed) => void finish(row, typed)}
                cancel={() => setEditing(null)}
              />
            ) : (
              <ReadRow row={row} busy={busy} edit={() => setEditing(row.key)} reset={() => void reset(row)} />
            )}
          </li>
        ))}
      </ul>
      {rows.length > PAGE && (
        <div className="pager">
          <Pagination
            size="small"
            current={page}
            pageSize={PAGE}
            total={rows.length}
            showSizeChanger={false}
            onChange={setPage}
          />
        </div>
      )}
    </>
  );
}

/** Where the office changes what things are called. */
function WordsPage() {
  const { say } = useWords();
  const [shown, setShown] = useState<Shown>({ search: '', group: null, onlyChanged: false });
  const { data, error, refetch } = useRead<WordRow[]>(
    '/words/keys',
    {},
    { keepPrevious: true, staleTime: 0 },
  );
  const rows = data ? shownRows(data, shown) : [];
  return (
    <Page title={say(words.title)} beside={<PageCount count={data && rows.length} />}>
      <p className="muted">{say(words.intro)}</p>
      <search className="filter-bar">
        <Input.Search
          className="filter-search"
          aria-label={say(words.search)}
          placeholder={say(words.search)}
          allowClear
          maxLength={60}
          onChange={(event) => setShown({ ...shown, search: event.target.value })}
        />
        <Select
          className="filter-field"
          aria-label={say(words.group)}
          placeholder={say(words.all)}
          allowClear
          showSearch
          optionFilterProp="label"
          popupMatchSelectWidth={false}
          onChange={(group?: string) => setShown({ ...shown, group: group ?? null })}
          options={groupsOf(data ?? [], words.menu).map(({ group, words: label }) => ({
            value: group,
            label: say(label),
          }))}
        />
        <Checkbox onChange={(event) => setShown({ ...shown, onlyChanged: event.target.checked })}>
          {say(words.changedOnly)}
        </Checkbox>
      </search>
      {error && <ErrorNotice error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton active title={false} paragraph={{ rows: 8, width: '100%' }} />}
      {data && <WordList key={JSON.stringify(shown)} rows={rows} refetch={refetch} />}
    </Page>
  );
}

export { WordsPage as Component };
