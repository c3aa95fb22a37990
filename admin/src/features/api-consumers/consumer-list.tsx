import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import { asLinked, linkedName, type Row } from '../../providers/row';
import { formatInstant, formatNumber } from '../../ui/field/format';
import type { Column } from '../../ui/list/column';
import type { FilterField } from '../../ui/list/filter-field';
import { NewRecord } from '../../ui/list/new-record';
import { RecordTable } from '../../ui/list/record-table';
import { Page } from '../../ui/page';
import { useRead } from '../../ui/use-read';
import { FORM, PATH, type Standing } from './consumer-data';

const FILTERS: readonly FilterField[] = [{ kind: 'enum', field: 'state' }];

const words = {
  title: { zh: '接口用户', en: 'API consumers' },
  add: { zh: '新建接口用户', en: 'New consumer' },
  today: { zh: '今日请求', en: 'Requests today' },
  used: { zh: '最近使用', en: 'Last used' },
  unused: { zh: '尚未使用', en: 'Never used' },
  all: { zh: '全部专栏', en: 'All columns' },
  empty: {
    zh: '还没有接口用户。新建后生成令牌,交给对方的技术人员。',
    en: 'There is none yet. Add one, make a token and hand it over.',
  },
};

/** How much of the day's quota is spent, and when it was last asked for anything. */
function Today({ row, standing }: { row: Row; standing: Standing | undefined }) {
  const { say, locale } = useWords();
  const quota = formatNumber(row.dailyQuota, locale);
  if (!standing) return quota;
  return (
    <>
      <div>{`${formatNumber(standing.today, locale)} / ${quota}`}</div>
      <div className="muted">
        {standing.usedAt ? `${say(words.used)} ${formatInstant(standing.usedAt)}` : say(words.unused)}
      </div>
    </>
  );
}

/** Without a name there it reads all: an empty cell would look like none. */
function Columns({ row }: { row: Row }) {
  const { say } = useWords();
  const named = Array.isArray(row.columns) ? row.columns : [];
  if (named.length === 0) return say(words.all);
  return named.map((one) => linkedName(asLinked(one))).join('、');
}

function ConsumerList() {
  const model = useModel(PATH);
  const { say } = useWords();
  const navigate = useNavigate();
  const { data: standings } = useRead<Standing[]>(`/${PATH}/standings`);
  const columns = useMemo<Column[]>(() => {
    const byId = new Map(standings?.map((one) => [one.documentId, one]));
    return [
      { field: 'name', sort: true },
      { field: 'columns', render: (row) => <Columns row={row} /> },
      {
        field: 'dailyQuota',
        width: 240,
        label: words.today,
        render: (row) => <Today row={row} standing={byId.get(row.id)} />,
      },
      { field: 'contact', width: 160 },
      { field: 'expiresOn', sort: true, width: 120 },
      { field: 'state', sort: true, width: 100 },
    ];
  }, [standings]);
  return (
    <Page
      title={say(words.title)}
      actions={
        <NewRecord
          model={model}
          label={say(words.add)}
          fields={FORM}
          onCreated={(row) => void navigate(`/${PATH}/${row.id}`)}
        />
      }
    >
      <RecordTable
        model={model}
        caption={words.title}
        columns={columns}
        filters={FILTERS}
        defaultSort={{ field: 'name', order: 'asc' }}
        empty={words.empty}
      />
    </Page>
  );
}

export { ConsumerList as Component };
