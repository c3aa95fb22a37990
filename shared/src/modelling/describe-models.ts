import {
  can,
  formRuleOf,
  formRulesOf,
  mayExport,
  mayImport,
  mayReadField,
  mayWriteField,
  type Role,
} from '../access';
import type { ComputedColumn } from '../computed';
import {
  type Attribute,
  type ComponentDescription,
  type ComponentSchema,
  type FieldDescription,
  type FormRow,
  kindOf,
  type ModelSet,
  type ModelsDescription,
  resourceOfUid,
  type TypeDescription,
  type ViewConfiguration,
} from '../model';
import type { Labels } from './labels';

/** A record type as the server knows it; attributes in the order of the schema, without what nobody may see. */
export type DescribedType = {
  uid: string;
  resource: string;
  path: string;
  displayName: string;
  custom: boolean;
  single: boolean;
  added: readonly string[];
  titleField: string;
  attributes: Readonly<Record<string, Attribute>>;
};

export type DescribeInput = {
  version: string;
  set: ModelSet;
  /** Strapi's view configuration as it stands, by uid. */
  views: Readonly<Record<string, ViewConfiguration>>;
  types: readonly DescribedType[];
  labels: Labels;
  /** The computed columns of this role, by record type. */
  computed?: Readonly<Record<string, readonly ComputedColumn[]>>;
  menu?: ModelsDescription['menu'];
  words?: ModelsDescription['words'];
};

const NOT_SHOWN = ['rev', 'example', 'createdAt', 'updatedAt'];
const WIDE = ['long', 'richtext', 'blocks', 'json', 'files', 'component', 'zone', 'relations'];
const FIRST_COLUMNS = 5;

/** The models as a role may see them: only types that it may read, and only fields that it may read. */
export function describeModels(input: DescribeInput, role: Role): ModelsDescription {
  const types = input.types
    .filter(({ resource }) => can(role, 'read', resource) || can(role, 'create', resource))
    .map((type) => describeType(input, type, role));
  const components = Object.fromEntries(
    Object.entries(input.set.components).map(([uid, schema]) => [uid, describeComponent(input, uid, schema)]),
  );
  const { access, fieldAccess } = input.set;
  const { version, menu = {}, words = {} } = input;
  const formRules = formRulesOf(role);
  return { version, types, components, access, fieldAccess, formRules, menu, words };
}

function describeType(input: DescribeInput, type: DescribedType, role: Role): TypeDescription {
  const { uid, resource } = type;
  const view = input.views[uid];
  const shown = Object.entries(type.attributes).filter(
    ([name, attribute]) =>
      !attribute.mappedBy && mayReadField(role, resource, name) && mayName(input, attribute, role),
  );
  const fields = Object.fromEntries(
    shown.map(([name, attribute]) => [name, describeField(input, type, name, attribute, role)]),
  );
  const titleField = type.titleField in fields ? type.titleField : 'documentId';
  return {
    resource,
    path: type.path,
    label: input.labels.ofType(uid, resource, type.displayName),
    custom: type.custom,
    single: type.single,
    titleField,
    searchable: view?.settings.searchable !== false,
    sort: sortOf(view, fields, titleField),
    pageSize: view?.settings.pageSize ?? 25,
    columns: columnsOf(view, fields, titleField),
    form: formOf(view, fields),
    fields,
    computed: Object.fromEntries(
      (input.computed?.[resource] ?? []).map(({ name, words, kind }) => [name, { label: words, kind }]),
    ),
    may: {
      read: can(role, 'read', resource),
      create: can(role, 'create', resource),
      update: can(role, 'update', resource),
      delete: can(role, 'delete', resource),
      export: mayExport(role, resource),
      import: mayImport(role, resource),
    },
  };
}

/** A relation to an office's type shows to whom that type is readable: its names are those of foreign records. */
function mayName({ set }: DescribeInput, { target }: Attribute, role: Role): boolean {
  return !target || !Object.hasOwn(set.types, target) || can(role, 'read', resourceOfUid(target));
}

