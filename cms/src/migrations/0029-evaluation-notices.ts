import type { Knex } from 'knex';
import { addNoticeKind } from './notice-kind';

export const up = (knex: Knex): Promise<void> => addNoticeKind(knex, 'evaluation');
