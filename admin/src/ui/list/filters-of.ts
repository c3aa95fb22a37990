import type { FieldDescription } from '@jiedui/shared/model';
import { addedFields, type Model } from '../../models/model';
import { type FilterField, PRESENCE } from './filter-field';

/** So many filters are in sight; the rest opens on a click. */
const IN_SIGHT = 4;

/** The filter that suits a field, null for one by which no list can be narrowed. */
export function filterOf(name: string, { kind }: FieldDescription): FilterField | null {
  switch (kind) {
    case 'enum':
    case 'flag':
      return { kind, field: name };
    case 'relation':
    case 'relations':
      return { kind: 'relation', field: name, several: true };
    case 'day':
      return { kind: 'daySpan', field: name };
    case 'instant':
      return { kind: 'instantSpan', field: name };
    case 'number':
      return { kind: 'numberSpan', field: name };
    case 'text':
    case 'long':
    case 'richtext':
    case 'names':
      return { kind: 'text', field: name };
    default:
      return null;
  }
}

const CHOICES: readonly FilterField['kind'][] = ['enum', 'flag', 'relation'];
const SPANS: readonly FilterField['kind'][] = ['daySpan', 'instantSpan'];

/** Filters by what most people narrow a list by (a few choices, one range of days), then the rest as in the form. */
export function filtersOf(model: Model): FilterField[] {
  const all = model.form
    .flat()
    .filter(({ name }) => !(name === model.titleField && model.searchable))
    .map(({ name }) => fieldFilter(model, name))
    .filter((filter) => filter !== null);
  const span = all.filter(({ kind }) => SPANS.includes(kind)).slice(0, 1);
  const choices = all.filter(({ kind }) => CHOICES.includes(kind)).slice(0, IN_SIGHT - span.length);
  const first = [...choices, ...span];
  return [...first, ...all.filter((filter) => !first.includes(filter)), PRESENCE];
}

/** Filters by the fields that the office has added, for a list with filters of its own. */
export function addedFilters(model: Model): FilterField[] {
  return addedFields(model)
    .map((name) => fieldFilter(model, name))
    .filter((filter) => filter !== null);
}

function fieldFilter(model: Model, name: string): FilterField | null {
  const field = model.fields[name];
  return field ? filterOf(name, field) : null;
}

/** The fields that can be asked whether they are filled in: those that may be empty and live in a column. */
export function optionalFields(model: Model): string[] {
  return model.form
    .flat()
    .map(({ name }) => name)
    .filter((name) => {
      const field = model.fields[name];
      if (!field || field.attribute.required) return false;
      return !['flag', 'files', 'component', 'zone', 'secret', 'relations'].includes(field.kind);
    });
}

/** How many filters of a generated list are in sight. */
export function inSight(filters: readonly FilterField[]): number {
  const isFirst = ({ kind }: FilterField) => CHOICES.includes(kind) || SPANS.includes(kind);
  const rest = filters.findIndex((filter) => !isFirst(filter));
  return Math.min(IN_SIGHT, rest);
}
