import { z } from 'zod';
import { ROLES } from '../access';
import { emptyModelSet, type ModelSet } from '../model';
import type { Words } from '../text';

/** The format of an exported model; a file of a later one is not read. */
export const MODEL_FORMAT = 1;

/** What is wrong with a model that came from outside, and where. */
export type SetError = { path: (string | number)[]; message: Words };

const MOST = { types: 200, components: 200, fields: 200, words: 20_000, rows: 500 };

const WORD = z.string().max(2000);
const NAME = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,59}$/);
const KEBAB = z.string().regex(/^[a-z0-9][a-z0-9-]{0,49}$/);
const TYPE_UID = z.string().regex(/^api::[a-z0-9][a-z0-9-]{0,49}\.[a-z0-9][a-z0-9-]{0,49}$/);
const ANY_TYPE_UID = z.string().regex(/^(api|plugin)::[a-z][a-z0-9-]{0,49}\.[a-z][a-z0-9-]{0,49}$/);
const COMPONENT_UID = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,49}\.[a-z0-9][a-z0-9_-]{0,49}$/);
const TABLE = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,59}$/);
const RESOURCE = KEBAB;
const ROLE = z.enum(ROLES);

const KINDS = [
  'string',
  'text',
  'richtext',
  'blocks',
  'email',
  'password',
  'uid',
  'integer',
  'biginteger',
  'float',
  'decimal',
  'boolean',
  'date',
  'datetime',
  'time',
  'timestamp',
  'json',
  'enumeration',
  'media',
  'relation',
  'component',
  'dynamiczone',
] as const;
const RELATIONS = ['oneToOne', 'oneToMany', 'manyToOne', 'manyToMany'] as const;

const bounded = <T extends z.ZodType, K extends z.ZodType<string, string>>(key: K, value: T, most: number) =>
  z.record(key, value).refine((record) => Object.keys(record).length <= most, 'too many');

const REGEX = z.string().max(200).refine(compiles, 'regex');

/** Only what Strapi's builder itself writes for a field: no key by which a plugin could be made to run something. */
const ATTRIBUTE = z
  .strictObject({
    type: z.enum(KINDS),
    required: z.boolean(),
    unique: z.boolean(),
    private: z.boolean(),
    configurable: z.boolean(),
    searchable: z.boolean(),
    minLength: z.number().int().min(0),
    maxLength: z.number().int().min(0),
    min: z.union([z.number(), z.string().max(60)]),
    max: z.union([z.number(), z.string().max(60)]),
    enum: z.array(z.string().min(1).max(200)).min(1).max(500),
    enumName: z.string().max(200),
    regex: REGEX,
    default: z.json(),
    multiple: z.boolean(),
    allowedTypes: z.array(z.enum(['images', 'files', 'videos', 'audios'])),
    component: COMPONENT_UID,
    repeatable: z.boolean(),
    components: z.array(COMPONENT_UID).max(100),
    relation: z.enum(RELATIONS),
    target: ANY_TYPE_UID,
    mappedBy: NAME,
    inversedBy: NAME,
    useJoinTable: z.boolean(),
    targetField: NAME,
    customField: z.string().regex(/^(plugin|global)::[a-z0-9.-]{1,80}$/),
    options: z.json(),
    pluginOptions: z
      .strictObject({ jiedui: z.strictObject({ control: z.literal('names') }).partial() })
      .partial(),
  })
  .partial()
  .required({ type: true })
  .superRefine((attribute, context) => {
    const wanted = NEEDED[attribute.type] ?? [];
    for (const key of wanted) {
      if (attribute[key] === undefined) context.addIssue({ code: 'custom', path: [key], message: 'missing' });
    }
  });

const NEEDED: Partial<
  Record<(typeof KINDS)[number], readonly ('enum' | 'relation' | 'target' | 'component' | 'components')[]>
> = {
  enumeration: ['enum'],
  relation: ['relation', 'target'],
  component: ['component'],
  dynamiczone: ['components'],
};

const ATTRIBUTES = bounded(NAME, ATTRIBUTE, MOST.fields);

const TYPE = z.strictObject({
  kind: z.enum(['collectionType', 'singleType']),
  collectionName: TABLE,
  info: z.strictObject({
    singularName: KEBAB,
    pluralName: KEBAB,
    displayName: z.string().min(1).max(200),
    description: WORD.optional(),
  }),
  options: z.strictObject({ draftAndPublish: z.boolean(), comment: WORD }).partial().optional(),
  pluginOptions: z.strictObject({}).optional(),
  attributes: ATTRIBUTES,
});

const COMPONENT = z.strictObject({
  collectionName: TABLE,
  info: z.strictObject({
    displayName: z.string().min(1).max(200),
    icon: z.string().max(100).optional(),
    description: WORD.optional(),
  }),
  options: z.strictObject({}).optional(),
  attributes: ATTRIBUTES,
});

const FIELD_VIEW = z
  .strictObject({
    edit: z
      .strictObject({
        label: WORD,
        description: WORD,
        placeholder: WORD,
        visible: z.boolean(),
        editable: z.boolean(),
        mainField: z.string().max(80),
      })
      .partial(),
    list: z
      .strictObject({
        label: WORD,
        searchable: z.boolean(),
        sortable: z.boolean(),
        mainField: z.string().max(80),
      })
      .partial(),
  })
  .partial();

