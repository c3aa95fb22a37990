import type { Actor } from '@jiedui/shared/access';
import type { JudgedPeriod } from '@jiedui/shared/metric';
import { type EvidenceList, MOST_EVIDENCE } from '@jiedui/shared/rubric';
import type { Words } from '@jiedui/shared/text';
import type { Row } from '../../read/database';
import { reader } from '../../read/reader';
import type { Sql } from '../../read/scope-sql';

export type EvidenceOf = { actor: Actor; unit: number; period: JudgedPeriod };
export type EvidenceReader = (of: EvidenceOf) => Promise<EvidenceList>;

const ONE: Sql = { text: '1', params: [] };

/** Records `t`, each of a category. */
type Listed = {
  table: string;
  columns: readonly string[];
  /** The column by which the newest are found. */
  newest: string;
  where: Sql;
  /** How many things a record stands for; one of none is left out. */
  amount?: Sql;
  /** Which of them the reader may see one by one; null: all. */
  readable: Sql | null;
  day: (row: Row) => string | null;
  note: (row: Row) => Words | null;
};

/** How many there are of each category and the newest of each, by one statement. */
export async function listByCategory(listed: Listed): Promise<EvidenceList> {
  const { table, columns, newest, where, amount = ONE, readable, day, note } = listed;
  const sees = readable?.text ?? '1 = 1';
  const rows = await reader().all(
    `SELECT * FROM (
       SELECT x.*, sum(x.amount) OVER (PARTITION BY x.category) AS n,
         row_number() OVER (PARTITION BY x.category ORDER BY x.readable DESC, x.newest DESC, x.id DESC) AS place
       FROM (SELECT t.id, t.document_id, t.title, ${columns.map((column) => `t.${column}`).join(', ')},
           t.${newest} AS newest, g.code AS category, ${amount.text} AS amount,
           CASE WHEN ${sees} THEN 1 ELSE 0 END AS readable
         FROM ${table} t LEFT JOIN categories g ON g.id = t.category_id WHERE ${where.text}) x
       WHERE x.amount > 0
     ) q WHERE q.place <= ${MOST_EVIDENCE} ORDER BY q.newest DESC, q.id DESC`,
    [...amount.params, ...(readable?.params ?? []), ...where.params],
  );
  const counts = new Map(rows.map((row) => [row.category as string | null, Number(row.n)]));
  const seen = rows.filter((row) => Number(row.readable) === 1);
  return {
    counts: [...counts].map(([category, n]) => ({ category, n })),
    items: seen.map((row) => ({
      documentId: String(row.document_id),
      title: plain(String(row.title)),
      day: day(row),
      categories: row.category === null ? [] : [String(row.category)],
      note: note(row),
    })),
  };
}

export const plain = (text: string): Words => ({ zh: text, en: text });
