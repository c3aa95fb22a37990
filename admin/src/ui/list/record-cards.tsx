import type { Row } from '../../providers/row';
import type { Column } from './column';

type Props = {
  rows: Row[];
  columns: Column[];
  label: (column: Column) => string;
  cell: (column: Column, row: Row) => React.ReactNode;
  actions: ((row: Row) => React.ReactNode) | undefined;
};

/** A list on a phone: one card a record, the first column as its title, a state beside it. */
export function RecordCards({ rows, columns, label, cell, actions }: Props) {
  const [first, ...rest] = columns;
  const state = rest.find((column) => column.field === 'state');
  const facts = rest.filter((column) => column !== state);
  return (
    <ul className="record-cards">
      {rows.map((row) => {
        return (
          <li key={row.id} className="record-card">
            <div className="record-card-title">
              <span>{first && cell(first, row)}</span>
              {state && cell(state, row)}
            </div>
            <dl>
              {facts.map((column) => {
                const value = cell(column, row);
                return value === null || value === '' ? null : (
                  <div key={column.field} style={{ display: 'contents' }}>
                    <dt>{label(column)}</dt>
                    <dd>{value}</dd>
                  </div>
                );
              })}
            </dl>
            {actions?.(row)}
          </li>
        );
      })}
    </ul>
  );
}
