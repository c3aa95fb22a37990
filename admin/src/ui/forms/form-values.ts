import { dayOf, instantAt, timeOf } from '@jiedui/shared/calendar';
import dayjs, { type Dayjs } from 'dayjs';
import type { FieldSpec, Model } from '../../models/model';
import { asLinked, type Row } from '../../providers/row';

type Values = Record<string, unknown>;

const isDayjs = (value: unknown): value is Dayjs => dayjs.isDayjs(value);

/** A stored value as its control takes it. Days and times become wall time, whatever zone the machine is in. */
export function toControl(spec: FieldSpec, value: unknown): unknown {
  switch (spec.kind) {
    case 'day':
      return typeof value === 'string' ? dayjs(value) : null;
    case 'instant':
      return typeof value === 'string' ? dayjs(`${dayOf(value)}T${timeOf(value)}`) : null;
    case 'relation':
      return asLinked(value)?.documentId ?? null;
    case 'names':
      return Array.isArray(value) ? value : [];
    case 'flag':
      return value === true;
    default:
      return value ?? null;
  }
}

/** What a control holds as the API stores it; an emptied field is null. */
export function fromControl(spec: FieldSpec, value: unknown): unknown {
  switch (spec.kind) {
    case 'day':
      return isDayjs(value) ? value.format('YYYY-MM-DD') : null;
    case 'instant':
      return isDayjs(value) ? instantAt(value.format('YYYY-MM-DD'), value.format('HH:mm')) : null;
    case 'names':
      return Array.isArray(value) ? value.map((name) => String(name).trim()).filter(Boolean) : [];
    case 'flag':
      return value === true;
    case 'text':
    case 'long':
      return typeof value === 'string' && value.trim() ? value.trim() : null;
    default:
      return value === undefined || value === '' ? null : value;
  }
}

/** The controls' values for these fields of a record, or of a new one. */
export function toControls(model: Model, fields: readonly string[], row: Partial<Row> = {}): Values {
  const values: Values = {};
  for (const field of fields) {
    const spec = model.fields[field];
    if (spec) values[field] = toControl(spec, row[field]);
  }
  return values;
}

/** The fields as the API takes them. Fields that the form does not hold are left out. */
export function fromControls(model: Model, values: Values): Values {
  const result: Values = {};
  for (const [field, value] of Object.entries(values)) {
    const spec = model.fields[field];
    if (spec) result[field] = fromControl(spec, value);
  }
  return result;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Only what differs from the record, so that two people who edit different fields do not undo each other. */
export function changedValues(model: Model, row: Row, values: Values): Values {
  const before = fromControls(model, toControls(model, Object.keys(values), row));
  return Object.fromEntries(Object.entries(values).filter(([field, value]) => !same(before[field], value)));
}
