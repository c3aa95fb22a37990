import { useOne } from '@refinedev/core';
import { type Model, relationsAmong } from '../models/model';
import type { Row } from '../providers/row';

/** One record with the relations that the model knows. */
export function useRecord(model: Model, id: string | undefined) {
  const populate = relationsAmong(model, Object.keys(model.fields));
  const { query } = useOne<Row>({
    resource: model.path,
    id: id ?? '',
    meta: { populate: populate.length > 0 ? populate : undefined },
    errorNotification: false,
    queryOptions: { enabled: Boolean(id) },
  });
  return {
    row: query.data?.data,
    error: query.error,
    isLoading: query.isLoading,
    refetch: () => void query.refetch(),
  };
}