const PLACED = z.string().max(80);
const VIEW = z.strictObject({
  settings: z
    .strictObject({
      mainField: PLACED,
      defaultSortBy: PLACED,
      defaultSortOrder: z.enum(['ASC', 'DESC', 'asc', 'desc']),
      pageSize: z.number().int().min(1).max(100),
      searchable: z.boolean(),
      filterable: z.boolean(),
      bulkable: z.boolean(),
      relationOpenMode: z.string().max(40),
    })
    .partial(),
  metadatas: bounded(PLACED, FIELD_VIEW, MOST.rows),
  layouts: z.strictObject({
    list: z.array(PLACED).max(MOST.rows),
    edit: z
      .array(z.array(z.strictObject({ name: PLACED, size: z.number().int().min(1).max(12) })).max(12))
      .max(MOST.rows),
  }),
});

const WORDS = z.strictObject({ zh: WORD, en: WORD });
const ROW_RULE = z.union([
  z.literal('all'),
  z.array(z.string().regex(/^[A-Za-z][A-Za-z0-9_.]{0,200}$/)).max(20),
]);
const ROWS = z.partialRecord(ROLE, ROW_RULE);
const RULES = z
  .strictObject({
    read: ROWS,
    create: ROWS,
    update: ROWS,
    delete: ROWS,
    export: z.array(ROLE),
    import: z.array(ROLE),
  })
  .partial();
const FIELD_RULES = z.strictObject({ read: z.array(ROLE), write: z.array(ROLE) }).partial();

const SET = z.strictObject({
  types: bounded(TYPE_UID, TYPE, MOST.types),
  fields: bounded(TYPE_UID, ATTRIBUTES, MOST.types),
  components: bounded(COMPONENT_UID, COMPONENT, MOST.components),
  views: bounded(z.string().max(120), VIEW, MOST.types * 3),
  labels: bounded(z.string().max(300), WORDS, MOST.words),
  access: bounded(RESOURCE, RULES, MOST.types),
  fieldAccess: bounded(RESOURCE, bounded(NAME, FIELD_RULES, MOST.fields), MOST.types),
  // What another installation has still to clear is its own business.
  retired: z
    .strictObject({ fields: z.array(z.unknown()), types: z.record(z.string(), z.unknown()) })
    .partial()
    .optional(),
});

const FILE = z.strictObject({ format: z.literal(MODEL_FORMAT), model: SET });

/** Checks a whole model that came from outside this process. */
export function checkSet(value: unknown): { set: ModelSet } | { errors: SetError[] } {
  return checked(SET, value, (set) => set);
}

/** Checks an exported model's file. */
export function checkModelFile(value: unknown): { set: ModelSet } | { errors: SetError[] } {
  return checked(FILE, value, ({ model }) => model);
}

/** A model as a file that another installation takes. */
export const modelFile = (set: ModelSet) => ({
  format: MODEL_FORMAT,
  model: { ...set, retired: emptyModelSet().retired },
});

function checked<T extends z.ZodType>(
  schema: T,
  value: unknown,
  setOf: (parsed: z.output<T>) => z.output<typeof SET>,
): { set: ModelSet } | { errors: SetError[] } {
  const result = schema.safeParse(value);
  if (!result.success) return { errors: result.error.issues.slice(0, 100).map(errorOf) };
  const set = { ...setOf(result.data), retired: emptyModelSet().retired } as ModelSet;
  const errors = crossErrors(set);
  return errors.length > 0 ? { errors } : { set };
}

/** What no single entry can tell: names that must agree, and components and access rules of something that is there. */
function crossErrors(set: ModelSet): SetError[] {
  const errors: SetError[] = [];
  for (const [uid, { info }] of Object.entries(set.types)) {
    if (!uid.endsWith(`.${info.singularName}`)) {
      errors.push({ path: ['types', uid, 'info', 'singularName'], message: UNEQUAL });
    }
  }
  const places: [
    (string | number)[],
    Record<string, { component?: string; components?: readonly string[] }>,
  ][] = [
    ...Object.entries(set.types).map(([uid, one]) => [['types', uid, 'attributes'], one.attributes] as never),
    ...Object.entries(set.components).map(
      ([uid, one]) => [['components', uid, 'attributes'], one.attributes] as never,
    ),
    ...Object.entries(set.fields).map(([uid, one]) => [['fields', uid], one] as never),
  ];
  for (const [path, attributes] of places) {
    for (const [name, { component, components }] of Object.entries(attributes)) {
      const missing = [component, ...(components ?? [])].some(
        (uid) => uid && !Object.hasOwn(set.components, uid),
      );
      if (missing) errors.push({ path: [...path, name], message: NO_COMPONENT });
    }
  }
  return errors;
}

function compiles(source: string): boolean {
  try {
    new RegExp(source);
    return true;
  } catch {
    return false;
  }
}

const UNEQUAL: Words = { zh: '与类型的标识不一致。', en: 'It does not agree with the name of the type.' };
const NO_COMPONENT: Words = {
  zh: '所用的组件不在模型中。',
  en: 'The component that it uses is not in the model.',
};
const ISSUES: Record<string, Words> = {
  unrecognized_keys: { zh: '有不认识的内容。', en: 'It has something unknown in it.' },
  invalid_key: { zh: '名称不符合命名规则。', en: 'The name is not allowed.' },
  invalid_type: { zh: '缺少内容或类型不对。', en: 'Missing, or of the wrong kind.' },
  too_big: { zh: '过大或过长。', en: 'Too large or too long.' },
  'too many': { zh: '数量过多。', en: 'Too many.' },
  regex: { zh: '正则表达式无效。', en: 'The pattern is not valid.' },
  missing: { zh: '缺少这一项。', en: 'It is missing.' },
};
const OTHER: Words = { zh: '内容不正确。', en: 'It is not right.' };

function errorOf(issue: z.core.$ZodIssue): SetError {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  const keys = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return { path: [...path, ...keys], message: ISSUES[issue.message] ?? ISSUES[issue.code] ?? OTHER };
}
