import type { Attribute } from '@jiedui/shared/model';

/**
 * Something that leaves the database, by its physical names: taken down while the old model still runs, because
 * only that knows them.
 */
export type Removal = FieldRemoval | TypeRemoval | ComponentRemoval;

/** Where a record keeps what a field holds. */
export type Place =
  | { kind: 'column'; column: string; attribute: Attribute }
  /** Pairs of a relation between this record and others. */
  | { kind: 'link'; table: string; own: string; other: string; otherTable: string }
  | { kind: 'media' }
  /** Components: `tables` are the tables of those that it may hold, by their uid. */
  | { kind: 'components'; table: string };

export type FieldRemoval = {
  what: 'field';
  resource: string;
  uid: string;
  name: string;
  table: string;
  place: Place;
};

export type TypeRemoval = {
  what: 'type';
  resource: string;
  uid: string;
  table: string;
  fields: { name: string; place: Place }[];
};

export type ComponentRemoval = { what: 'component'; uid: string; table: string; tables: string[] };
