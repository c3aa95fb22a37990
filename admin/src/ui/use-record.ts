import { useOne } from '@refinedev/core';
import { type Model, populatedAmong } from '../models/model';
import type { Row } from '../providers/row';

/** One record with the relations that the model knows. */
export function useRecord(model: Model, id: string | undefined) {
  const populate = populatedAmong(model, Object.keys(model.fields));
  const computed = Object.keys(model.computed);
  const { query } = useOne<Row>({
    resource: model.path,
    id: id ?? '',
    meta: {
      populate: populate.length > 0 ? populate : undefined,
      computed: computed.length > 0 ? computed : undefined,
    },
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
