import { dayOf, instantAt, timeOf } from '@jiedui/shared/calendar';
import type { FieldDescription } from '@jiedui/shared/model';
import dayjs, { type Dayjs } from 'dayjs';
import type { Components, Fields } from '../../models/model';
import { asLinked, asLinkedList, type Row } from '../../providers/row';

type Values = Record<string, unknown>;

/** What tells the entries of a zone apart, in the API as in the form. */
export const COMPONENT = '__component';

const isDayjs = (value: unknown): value is Dayjs => dayjs.isDayjs(value);
const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): Values[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** A stored value as its control takes it. Days and times become wall time, whatever zone the machine is in. */
export function toControl(field: FieldDescription, value: unknown, components: Components): unknown {
  switch (field.kind) {
    case 'day':
      return typeof value === 'string' ? dayjs(value) : null;
    case 'instant':
      return typeof value === 'string' ? dayjs(`${dayOf(value)}T${timeOf(value)}`) : null;
    case 'time':
      return typeof value === 'string' ? dayjs(`2000-01-01T${value}`) : null;
    case 'relation':
      return typeof value === 'string' ? value : (asLinked(value)?.documentId ?? null);
    case 'relations':
      return asLinkedList(value).map(({ documentId }) => documentId);
    case 'names':
      return Array.isArray(value) ? value : [];
    case 'flag':
      return value === true;
    case 'json':
      return value === null || value === undefined ? null : JSON.stringify(value, null, 2);
    case 'component':
      return componentControl(field, value, components);
    case 'zone':
      return listOf(value).map((entry) => ({
        [COMPONENT]: entry[COMPONENT],
        ...componentControls(String(entry[COMPONENT]), entry, components),
      }));
    default:
      return value ?? null;
  }
}

function componentControl(field: FieldDescription, value: unknown, components: Components): unknown {
  const uid = field.attribute.component ?? '';
  if (field.attribute.repeatable)
    return listOf(value).map((entry) => componentControls(uid, entry, components));
  return isObject(value) ? componentControls(uid, value, components) : null;
}

/** The controls' values of a component; of a new one without `entry`. */
export function componentControls(uid: string, entry: Values | null, components: Components): Values {
  const fields = components[uid]?.fields ?? {};
  return { ...rowOf(entry), ...toControls(fields, nestedNames(fields), entry, components) };
}

/** Which row a component was: it keeps its files by that. */
const rowOf = (entry: Values | null): Values => (typeof entry?.id === 'number' ? { id: entry.id } : {});

/** Files belong to a record that is saved already, so those of a component are not filled in with it. */
export const nestedNames = (fields: Fields): string[] =>
  Object.keys(fields).filter((name) => fields[name]?.kind !== 'files');

/** What a control holds as the API stores it; an emptied field is null. */
export function fromControl(field: FieldDescription, value: unknown, components: Components): unknown {
  switch (field.kind) {
    case 'day':
      return isDayjs(value) ? value.format('YYYY-MM-DD') : null;
    case 'instant':
      return isDayjs(value) ? instantAt(value.format('YYYY-MM-DD'), value.format('HH:mm')) : null;
    case 'time':
      return isDayjs(value) ? value.format('HH:mm:ss.SSS') : null;
    case 'names':
      return Array.isArray(value) ? value.map((name) => String(name).trim()).filter(Boolean) : [];
    case 'relations':
      return Array.isArray(value) ? value : [];
    case 'flag':
      return value === true;
    case 'text':
    case 'long':
      return typeof value === 'string' && value.trim() ? value.trim() : null;
    case 'json':
      return parsed(value);
    case 'component':
      return fromComponent(field, value, components);
    case 'zone':
      return listOf(value).map((entry) => ({
        [COMPONENT]: entry[COMPONENT],
        ...fromComponentControls(String(entry[COMPONENT]), entry, components),
      }));
    default:
      return value === undefined || value === '' ? null : value;
  }
}

/** The text of a JSON field; one that is none stays a text, which the checks on both sides refuse. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string' || value.trim() === '') return null;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function fromComponent(field: FieldDescription, value: unknown, components: Components): unknown {
  const uid = field.attribute.component ?? '';
  const from = (entry: Values) => fromComponentControls(uid, entry, components);
  if (field.attribute.repeatable) return listOf(value).map(from);
  return isObject(value) ? from(value) : null;
}

function fromComponentControls(uid: string, entry: Values, components: Components): Values {
  const fields = components[uid]?.fields ?? {};
  const values = Object.fromEntries(nestedNames(fields).map((name) => [name, entry[name]]));
  return { ...rowOf(entry), ...fromControls(fields, values, components) };
}

/** The controls' values for these fields of a record; of a new one (null) what the model starts it with. */
export function toControls(
  fields: Fields,
  names: readonly string[],
  row: Partial<Row> | Values | null,
  components: Components,
): Values {
  const values: Values = {};
  for (const name of names) {
    const field = fields[name];
    if (field) values[name] = toControl(field, row ? row[name] : startOf(field, components), components);
  }
  return values;
}

/** A component that has to be there opens with the form, instead of being asked for after a refusal. */
function startOf(field: FieldDescription, components: Components): unknown {
  const { attribute, preset } = field;
  if (preset !== undefined) return preset;
  if (field.kind === 'component' && attribute.required && !attribute.repeatable) {
    return components[attribute.component ?? ''] ? {} : null;
  }
  return attribute.default ?? null;
}

/** The fields as the API takes them. Fields that the form does not hold are left out. */
export function fromControls(fields: Fields, values: Values, components: Components): Values {
  const result: Values = {};
  for (const [name, value] of Object.entries(values)) {
    const field = fields[name];
    if (field) result[name] = fromControl(field, value, components);
  }
  return result;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Only what differs from the record, so that two people who edit different fields do not undo each other. */
export function changedValues(fields: Fields, row: Row, values: Values, components: Components): Values {
  const before = fromControls(fields, toControls(fields, Object.keys(values), row, components), components);
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => !same(before[name], value)));
}

const isNothing = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0);

/** A new record's values without those that say nothing; a default that was emptied has to be said. */
export function filledValues(fields: Fields, values: Values): Values {
  const says = ([name, value]: [string, unknown]) =>
    !isNothing(value) || fields[name]?.attribute.default !== undefined || fields[name]?.preset !== undefined;
  return Object.fromEntries(Object.entries(values).filter(says));
}
