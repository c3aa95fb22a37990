import type { Knex } from 'knex';
import type { Param, Row } from './database';
import { reader } from './reader';

/** Runs a statement that only reads; within a transaction where its result is to be part of it. */
export type Run = (text: string, params: Param[]) => Promise<Row[]>;

export const fromReader: Run = (text, params) => reader().all(text, params);

export const within =
  (trx: Knex.Transaction): Run =>
  (text, params) =>
    trx.select('*').from(trx.raw(`(${text}) AS q`, params as Knex.RawBinding[]));
