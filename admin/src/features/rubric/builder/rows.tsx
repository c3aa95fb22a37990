import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../../providers/i18n';
import { fieldKey, type Path } from './fields';
import { replaced, shifted } from './operations';

type Props<T> = {
  path: Path;
  label: string;
  rows: readonly T[];
  /** The rows as they shall be; `field` names where somebody types. */
  onRows: (rows: T[], field: string | null) => void;
  /** A further row; left out, none can be added here. */
  fresh?: () => T;
  add?: string;
  /** The order means nothing: nothing to move. */
  unordered?: boolean;
  children: (row: T, path: Path, put: (row: T, field: string | null) => void) => ReactNode;
};

/** A list of small rows that are changed in place: levels, thresholds, options, bands. */
export function Rows<T>({ path, label, rows, onRows, fresh, add, unordered, children }: Props<T>) {
  const { say } = useWords();
  const drop = (at: number) =>
    onRows(
      rows.filter((_, place) => place !== at),
      null,
    );
  const name = (at: number, what: string) => `${label} ${at + 1}:${what}`;
  return (
    <fieldset className="builder-field builder-rows" id={fieldKey(path)}>
      <legend>{label}</legend>
      <ol>
        {rows.map((row, at) => (
          <li key={fieldKey([...path, at])}>
            <div className="builder-row">
              {children(row, [...path, at], (next, field) => onRows(replaced(rows, at, next), field))}
            </div>
            <span className="builder-tools">
              {!unordered && (
                <>
                  <Button
                    size="small"
                    type="text"
                    icon={<ArrowUpOutlined />}
                    disabled={at === 0}
                    aria-label={name(at, say({ zh: '上移', en: 'up' }))}
                    onClick={() => onRows(shifted(rows, at, at - 1), null)}
                  />
                  <Button
                    size="small"
                    type="text"
                    icon={<ArrowDownOutlined />}
                    disabled={at === rows.length - 1}
                    aria-label={name(at, say({ zh: '下移', en: 'down' }))}
                    onClick={() => onRows(shifted(rows, at, at + 1), null)}
                  />
                </>
              )}
              <Button
                size="small"
                type="text"
                icon={<DeleteOutlined />}
                aria-label={name(at, say({ zh: '删除', en: 'remove' }))}
                onClick={() => drop(at)}
              />
            </span>
          </li>
        ))}
      </ol>
      {fresh && (
        <Button size="small" icon={<PlusOutlined />} onClick={() => onRows([...rows, fresh()], null)}>
          {add ?? say({ zh: '增加一行', en: 'Add' })}
        </Button>
      )}
    </fieldset>
  );
}
