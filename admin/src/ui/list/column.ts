import type { Words } from '@jiedui/shared/text';
import type { ReactNode } from 'react';
import type { Row } from '../../providers/row';

/** A column as data; a name alone is a column with every default. */
export type Column = {
  field: string;
  label?: Words;
  width?: number;
  /** A number that comes as a text, an exact decimal: it stands right, as numbers do. */
  number?: boolean;
  /** A long text that breaks into lines within the width. */
  narrow?: boolean;
  /** The list can be sorted by it; a text names another field to sort by (`unit.name`). */
  sort?: boolean | string;
  /** Further fields that `render` needs from the server. */
  also?: string[];
  render?: (row: Row) => ReactNode;
};

export type ColumnInput = string | Column;

export const asColumn = (input: ColumnInput): Column =>
  typeof input === 'string' ? { field: input } : input;
