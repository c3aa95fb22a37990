import { Button } from 'antd';
import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Model } from '../../models/model';
import { recordAddress } from '../../models/presentation';
import { useModels } from '../../models/store';
import { useWords } from '../../providers/i18n';
import { columnNames, columnOf, sortFieldOf } from '../../ui/list/columns-of';
import { filtersOf, inSight } from '../../ui/list/filters-of';
import { NewRecord } from '../../ui/list/new-record';
import { RecordTable } from '../../ui/list/record-table';
import { Page } from '../../ui/page';
import { SingleRecord } from './single-record';
import { useOwnPreset } from './use-own-preset';
import { WithModel } from './with-model';

/** A button that leads to the import of this type. */
function ImportButton({ model }: { model: Model }) {
  const { say } = useWords();
  if (!model.may.import) return null;
  return (
    <Link to={`/import?type=${model.resource}`}>
      <Button>{say({ zh: '导入', en: 'Import' })}</Button>
    </Link>
  );
}

/** A new record of a type, with the form as the office has laid it out. */
export function NewOfType({ model }: { model: Model }) {
  const { say } = useWords();
  const navigate = useNavigate();
  const preset = useOwnPreset(model);
  const { zh, en } = model.label;
  return (
    <NewRecord
      model={model}
      label={say({ zh: `新建${zh}`, en: `New ${en.toLowerCase()}` })}
      preset={preset}
      onCreated={(row) => void navigate(recordAddress(model, row.id) ?? '.')}
    />
  );
}

function List({ model }: { model: Model }) {
  const { say } = useWords();
  const models = useModels();
  const { zh, en } = model.label;
  const columns = useMemo(
    () => columnNames(model).map((name) => columnOf(models, model, name)),
    [models, model],
  );
  const [filters, more] = useMemo(() => {
    const all = filtersOf(model);
    return [all.slice(0, inSight(all)), all.slice(inSight(all))];
  }, [model]);
  return (
    <Page
      title={say(model.label)}
      actions={
        <>
          <ImportButton model={model} />
          <NewOfType model={model} />
        </>
      }
    >
      <RecordTable
        model={model}
        caption={model.label}
        columns={columns}
        filters={filters}
        more={more}
        defaultSort={{
          field: sortFieldOf(models, model, model.sort.field) ?? 'createdAt',
          order: model.sort.order,
        }}
        searchable={model.searchable}
        empty={{
          zh: `还没有${zh}。点“新建${zh}”登记第一条${model.may.import ? ',或导入工作簿' : ''}。`,
          en: `Nothing here yet. Add the first with “New ${en.toLowerCase()}”${
            model.may.import ? ' or import a workbook' : ''
          }.`,
        }}
      />
    </Page>
  );
}

function RecordList() {
  return (
    <WithModel>
      {(model) => (model.single ? <SingleRecord model={model} /> : <List model={model} />)}
    </WithModel>
  );
}

export { RecordList as Component };
