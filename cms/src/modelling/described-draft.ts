import { installAccess, OFFICE_ONLY, type RelationGraph } from '@jiedui/shared/access';
import {
  type Attribute,
  type ModelSet,
  type ModelsDescription,
  resourceOfUid,
  type TypeSchema,
} from '@jiedui/shared/model';
import {
  type DescribedType,
  describeModels,
  Labels,
  type MergedType,
  mergedTypes,
} from '@jiedui/shared/modelling';
import { programTypes } from './install-model';
import { runningModel } from './running-model';

/** The draft as its types and fields will look to the office, whatever its rules will let it see. */
export function describeDraft(set: ModelSet, version: string): ModelsDescription {
  const types = Object.entries(mergedTypes(programTypes(), set)).map(([uid, type]) =>
    describedType(uid, type),
  );
  const access = Object.fromEntries(Object.keys(set.types).map((uid) => [resourceOfUid(uid), OFFICE_ONLY]));
  const running = runningModel().set;
  // The one matrix answers who may see what; for the length of this look it holds the draft's types.
  installAccess(access, {});
  try {
    return describeModels(
      { version, set, views: set.views, types, labels: new Labels(set) },
      'districtOffice',
    );
  } finally {
    installAccess(running.access, running.fieldAccess);
  }
}

/** Relations that lead to one record, of all types of the draft. */
export function relationGraph(set: ModelSet): RelationGraph {
  const merged = Object.entries(mergedTypes(programTypes(), set));
  return Object.fromEntries(merged.map(([uid, { schema }]) => [resourceOfUid(uid), toOne(schema)]));
}

function toOne({ attributes }: TypeSchema): Record<string, string> {
  const relations = Object.entries(attributes).filter(
    ([, { relation, useJoinTable, mappedBy }]) =>
      (relation === 'manyToOne' || relation === 'oneToOne') && useJoinTable === false && !mappedBy,
  );
  return Object.fromEntries(relations.map(([name, { target }]) => [name, resourceOfUid(target ?? '')]));
}

const NAMES = ['displayName', 'name', 'title', 'username', 'code'];

function describedType(uid: string, { schema, custom, added }: MergedType): DescribedType {
  const { info, kind, attributes } = schema;
  const shown = Object.entries(attributes).filter(([, attribute]) => !attribute.private);
  return {
    uid,
    resource: resourceOfUid(uid),
    path: info.pluralName,
    displayName: info.displayName,
    custom,
    single: kind === 'singleType',
    added,
    titleField: titleOf(shown),
    attributes: Object.fromEntries(shown),
  };
}

function titleOf(shown: [string, Attribute][]): string {
  const names = shown.map(([name]) => name);
  const text = shown.find(([, { type }]) => type === 'string')?.[0];
  return NAMES.find((name) => names.includes(name)) ?? text ?? 'documentId';
}
