import type { ComponentDescription, FieldDescription, FieldKind } from '@jiedui/shared/model';
import { Fragment, lazy, type ReactNode, Suspense } from 'react';
import { Link } from 'react-router';
import type { Model } from '../../models/model';
import { isNameless, recordAddress } from '../../models/presentation';
import { modelOfResource, useModels } from '../../models/store';
import { useWords } from '../../providers/i18n';
import { asLinked, asLinkedList, type Linked, linkedName, type Row } from '../../providers/row';
import { COMPONENT } from '../forms/form-values';
import { Blocks } from './blocks';
import { formatInstant, formatNumber } from './format';
import { blocksText, cut, markdownText } from './plain-text';
import { StateTag } from './tags';

const Markdown = lazy(() => import('./markdown'));

function Related({ linked, field }: { linked: Linked | null; field: FieldDescription }) {
  const target = modelOfResource(useModels(), field.target ?? '');
  if (!linked) return null;
  const name = linkedName(linked, target?.titleField);
  const address = target?.may.read ? recordAddress(target, linked.documentId) : null;
  if (!address) return <>{name}</>;
  return (
    <Link to={address} onClick={(event) => event.stopPropagation()}>
      {name}
    </Link>
  );
}

function Enum({ resource, name, field, value }: { resource: string; name: string } & FieldProps) {
  const { say } = useWords();
  if (value === null || value === undefined || value === '') return null;
  if (name === 'state') return <StateTag resource={resource} state={value} />;
  const option = field.options?.find((one) => one.value === value);
  return <>{option ? say(option.words) : String(value)}</>;
}

function Flag({ value }: { value: unknown }) {
  const { say } = useWords();
  return <>{value === true ? say({ zh: '是', en: 'Yes' }) : say({ zh: '否', en: 'No' })}</>;
}

/** How many entries there are, where there is no room for them. */
function Count({ value }: { value: unknown }) {
  const { say } = useWords();
  const count = Array.isArray(value) ? value.length : 1;
  return <>{say({ zh: `${count} 项`, en: String(count) })}</>;
}

function Component({ uid, value }: { uid: string; value: unknown }) {
  const { say } = useWords();
  const component = useModels().components[uid];
  if (!component || typeof value !== 'object' || value === null) return null;
  const record = value as Record<string, unknown>;
  const filled = component.form.flat().filter(({ name }) => !isEmpty(record[name]));
  return (
    <dl className="nested-facts">
      {filled.map(({ name }) => {
        const field = component.fields[name];
        return field ? (
          <Fragment key={name}>
            <dt>{say(field.label)}</dt>
            <dd>
              <FieldValue resource={uid} name={name} field={field} value={record[name]} />
            </dd>
          </Fragment>
        ) : null;
      })}
    </dl>
  );
}

const SIMPLE: readonly FieldKind[] = ['text', 'number', 'enum', 'flag', 'day', 'instant', 'time', 'relation'];

