import type { ModelsDescription } from '@jiedui/shared/model';
import type { Words } from '@jiedui/shared/text';
import { useNavigate } from 'react-router';
import { labelOf, type Model } from '../../models/model';
import { recordAddress } from '../../models/presentation';
import { modelOfResource, useModels } from '../../models/store';
import { useWords } from '../../providers/i18n';
import { columnNames, columnOf, sortFieldOf } from '../list/columns-of';
import { NewRecord } from '../list/new-record';
import { RecordTable } from '../list/record-table';

/** A field of another type that leads to this one. */
export type Relation = { type: Model; field: string; label: Words };

const TO: readonly string[] = ['relation', 'relations'];

/** The fields of other types that lead to a type, for those that the role may read. */
export function relationsTo(
  models: ModelsDescription,
  resource: string,
  wanted: (type: Model) => boolean,
): Relation[] {
  const readable = models.types.filter((type) => type.may.read && wanted(type));
  // What has no page for each record, such as an account, is looked for last.
  const hasPage = (type: Model) => recordAddress(type, '') !== null;
  return [...readable.filter(hasPage), ...readable.filter((type) => !hasPage(type))].flatMap((type) => {
    const names = Object.keys(type.fields).filter((name) => {
      const field = type.fields[name];
      return field?.target === resource && TO.includes(field.kind);
    });
    return names.map((field) => ({ type, field, label: relationLabel(type, field, names.length > 1) }));
  });
}

/** Where a type leads here twice, its name alone would not tell the two apart. */
function relationLabel(type: Model, field: string, several: boolean): Words {
  if (!several) return type.label;
  const own = labelOf(type, field);
  return { zh: `${type.label.zh}(${own.zh})`, en: `${type.label.en} (${own.en})` };
}

export function useRelated(model: Model, wanted: (type: Model) => boolean): Relation[] {
  return relationsTo(useModels(), model.resource, wanted);
}

/** The records of another type that lead to this one. */
export function RelatedTable({ relation, id }: { relation: Relation; id: string }) {
  const { say } = useWords();
  const models = useModels();
  const navigate = useNavigate();
  const { type, field, label } = relation;
  const columns = columnNames(type).filter((name) => name !== field);
  const sort = sortFieldOf(models, type, type.sort.field) ?? 'createdAt';
  const several = type.fields[field]?.kind === 'relations';
  const handmade = modelOfResource(models, type.resource)?.custom !== true;
  return (
    <>
      {!handmade && (
        <div className="related-actions">
          <NewRecord
            model={type}
            label={say({ zh: `新建${type.label.zh}`, en: `New ${type.label.en.toLowerCase()}` })}
            preset={{ [field]: several ? [id] : id }}
            onCreated={(row) => void navigate(recordAddress(type, row.id) ?? '.')}
          />
        </div>
      )}
      <RecordTable
        model={type}
        caption={label}
        columns={columns.map((name) => columnOf(models, type, name))}
        fixed={[{ field: `${field}.documentId`, operator: 'eq', value: id }]}
        defaultSort={{ field: sort, order: type.sort.order }}
        searchable={type.searchable}
        inAddress={false}
        empty={{ zh: `还没有${type.label.zh}。`, en: `Nothing under ${type.label.en} yet.` }}
      />
    </>
  );
}