function describeField(
  input: DescribeInput,
  type: { uid: string; resource: string; added: readonly string[] },
  name: string,
  attribute: Attribute,
  role: Role | null,
): FieldDescription {
  const { uid, resource, added } = type;
  const metadata = input.views[uid]?.metadatas[name];
  const writable = role === null || mayWriteField(role, resource, name);
  const kind = kindOf(attribute);
  return {
    kind,
    attribute,
    label: input.labels.ofField(uid, resource, name),
    help: input.labels.ofHelp(uid, resource, name),
    ...(attribute.enum
      ? {
          options: attribute.enum.map((value) => ({
            value,
            words: input.labels.ofOption(resource, name, value),
          })),
        }
      : {}),
    ...(attribute.target ? { target: resourceOfUid(attribute.target) } : {}),
    added: added.includes(name),
    ...(role === null ? {} : ruled(role, resource, name)),
    writable: writable && metadata?.edit?.editable !== false,
    sortable: metadata?.list?.sortable !== false && !WIDE.includes(kind) && kind !== 'secret',
  };
}

/** What the office has decided about a field in the forms of a role. */
function ruled(role: Role, resource: string, name: string): Pick<FieldDescription, 'hidden' | 'preset'> {
  const rule = formRuleOf(role, resource, name);
  if (!rule) return {};
  return {
    ...(rule.mode === 'hidden' ? { hidden: true } : {}),
    ...(rule.preset === undefined ? {} : { preset: rule.preset }),
  };
}

function describeComponent(input: DescribeInput, uid: string, schema: ComponentSchema): ComponentDescription {
  const type = { uid, resource: uid, added: [] };
  const fields = Object.fromEntries(
    Object.entries(schema.attributes)
      .filter(([, attribute]) => !attribute.mappedBy && !attribute.private)
      .map(([name, attribute]) => [name, describeField(input, type, name, attribute, null)]),
  );
  const view = input.views[uid];
  const texts = Object.keys(fields).filter((name) => fields[name]?.kind === 'text');
  const main = view?.settings.mainField;
  return {
    label: input.labels.ofType(uid, uid, schema.info.displayName),
    titleField: main && main in fields ? main : (texts[0] ?? 'id'),
    fields,
    form: formOf(view, fields),
  };
}

type Fields = Record<string, FieldDescription>;

function sortOf(view: ViewConfiguration | undefined, fields: Fields, titleField: string) {
  const field = view?.settings.defaultSortBy;
  const known = field && fields[field]?.sortable ? field : null;
  const order = view?.settings.defaultSortOrder?.toLowerCase() === 'desc' ? 'desc' : 'asc';
  if (known) return { field: known, order } as const;
  return { field: fields[titleField]?.sortable ? titleField : 'createdAt', order: 'asc' } as const;
}

function columnsOf(view: ViewConfiguration | undefined, fields: Fields, titleField: string): string[] {
  const chosen = (view?.layouts.list ?? []).filter((name) => fields[name] && !NOT_SHOWN.includes(name));
  const named = chosen.includes(titleField) || !fields[titleField] ? chosen : [titleField, ...chosen];
  if (named.length > 1) return named;
  const rest = Object.keys(fields).filter(
    (name) => !named.includes(name) && !NOT_SHOWN.includes(name) && !WIDE.includes(fields[name]?.kind ?? ''),
  );
  return [...named, ...rest].slice(0, FIRST_COLUMNS);
}

/** The form as it was laid out, and what the layout does not know at its end. */
function formOf(view: ViewConfiguration | undefined, fields: Fields): FormRow[] {
  const editable = Object.keys(fields).filter((name) => !NOT_SHOWN.includes(name));
  const visible = editable.filter((name) => view?.metadatas[name]?.edit?.visible !== false);
  const rows = (view?.layouts.edit ?? [])
    .map((row) => row.filter(({ name }) => visible.includes(name)))
    .filter((row) => row.length > 0);
  const placed = rows.flat().map(({ name }) => name);
  const rest = visible.filter((name) => !placed.includes(name));
  return [...rows, ...rest.map((name) => [{ name, size: WIDE.includes(fields[name]?.kind ?? '') ? 12 : 6 }])];
}
