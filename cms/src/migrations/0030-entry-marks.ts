import type { Knex } from 'knex';
import { ENTRY_COLUMNS, markOf, type StoredEntry } from '../audit/chain';
import { readEnvironment } from '../environment';

const AT_ONCE = 500;

/**
 * Entries that wait for their seal bear the writer's mark, and none is sealed without. What waits now was written
 * before there were marks and gets its own here.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('audit_pending', (table) => {
    table.string('mark', 64);
    table.boolean('refused').notNullable().defaultTo(false);
  });
  const key = readEnvironment().secrets.audit;
  for (;;) {
    const entries = (await knex('audit_pending as p')
      .join('audit_entries as e', 'e.id', 'p.entry_id')
      .whereNull('p.mark')
      .limit(AT_ONCE)
      .select(ENTRY_COLUMNS.map((name) => `e.${name}`))) as StoredEntry[];
    for (const entry of entries)
      await knex('audit_pending')
        .where({ entry_id: entry.id })
        .update({ mark: markOf(key, entry) });
    if (entries.length < AT_ONCE) return;
  }
}
