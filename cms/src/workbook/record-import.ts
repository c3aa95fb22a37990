import { type Actor, can, mayImport } from '@jiedui/shared/access';
import type { TypeDescription } from '@jiedui/shared/model';
import {
  type AnySheet,
  type ImportPlan,
  importedFields,
  keyFields,
  MOST_KEY_FIELDS,
  type PlanProgress,
  planRecords,
  recordSheet,
  type SheetRows,
} from '@jiedui/shared/workbook';
import { Refusal } from '../guard/errors';
import { modelsFor } from '../modelling/described';
import { allComponents, modelOf } from '../read/model';
import { givingWay } from './giving-way';
import { existingRecords, namedRecords } from './record-known';
import { venueKinds } from './venue-kinds';

/** What an import of one record type is: the type, and the fields by which rows find their records. */
export type RecordImport = { resource: string; key: readonly string[] };

type Options = { signal?: AbortSignal; onProgress?: (progress: PlanProgress) => void };

/** The type as the actor may bring it in; refuses a type that there is none of, or that comes in by another way. */
export function importedType(actor: Actor, resource: unknown): TypeDescription {
  const type = modelsFor(actor.role).types.find((one) => one.resource === resource);
  if (!type) throw new Refusal(404, 'NOT_FOUND');
  if (!mayImport(actor.role, type.resource)) throw new Refusal(403, 'NOT_ALLOWED');
  return type;
}

/** The fields that can tell records apart: plain values and to-one relations, at most three. */
export function importKey(type: TypeDescription, asked: unknown): string[] {
  const names = typeof asked === 'string' && asked !== '' ? asked.split(',') : [];
  const fields = keyFields(type);
  if (names.length > MOST_KEY_FIELDS || !names.every((name) => fields.includes(name)))
    throw new Refusal(400, 'BAD_INPUT');
  return names;
}

/** The sheet of a type as the template shows it. */
export const templateSheet = async (type: TypeDescription): Promise<AnySheet> =>
  recordSheet(await withVenueKinds(type), { strict: true });

/** What the office calls the venue kinds is data of the programme, not of the model. */
async function withVenueKinds(type: TypeDescription): Promise<TypeDescription> {
  const { venueKind } = type.fields;
  if (!venueKind) return type;
  const options = (await venueKinds()).map(({ code, words }) => ({ value: code, words }));
  return { ...type, fields: { ...type.fields, venueKind: { ...venueKind, kind: 'enum', options } } };
}

/** Works out what an import of a record type would do, giving way to other requests every few rows. */
export async function planRecordImport(
  actor: Actor,
  { resource, key }: RecordImport,
  sheets: readonly SheetRows[],
  { signal, onProgress }: Options = {},
): Promise<ImportPlan> {
  const type = await withVenueKinds(importedType(actor, resource));
  const fields = importedFields(type);
  const model = modelOf(resource);
  const may = { create: can(actor.role, 'create', resource), update: can(actor.role, 'update', resource) };
  const names = fields.map(([name]) => name);
  const existing =
    key.length > 0 ? await existingRecords(model, actor, may.update ? 'update' : 'read', names) : [];
  const targets = new Set(fields.flatMap(([, { target }]) => target ?? []));
  const related: Record<string, Awaited<ReturnType<typeof namedRecords>>> = {};
  for (const target of targets) related[target] = await namedRecords(target, actor);
  const work = planRecords({
    sheets,
    sheet: recordSheet(type, { strict: false }),
    attributes: Object.fromEntries(fields.map(([name, { attribute }]) => [name, attribute])),
    components: allComponents(),
    key,
    titleField: type.titleField,
    existing,
    related,
    may,
  });
  return givingWay(work, (progress) => {
    signal?.throwIfAborted();
    onProgress?.(progress);
  });
}
