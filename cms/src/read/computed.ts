import { computedOf } from '../settings/computed-columns';
import { type Model, modelOf } from './model';
import type { ListQuery } from './query';

type Computed = {
  /** The query with everything that its columns read. */
  query: ListQuery;
  /** Works the columns out and takes away what was only read for them. */
  finish: (record: Record<string, unknown>) => Record<string, unknown>;
};

/** A query's computed columns: what has to be read for them, and how a record that was read gets them. */
export function withComputed(model: Model, query: ListQuery): Computed {
  const { computed } = query;
  if (computed.length === 0) return { query, finish: (record) => record };
  const used = [...new Set(computed.flatMap(({ ready }) => ready.uses))];
  const fields = used.filter((name) => model.columns.has(name) && !query.fields.includes(name));
  const asked = query.populate.map(({ relation }) => relation);
  const relations = used.filter((name) => model.relations.has(name) && !asked.includes(name));
  const populate = relations.map((relation) => ({
    relation,
    fields: [modelOf(model.relations.get(relation)?.target ?? '').titleField],
  }));
  const extra = [...fields, ...relations];
  return {
    query: { ...query, fields: [...query.fields, ...fields], populate: [...query.populate, ...populate] },
    finish: (record) => {
      record.computed = computedOf(computed, record);
      for (const name of extra) delete record[name];
      return record;
    },
  };
}
