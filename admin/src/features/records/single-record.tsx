import { useList } from '@refinedev/core';
import { Skeleton } from 'antd';
import type { Model } from '../../models/model';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { ErrorNotice, Notice } from '../../ui/notices';
import { Page } from '../../ui/page';
import { Detail } from './record-detail';
import { NewOfType } from './record-list';

/** A type of which there is one record: the record itself, or the way to make it. */
export function SingleRecord({ model }: { model: Model }) {
  const { say } = useWords();
  const { query } = useList<Row>({
    resource: model.path,
    pagination: { pageSize: 1 },
    meta: { fields: ['rev'] },
    errorNotification: false,
  });
  const row = query.data?.data[0];
  if (row) return <Detail model={model} id={row.id} />;
  return (
    <Page title={say(model.label)} actions={<NewOfType model={model} />}>
      {query.error && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isLoading && <Skeleton active />}
      {query.data && (
        <Notice
          text={say({
            zh: model.may.create ? `还没有填写。点“新建${model.label.zh}”。` : '还没有填写。',
            en: model.may.create
              ? `Not filled in yet. Use “New ${model.label.en.toLowerCase()}”.`
              : 'Not filled in yet.',
          })}
        />
      )}
    </Page>
  );
}
