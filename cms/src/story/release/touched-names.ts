import type { Knex } from 'knex';
import type { NamedKind } from './names';
import { takePositions } from './position';
import { renameReleased } from './rename';

type Touched = Map<string, { kind: NamedKind; id: number }>;

const byTransaction = new WeakMap<object, Touched>();

/** Notes that the name of something came or changed by which stories are told. */
export function touchName(trx: Knex.Transaction, kind: NamedKind, id: number): void {
  const touched: Touched = byTransaction.get(trx) ?? new Map();
  byTransaction.set(trx, touched.set(`${kind}:${id}`, { kind, id }));
}

/**
 * Brings the names that a transaction has touched into what is out, at its end: an import that locked more rows after
 * it took the turn would wait for somebody who holds them and waits for the turn.
 */
export async function renameTouched(trx: Knex.Transaction): Promise<void> {
  const touched = byTransaction.get(trx);
  if (!touched) return;
  byTransaction.delete(trx);
  // A story that is published at this moment is counted, or comes after with the new name.
  await takePositions(trx, 0);
  for (const { kind, id } of touched.values()) await renameReleased(trx, kind, id);
}
