import { SYSTEM_FIELDS } from '../access';
import { type Attribute, normalAttribute, relationSide } from '../model';
import { subjectOf } from './plan-fields';
import type { Owner } from './plan-names';
import { attributesOf, type Refusing } from './plan-refusing';

/** Strapi's own names besides those of the product; `status` breaks its panel. */
const RESERVED = [...SYSTEM_FIELDS, 'status', 'meta', 'entryId', 'related', 'computed'];
const FIELD_NAME = /^[A-Za-z][A-Za-z0-9_]*$/;
/** PostgreSQL cuts names at 63 bytes; what Strapi appends to them for tables of relations needs room. */
export const LONGEST = 48;

type No = (code: string, zh: string, en: string) => void;

/** What cannot be among the fields of one owner; `program`: those that it has from the program. */
export function refuseFields(
  refusing: Refusing,
  owner: Owner,
  fields: Readonly<Record<string, Attribute>>,
  program: Readonly<Record<string, Attribute>> = {},
): void {
  const { names, refuse } = refusing;
  const type = names.type(owner.uid);
  const columns = new Map(columnsOf(program));
  for (const [name, attribute] of Object.entries(fields)) {
    const label = names.field(owner, name);
    const no: No = (code, zh, en) =>
      refuse(
        code,
        subjectOf(owner, name),
        `“${type.zh}”的字段“${label.zh}”(${name})${zh}`,
        `The field “${label.en}” (${name}) of “${type.en}” ${en}`,
      );
    if (Object.hasOwn(program, name)) {
      no(
        'PROGRAM_FIELD',
        '与系统自带字段同名,请换一个标识。',
        'has the name of a field of the program; choose another.',
      );
      continue;
    }
    if (RESERVED.includes(name)) {
      no('FIELD_RESERVED', '的标识是系统保留的,请换一个。', 'has a reserved name; choose another.');
      continue;
    }
    const column = columnOf(name, attribute);
    if (!FIELD_NAME.test(name) || column.length > LONGEST) {
      no(
        'FIELD_NAME',
        `的标识不可用:字母开头,只含字母、数字和下划线,不超过 ${LONGEST} 个字符。`,
        `has a name that is not usable: letters, digits and underscores, at most ${LONGEST}.`,
      );
      continue;
    }
    if (RESERVED_COLUMNS.includes(column)) {
      no('FIELD_RESERVED', '的标识是系统保留的,请换一个。', 'has a reserved name; choose another.');
    } else if (columns.has(column)) {
      no(
        'COLUMN_TAKEN',
        `与字段“${columns.get(column)}”在数据库中同名,请换一个标识。`,
        `has the same name in the database as “${columns.get(column)}”; choose another.`,
      );
    }
    columns.set(column, name);
    refuseAttribute(refusing, owner, attribute, name, no);
  }
}

function refuseAttribute(refusing: Refusing, owner: Owner, attribute: Attribute, name: string, no: No): void {
  if (owner.component && attribute.private && !attribute.mappedBy)
    no(
      'COMPONENT_PRIVATE',
      '在组件中设为私有:组件总是整体填写,请改为记录的字段。',
      'is private within a component, which is always written whole; make it a field of the record.',
    );
  const components = [attribute.component ?? [], attribute.components ?? []].flat();
  for (const uid of components) {
    if (!refusing.after.components[uid])
      no(
        'COMPONENT_UNKNOWN',
        `用到的组件“${uid}”不存在。`,
        `uses the component “${uid}”, which does not exist.`,
      );
  }
  if (attribute.type !== 'relation') return;
  const target = attribute.target ?? '';
  const other = attributesOf(refusing, target);
  if (!other) {
    no('RELATION_TARGET', `关联的类型“${target}”不存在。`, `leads to “${target}”, which does not exist.`);
    return;
  }
  const partner = attribute.mappedBy ?? attribute.inversedBy;
  if (!partner) return;
  const back = other[partner];
  const agrees =
    back?.type === 'relation' &&
    back.target === owner.uid &&
    (attribute.mappedBy ? back.inversedBy === name : back.mappedBy === name);
  if (!agrees)
    no(
      'RELATION_SIDE',
      `的另一方“${partner}”不存在或不相符。`,
      `names the other side “${partner}”, which is missing or does not agree.`,
    );
}

/** As Strapi names columns: at every change between small, large and digits (`team2` → `team_2`). */
function snakeCase(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .replace(/([A-Za-z])(\d)/g, '$1_$2')
    .replace(/(\d)([A-Za-z])/g, '$1_$2')
    .replace(/_+/g, '_')
    .replace(/^_|_$/g, '')
    .toLowerCase();
}

/** The field's name as the database writes it. */
function columnOf(name: string, attribute: Attribute): string {
  const snake = snakeCase(name);
  const { type } = attribute;
  return type === 'relation' && relationSide(normalAttribute(attribute)) === 'column' ? `${snake}_id` : snake;
}

const columnsOf = (fields: Readonly<Record<string, Attribute>>): [string, string][] =>
  Object.entries(fields).map(([name, attribute]) => [columnOf(name, attribute), name]);

const RESERVED_COLUMNS = columnsOf(
  Object.fromEntries(SYSTEM_FIELDS.map((name) => [name, { type: 'string' }])),
)
  .map(([column]) => column)
  .concat('created_by_id', 'updated_by_id');