/** Entries of one kind and with short fields only stand in a table, which is read faster than a list. */
function EntryTable({
  uid,
  component,
  entries,
}: {
  uid: string;
  component: ComponentDescription;
  entries: Record<string, unknown>[];
}) {
  const { say } = useWords();
  const columns = component.form.flat().flatMap(({ name }) => {
    const field = component.fields[name];
    return field && entries.some((entry) => !isEmpty(entry[name])) ? [{ name, field }] : [];
  });
  return (
    <table className="plain entry-table">
      <thead>
        <tr>
          {columns.map(({ name, field }) => (
            <th scope="col" key={name} className={field.kind === 'number' ? 'number' : undefined}>
              {say(field.label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries that are only read never change their order
          <tr key={at}>
            {columns.map(({ name, field }) => (
              <td key={name} className={field.kind === 'number' ? 'number' : undefined}>
                <FieldValue resource={uid} name={name} field={field} value={entry[name]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Entries({ field, value }: FieldProps) {
  const { say } = useWords();
  const { components } = useModels();
  const isZone = field.kind === 'zone';
  const entries = Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
  const own = field.attribute.component ?? '';
  const component = isZone ? undefined : components[own];
  if (
    component &&
    Object.values(component.fields).every(({ kind }) => SIMPLE.includes(kind) || kind === 'files')
  ) {
    return <EntryTable uid={own} component={component} entries={entries} />;
  }
  return (
    <ol className="nested-entries">
      {entries.map((entry, at) => {
        const uid = isZone ? String(entry[COMPONENT]) : (field.attribute.component ?? '');
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries that are only read never change their order
          <li key={at}>
            {isZone && <div className="nested-head">{say(components[uid]?.label ?? field.label)}</div>}
            <Component uid={uid} value={entry} />
          </li>
        );
      })}
    </ol>
  );
}

/** Whether there is nothing to show. */
export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

type FieldProps = { field: FieldDescription; value: unknown };
type ValueProps = FieldProps & { resource: string; name: string; brief?: boolean };

/** A field's value as people read it; `brief` for a cell of a list. Nothing for an empty one. */
export function FieldValue({ resource, name, field, value, brief = false }: ValueProps): ReactNode {
  const { locale } = useWords();
  if (isEmpty(value) && field.kind !== 'flag') return null;
  switch (field.kind) {
    case 'enum':
      return <Enum resource={resource} name={name} field={field} value={value} />;
    case 'relation':
      return <Related linked={asLinked(value)} field={field} />;
    case 'relations':
      return asLinkedList(value).map((linked, at) => (
        <Fragment key={linked.documentId}>
          {at > 0 && '、'}
          <Related linked={linked} field={field} />
        </Fragment>
      ));
    case 'instant':
      return formatInstant(value);
    case 'time':
      return String(value).slice(0, 5);
    case 'number':
      return <span className="number">{formatNumber(value, locale)}</span>;
    case 'flag':
      return <Flag value={value} />;
    case 'names':
      return Array.isArray(value) ? value.join('、') : null;
    case 'richtext':
      if (brief) return cut(markdownText(String(value)));
      return (
        <Suspense fallback={String(value)}>
          <Markdown text={String(value)} />
        </Suspense>
      );
    case 'blocks':
      return brief ? cut(blocksText(value)) : <Blocks value={value} />;
    case 'json':
      return brief ? cut(JSON.stringify(value)) : <pre>{JSON.stringify(value, null, 2)}</pre>;
    case 'files':
      return <Count value={value} />;
    case 'component':
      if (brief) return <Count value={value} />;
      if (field.attribute.repeatable) return <Entries field={field} value={value} />;
      return <Component uid={field.attribute.component ?? ''} value={value} />;
    case 'zone':
      return brief ? <Count value={value} /> : <Entries field={field} value={value} />;
    case 'secret':
      return '••••••';
    case 'long':
      return brief ? cut(String(value)) : String(value);
    default:
      return String(value);
  }
}

/** A value of a record: of a field, or of a column that the server works out. */
export function Value({
  model,
  field,
  row,
  brief = false,
}: {
  model: Model;
  field: string;
  row: Row;
  brief?: boolean;
}) {
  const { locale } = useWords();
  const description = model.fields[field];
  if (description) {
    return (
      <FieldValue
        resource={model.resource}
        name={field}
        field={description}
        value={row[field]}
        brief={brief}
      />
    );
  }
  const value = cellValue(model, row, field);
  if (isEmpty(value)) return null;
  const kind = model.computed[field]?.kind;
  if (kind === 'flag') return <Flag value={value} />;
  return kind === 'number' ? <span className="number">{formatNumber(value, locale)}</span> : String(value);
}

/** What a record holds under the name of a field or of a computed column. */
export function cellValue(model: Model, row: Row, field: string): unknown {
  if (model.fields[field] || !model.computed[field]) return row[field];
  return (row.computed as Record<string, unknown> | undefined)?.[field];
}

/** What a record is called; empty for a type that goes by what it joins. */
export const titleOf = (model: Model, row: Row): string =>
  isNameless(model.resource) ? '' : String(row[model.titleField] ?? '');
