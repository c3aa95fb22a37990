import type { Knex } from 'knex';
import type { ReleaseChange } from '../release';

/** A change of what is out, as it is committed. */
export type StoryChange = {
  story: number;
  documentId: string;
  position: number;
  change: ReleaseChange;
  /** The columns (row ids) where it stands now, and those that it left by this change. */
  columns: number[];
  left: number[];
};

/** Notes a change for those who asked to be told, in the transaction that makes it. */
export async function enqueue(_trx: Knex.Transaction, _change: StoryChange): Promise<void> {}
