/** A record as the API gives it; `id` is its documentId, the only id the console knows. */
export type Row = { id: string; documentId: string; rev?: number; state?: string } & Record<string, unknown>;

/** A populated relation: the other record's id and its name under one of three fields. */
export type Linked = { documentId: string; name?: string; title?: string; displayName?: string };

/** Reads a record; null when it has no documentId. */
export function asRow(value: unknown): Row | null {
  if (typeof value !== 'object' || value === null || !('documentId' in value)) return null;
  const record = value as Record<string, unknown>;
  const documentId = String(record.documentId);
  return { ...record, id: documentId, documentId };
}

/** Reads a populated relation; null when it is empty. */
export function asLinked(value: unknown): Linked | null {
  return asRow(value) as Linked | null;
}

/** What a linked record is called; `titleField` where its type has a name of another kind. */
export function linkedName(linked: Linked | null | undefined, titleField?: string): string {
  const own = titleField && linked ? (linked as Record<string, unknown>)[titleField] : undefined;
  return String(own ?? linked?.name ?? linked?.title ?? linked?.displayName ?? '');
}

/** Reads a populated relation to several records. */
export const asLinkedList = (value: unknown): Linked[] =>
  (Array.isArray(value) ? value : []).map(asLinked).filter((linked) => linked !== null);
