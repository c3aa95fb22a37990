import { labelOf, type Model } from '../../models/model';
import { useAccess } from '../../providers/access';
import { useWords } from '../../providers/i18n';
import type { Row } from '../../providers/row';
import { Value } from '../field/value';

const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** A record's fields, read-only; those the role may not read are left out. */
export function Facts({ model, row, fields }: { model: Model; row: Row; fields: readonly string[] }) {
  const { say } = useWords();
  const { reads } = useAccess();
  return (
    <dl className="facts">
      {fields
        .filter((field) => reads(model.path, field))
        .map((field) => (
          <div key={field} className={model.fields[field]?.kind === 'long' ? 'fact-wide' : undefined}>
            <dt>{say(labelOf(model, field))}</dt>
            <dd>
              {isEmpty(row[field]) ? (
                <span className="muted">—</span>
              ) : (
                <Value model={model} field={field} value={row[field]} />
              )}
            </dd>
          </div>
        ))}
    </dl>
  );
}
