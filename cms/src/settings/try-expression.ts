import type { Actor } from '@jiedui/shared/access';
import { computedValue, type Names, readExpression } from '@jiedui/shared/computed';
import { fieldError } from '@jiedui/shared/model';
import { Refusal } from '../guard/errors';
import { listRecords } from '../read/list';
import { findModel, type Model } from '../read/model';
import { namesIn, problemWords } from './computed-columns';

function modelFor(resource: unknown): Model {
  const model = findModel(String(resource));
  if (!model) throw new Refusal(400, 'BAD_INPUT', { errors: [fieldError(['resource'], 'NOT_AN_OPTION')] });
  return model;
}

/** What expressions about a type may name. */
export const expressionNames = (resource: string): Names => namesIn(modelFor(resource));

/** An expression with what it gives for the newest record, or what is wrong with it and where. */
export async function tryExpression(actor: Actor, input: Record<string, unknown>) {
  const model = modelFor(input.resource);
  const read = readExpression(String(input.expression ?? ''), namesIn(model));
  if ('at' in read) {
    const error = fieldError(['expression'], 'WRONG_TYPE', problemWords(read));
    throw new Refusal(400, 'BAD_INPUT', { errors: [error], at: read.at });
  }
  const relations = read.uses.filter((name) => model.relations.has(name));
  const page = await listRecords(model, actor, {
    fields: [...new Set([model.titleField, ...read.uses.filter((name) => model.columns.has(name))])],
    populate: relations,
    sort: ['updatedAt:desc'],
    pagination: { pageSize: 1, withCount: false },
  });
  const record = page.data[0];
  const decimals = typeof input.decimals === 'number' ? input.decimals : null;
  return {
    kind: read.kind,
    record: record ? { documentId: record.documentId, title: String(record[model.titleField] ?? '') } : null,
    value: record ? computedValue(read, decimals, record) : null,
  };
}
