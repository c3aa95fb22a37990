import type { StoryColumnAnswer } from '@jiedui/shared/story-api';
import { Refusal } from '../../guard/errors';
import { amongIds, reader } from '../../read/reader';
import { jsonAnswer } from './items';
import type { Made } from './kept';
import type { Scope } from './request';

/** A column as its readers know it. */
export type NamedColumn = {
  id: number;
  documentId: string;
  slug: string;
  name: string;
  description: string | null;
};

const COLUMNS = 'n.id, n.document_id, n.code, n.name, n.description';

const columnOf = ([id, documentId, slug, name, description]: unknown[]): NamedColumn => ({
  id: Number(id),
  documentId: String(documentId),
  slug: String(slug),
  name: String(name),
  description: (description as string | null) ?? null,
});

/** The columns that may be read. */
export async function namedColumns(scope: Scope): Promise<NamedColumn[]> {
  const mine = scope === 'all' ? null : amongIds('n.id', scope);
  const rows = await reader().arrays(
    `SELECT ${COLUMNS} FROM released_names n WHERE n.kind = 'column' AND n.code IS NOT NULL
     ${mine ? `AND ${mine.text}` : ''} ORDER BY n.id LIMIT 500`,
    mine?.params ?? [],
  );
  return rows.map(columnOf);
}

/** The column with an address of its own. */
export async function columnAt(slug: string): Promise<NamedColumn> {
  const [row] = await reader().arrays(
    `SELECT ${COLUMNS} FROM released_names n WHERE n.kind = 'column' AND n.code = ?`,
    [slug],
  );
  if (!row) throw new Refusal(404, 'NOT_FOUND');
  return columnOf(row);
}

/** The answer that lists the columns of a token, each with its feeds. */
export async function listColumns(scope: Scope, origin: string): Promise<Made> {
  const columns = await namedColumns(scope);
  const data = columns.map(({ documentId, slug, name, description }): StoryColumnAnswer => {
    const feed = `${origin}/feeds/columns/${encodeURIComponent(slug)}`;
    return {
      id: documentId,
      documentId,
      slug,
      name,
      description,
      feed: { json: `${feed}.json`, atom: `${feed}.atom` },
    };
  });
  return jsonAnswer(JSON.stringify({ data, meta: {} }));
}
