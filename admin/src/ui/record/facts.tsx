import type { FieldKind } from '@jiedui/shared/model';
import { labelOf, type Model } from '../../models/model';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { cellValue, isEmpty, Value } from '../field/value';

const WIDE: readonly FieldKind[] = ['long', 'richtext', 'blocks', 'json', 'component', 'zone'];

/** Long content has a line of its own; where there is none it needs no more room than anything else. */
const isWide = (model: Model, row: Row, field: string): boolean =>
  WIDE.includes(model.fields[field]?.kind ?? 'text') && !isEmpty(row[field]);

/** A record's fields, read-only; those the role may not read are left out, files have a place of their own. */
export function Facts({ model, row, fields }: { model: Model; row: Row; fields: readonly string[] }) {
  const { say } = useWords();
  const shown = fields.filter((field) => {
    const kind = model.fields[field]?.kind;
    return kind ? kind !== 'files' && kind !== 'secret' : Object.hasOwn(model.computed, field);
  });
  return (
    <dl className="facts">
      {shown.map((field) => (
        <div key={field} className={isWide(model, row, field) ? 'fact-wide' : undefined}>
          <dt>{say(labelOf(model, field))}</dt>
          <dd>
            {isEmpty(cellValue(model, row, field)) ? (
              <span className="muted">—</span>
            ) : (
              <Value model={model} field={field} row={row} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
