import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { useModel } from '../../models/store';
import { useWords } from '../../providers/i18n';
import type { Column } from '../../ui/list/column';
import type { FilterField } from '../../ui/list/filter-field';
import { NewRecord } from '../../ui/list/new-record';
import { RecordTable } from '../../ui/list/record-table';
import { Page } from '../../ui/page';
import { useRead } from '../../ui/use-read';
import { LastTry, Waiting } from './standing-words';
import { FORM, PATH, type Standing } from './webhook-data';
import './webhooks.css';

const FILTERS: readonly FilterField[] = [
  { kind: 'enum', field: 'state' },
  { kind: 'relation', field: 'consumer' },
];

const words = {
  title: { zh: '推送地址', en: 'Webhooks' },
  add: { zh: '新建推送地址', en: 'New webhook' },
  last: { zh: '最近推送', en: 'Last try' },
  waiting: { zh: '待推送', en: 'Waiting' },
  empty: {
    zh: '还没有推送地址。新建并生成签名密钥后,稿件刊发、更正、撤下时系统会通知对方。',
    en: 'There is none yet. Add one and make its secret: it is then told of changed stories.',
  },
};

function WebhookList() {
  const { say } = useWords();
  const navigate = useNavigate();
  const { data: standings } = useRead<Standing[]>(`/${PATH}/standing`);
  const columns = useMemo<Column[]>(() => {
    const byId = new Map(standings?.map((one) => [one.webhook, one]));
    return [
      { field: 'name', sort: true },
      { field: 'consumer', sort: 'consumer.name' },
      { field: 'url', narrow: true, width: 280 },
      {
        field: 'createdAt',
        label: words.last,
        width: 200,
        render: (row) => <LastTry standing={byId.get(row.id)} />,
      },
      {
        field: 'updatedAt',
        label: words.waiting,
        number: true,
        width: 90,
        render: (row) => <Waiting standing={byId.get(row.id)} />,
      },
      { field: 'state', sort: true, width: 90 },
    ];
  }, [standings]);
  return (
    <Page
      title={say(words.title)}
      actions={
        <NewRecord
          model={useModel(PATH)}
          label={say(words.add)}
          fields={FORM}
          onCreated={(row) => void navigate(`/${PATH}/${row.id}`)}
        />
      }
    >
      <RecordTable
        model={useModel(PATH)}
        caption={words.title}
        columns={columns}
        filters={FILTERS}
        defaultSort={{ field: 'name', order: 'asc' }}
        empty={words.empty}
      />
    </Page>
  );
}

export { WebhookList as Component };
