import type { FormRule } from '../access/form-rules';
import type { Action } from '../access/resource-access';
import type { AccessRules, FieldAccess } from '../access/rules';
import type { Words } from '../text/words';
import type { Attribute } from './attribute';

/** What a person sees of a field: which control edits it, and how its value is shown. */
export type FieldKind =
  | 'text'
  | 'long'
  | 'richtext'
  | 'blocks'
  | 'json'
  | 'names'
  | 'number'
  | 'enum'
  | 'flag'
  | 'day'
  | 'instant'
  | 'time'
  | 'relation'
  | 'relations'
  | 'files'
  | 'component'
  | 'zone'
  | 'secret';

const KINDS: Record<string, FieldKind> = {
  text: 'long',
  richtext: 'richtext',
  blocks: 'blocks',
  json: 'json',
  integer: 'number',
  biginteger: 'number',
  float: 'number',
  decimal: 'number',
  enumeration: 'enum',
  boolean: 'flag',
  date: 'day',
  datetime: 'instant',
  timestamp: 'instant',
  time: 'time',
  media: 'files',
  component: 'component',
  dynamiczone: 'zone',
  password: 'secret',
};

/** The kind of an attribute. A custom field goes by the way it is stored; what is unknown is a text. */
export function kindOf(attribute: Attribute): FieldKind {
  if (attribute.type === 'relation') {
    return attribute.relation === 'manyToOne' || attribute.relation === 'oneToOne' ? 'relation' : 'relations';
  }
  if (attribute.pluginOptions?.jiedui?.control === 'names') return 'names';
  return KINDS[attribute.type] ?? 'text';
}

/** One field of a type as a role sees it. `attribute` holds the rules by which both sides check a value. */
export type FieldDescription = {
  kind: FieldKind;
  attribute: Attribute;
  label: Words;
  help: Words | null;
  /** The options of an enumeration with their words, in order. */
  options?: { value: string; words: Words }[];
  /** The record type that a relation leads to. */
  target?: string;
  /** Whether the office added it to the program's own type. */
  added: boolean;
  /** Whether this role may write it, on the records that it may write at all. */
  writable: boolean;
  sortable: boolean;
  /** Left out of this role's forms; the server then sets `preset`, if there is one. */
  hidden?: boolean;
  /** What a new record of this role starts with. */
  preset?: unknown;
};

/** A read-only column whose value the server works out from the record's other fields (`computed.<name>`). */
export type ComputedDescription = { label: Words; kind: 'number' | 'text' | 'flag' };

/** A component as the forms and pages that hold it draw it. */
export type ComponentDescription = {
  label: Words;
  titleField: string;
  fields: Record<string, FieldDescription>;
  form: FormRow[];
};

export type FormRow = { name: string; size: number }[];

/** A record type as a role sees it: everything that its list, form, page, import and export need. */
export type TypeDescription = {
  resource: string;
  /** The plural in the address of the API: `/api/<path>`. */
  path: string;
  label: Words;
  /** Whether the office made it. */
  custom: boolean;
  single: boolean;
  /** The field that names a record. */
  titleField: string;
  searchable: boolean;
  sort: { field: string; order: 'asc' | 'desc' };
  pageSize: number;
  columns: string[];
  form: FormRow[];
  fields: Record<string, FieldDescription>;
  computed: Record<string, ComputedDescription>;
  may: Record<Action | 'export' | 'import', boolean>;
};

/** The answer of `GET /api/models`. */
export type ModelsDescription = {
  /** Changes with anything in it. */
  version: string;
  types: TypeDescription[];
  components: Record<string, ComponentDescription>;
  /** The office's part of the access rules, for the same look-ups as on the server. */
  access: Record<string, AccessRules>;
  fieldAccess: Record<string, Record<string, FieldAccess>>;
  /** What the office has decided about the forms of this role. */
  formRules: FormRule[];
  /** What the office has changed of the menu, by the address of the entry. */
  menu: Record<string, MenuWords>;
  /** Words of states and other options that the office has changed, by `activity.state.planned`. */
  words: Record<string, Words>;
};

/** A menu entry's other name, place and whether it is left out. */
export type MenuWords = { label?: Words; order?: number; hidden?: boolean };
