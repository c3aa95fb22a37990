import type { FormRow } from '@jiedui/shared/model';
import type { ReactElement } from 'react';
import type { Fields } from '../../models/model';
import { FormField, type NamePath } from './form-field';

type Props = {
  rows: readonly FormRow[];
  fields: Fields;
  /** The fields' place below the nearest list of entries and in the whole form; both empty at the top. */
  name?: NamePath;
  path?: NamePath;
  disabled?: (field: string) => boolean;
  controls?: Record<string, ReactElement>;
};

/** Fields in rows as the office has laid them out; on a phone each has the whole width. */
export function FormRows({ rows, fields, name = [], path = [], disabled, controls }: Props) {
  return (
    <>
      {rows.map((row) => (
        <div className="form-row" key={row.map((cell) => cell.name).join()}>
          {row.map(({ name: own, size }) => {
            const field = fields[own];
            const control = controls?.[own];
            return field ? (
              <div key={own} style={{ '--size': size } as React.CSSProperties}>
                <FormField
                  field={field}
                  name={[...name, own]}
                  path={[...path, own]}
                  disabled={disabled?.(own) ?? false}
                  {...(control ? { control } : {})}
                />
              </div>
            ) : null;
          })}
        </div>
      ))}
    </>
  );
}
