import type { Knex } from 'knex';

/** Why a story is out in another form than before. */
export type ReleaseChange = 'published' | 'corrected' | 'pictureRemoved' | 'withdrawn' | 'deleted';

/** Draws up what is out of a story from its records as they stand in the transaction. */
export async function releaseStory(
  _trx: Knex.Transaction,
  _story: number,
  _change: 'published' | 'corrected',
): Promise<void> {}

/** Takes a story out of everything that is public. */
export async function retractStory(
  _trx: Knex.Transaction,
  _story: number,
  _change: 'withdrawn' | 'deleted',
): Promise<void> {}

/** Takes one picture out of what is out, whose people no longer agree. */
export async function retractPicture(_trx: Knex.Transaction, _photo: number): Promise<void> {}
