import type { FieldDescription, TypeDescription } from '../model';
import type { Words } from '../text';
import type { AnySheet, Column, ColumnKind } from './column';

/** Kinds whose values do not fit into a cell: files and passwords. */
const NOT_IN_CELLS = ['files', 'secret'];
const KEPT = ['rev', 'example', 'createdAt', 'updatedAt', 'state'];

/** The fields of a type that a workbook can bring in for this role. */
export const importedFields = ({ fields }: TypeDescription): [string, FieldDescription][] =>
  Object.entries(fields).filter(
    ([name, { kind, writable }]) => writable && !NOT_IN_CELLS.includes(kind) && !KEPT.includes(name),
  );

/** By how many fields together a row may find its record. */
export const MOST_KEY_FIELDS = 3;
const KEY_KINDS = ['text', 'number', 'enum', 'day', 'instant', 'relation'];

/** The fields by which rows may find their records: plain values and to-one relations. */
export const keyFields = (type: TypeDescription): string[] =>
  importedFields(type)
    .filter(([, { kind }]) => KEY_KINDS.includes(kind))
    .map(([name]) => name);

/**
 * The sheet of any record type, drawn from its description: a column for each field that the role may write. Headings
 * are found by the label in either language and by the field's own name. `strict` marks the required columns; without
 * it a workbook may hold only some, because a row may be about a record that exists.
 */
export function recordSheet(type: TypeDescription, { strict }: { strict: boolean }): AnySheet {
  return {
    sheet: type.label.zh,
    aliases: [type.label.en, type.resource, type.path],
    resource: type.resource,
    columns: importedFields(type).map(([name, field]) => columnOf(name, field, strict)),
  };
}

function columnOf(name: string, field: FieldDescription, strict: boolean): Column {
  const { attribute, label, help } = field;
  const required = strict && attribute.required === true && attribute.default === undefined;
  const more = help ? `${help.zh} ` : '';
  return {
    ...kindOfColumn(field),
    header: label.zh,
    field: name,
    aliases: [label.en, name],
    ...(required ? { required } : {}),
    example: exampleOf(field),
    help: `${more}${expectation(field).zh}`,
  };
}

function kindOfColumn({ kind, attribute, options = [], target = '' }: FieldDescription): ColumnKind {
  switch (kind) {
    case 'number':
      return {
        kind: 'number',
        whole: attribute.type === 'integer' || attribute.type === 'biginteger',
        exact: attribute.type === 'biginteger',
      };
    case 'enum':
      return { kind: 'enum', options: options.map(({ value, words }) => ({ code: value, words })) };
    case 'flag':
      return { kind: 'boolean' };
    case 'day':
      return { kind: 'date' };
    case 'instant':
      return { kind: 'datetime' };
    case 'time':
      return { kind: 'time' };
    case 'names':
      return { kind: 'list', maxLength: 255 };
    case 'relation':
      return { kind: 'record', target };
    case 'relations':
      return { kind: 'records', target };
    case 'json':
    case 'blocks':
    case 'component':
    case 'zone':
      return { kind: 'structure' };
    default:
      return { kind: 'text', maxLength: attribute.maxLength ?? LONGEST };
  }
}

/** The checks of the model know how long a text may be; this only keeps a cell from being no text at all. */
const LONGEST = 100_000;

/** What a cell of the field holds, for people. */
function expectation({ kind, options = [] }: FieldDescription): Words {
  switch (kind) {
    case 'number':
      return { zh: '数字。', en: 'A number.' };
    case 'enum':
      return {
        zh: `${options.map(({ words }) => words.zh).join('、')},选一项。`,
        en: `One of ${options.map(({ words }) => words.en).join(', ')}.`,
      };
    case 'flag':
      return { zh: '是或否。', en: 'Yes or no.' };
    case 'day':
      return { zh: '日期,如 2022-07-18。', en: 'A day such as 2022-07-18.' };
    case 'instant':
      return { zh: '日期和时间,如 2022-07-18 09:30。', en: 'A day and time.' };
    case 'time':
      return { zh: '时间,如 09:30。', en: 'A time such as 09:30.' };
    case 'names':
      return { zh: '几项时用顿号隔开。', en: 'Several are divided by 、.' };
    case 'relation':
      return { zh: '已录入的名称或别名。', en: 'The name or alias of an existing record.' };
    case 'relations':
      return { zh: '已录入的名称或别名,几项时用顿号隔开。', en: 'Names of existing records, divided by 、.' };
    case 'json':
    case 'blocks':
    case 'component':
    case 'zone':
      return { zh: 'JSON,与导出的写法相同。', en: 'JSON as an export writes it.' };
    default:
      return { zh: '文字。', en: 'Text.' };
  }
}

function exampleOf({ kind, options = [] }: FieldDescription): Column['example'] {
  switch (kind) {
    case 'number':
      return 12;
    case 'enum':
      return options[0]?.words.zh ?? null;
    case 'flag':
      return '是';
    case 'day':
      return '2022-07-18';
    case 'instant':
      return '2022-07-18 09:30';
    case 'time':
      return '09:30';
    default:
      return null;
  }
}
