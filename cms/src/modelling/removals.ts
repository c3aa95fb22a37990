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
  /** Components that belong to the record; `table` is the one between, `only` the one of them that leaves. */
  | { kind: 'components'; table: string; only?: string };

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

/** A component that no field uses any more; what it held has left with those fields. */
export type ComponentRemoval = {
  what: 'component';
  uid: string;
  table: string;
  fields: { name: string; place: Place }[];
};
