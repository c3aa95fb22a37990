import type { RelationTarget } from './column';

/** A value as it is compared and stored: a relation is the documentId of its record, a list is a list of texts. */
export type StoredValue = string | number | boolean | null | readonly string[];

/**
 * A record that exists. `name` is what people call it (the title of an activity, the account of a person);
 * `values` holds the fields that a sheet can bring, by attribute name.
 */
export type KnownRecord = {
  documentId: string;
  rev: number;
  name: string;
  aliases?: readonly string[];
  values: Readonly<Record<string, StoredValue>>;
};

/**
 * What exists before the import, loaded at one moment. Activities: those whose start lies between the first and
 * the last start that the workbook names (`activitySpan`).
 */
export type Known = Readonly<
  Record<RelationTarget | 'pairing' | 'staff' | 'activity', readonly KnownRecord[]>
>;
