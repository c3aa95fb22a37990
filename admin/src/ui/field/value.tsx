import { enumWords } from '@jiedui/shared/text';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { FieldSpec, Model } from '../../models/model';
import { ROUTE_OF } from '../../models/routes';
import { resourceOf, useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import { asLinked, linkedName, type Row } from '../../providers/row';
import { formatInstant, formatNumber } from './format';
import { StateTag } from './tags';

function Relation({ value, spec }: { value: unknown; spec: Extract<FieldSpec, { kind: 'relation' }> }) {
  const { may } = useAccess();
  const linked = asLinked(value);
  if (!linked) return null;
  const route = ROUTE_OF[spec.target];
  const name = linkedName(linked);
  if (!route || !may('read', spec.target)) return <>{name}</>;
  return (
    <Link to={`${route}/${linked.documentId}`} onClick={(event) => event.stopPropagation()}>
      {name}
    </Link>
  );
}

function useEnumText(model: Model, field: string, spec: Extract<FieldSpec, { kind: 'enum' }>) {
  const { say } = useWords();
  return (value: string) => say(spec.words?.[value] ?? enumWords(resourceOf(model.path), field, value));
}

function Enum({ model, field, value, spec }: ValueProps & { spec: Extract<FieldSpec, { kind: 'enum' }> }) {
  const text = useEnumText(model, field, spec);
  if (value === null || value === undefined || value === '') return null;
  if (field === 'state') return <StateTag resource={resourceOf(model.path)} state={value} />;
  return <>{text(String(value))}</>;
}

function Flag({ value }: { value: unknown }) {
  const { say } = useWords();
  return <>{value === true ? say({ zh: '是', en: 'Yes' }) : say({ zh: '否', en: 'No' })}</>;
}

type ValueProps = { model: Model; field: string; value: unknown };

/** A field's value as people read it; nothing for an empty one. */
export function Value({ model, field, value }: ValueProps): ReactNode {
  const { locale } = useWords();
  const spec = model.fields[field];
  switch (spec?.kind) {
    case 'enum':
      return <Enum model={model} field={field} value={value} spec={spec} />;
    case 'relation':
      return <Relation value={value} spec={spec} />;
    case 'instant':
      return formatInstant(value);
    case 'number':
      return <span className="number">{formatNumber(value, locale)}</span>;
    case 'flag':
      return <Flag value={value} />;
    case 'names':
      return Array.isArray(value) ? value.join('、') : null;
    default:
      return value === null || value === undefined ? null : String(value);
  }
}

/** What a record is called. */
export const titleOf = (model: Model, row: Row): string => String(row[model.nameField] ?? '');
