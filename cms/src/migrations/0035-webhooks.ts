import type { Knex } from 'knex';
import { addNoticeKind } from './notice-kind';

/**
 * What is to be sent to webhooks and what came of it, and how each stands. Neither is a record: a delivery is what a
 * process did, and secrets are kept sealed where no list or export of records finds them. Instants are milliseconds.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('webhook_deliveries', (table) => {
    // In the order of the released changes: it is counted while the head of what is released is locked.
    table.increments('id');
    table.integer('webhook_id').notNullable();
    // Names the event to its receiver, the same at every try.
    table.string('event_id', 40).notNullable();
    table.string('type', 32).notNullable();
    table.integer('story_id');
    table.string('document_id', 40);
    table.bigInteger('position');
    table.text('body').notNullable();
    table.bigInteger('made_at').notNullable();
    table.boolean('replayed').notNullable();
    table.string('state', 12).notNullable();
    table.integer('tries').notNullable().defaultTo(0);
    table.bigInteger('first_tried_at');
    table.bigInteger('tried_at');
    table.bigInteger('next_at').notNullable();
    table.integer('status');
    table.string('failure', 16);
    table.text('answer');
    table.integer('took');
    table.index(['webhook_id', 'state', 'next_at', 'id'], 'jd_webhook_deliveries_due');
    table.index(['webhook_id', 'story_id', 'state', 'id'], 'jd_webhook_deliveries_story');
    table.index(['webhook_id', 'id'], 'jd_webhook_deliveries_log');
    table.index(['made_at'], 'jd_webhook_deliveries_age');
  });
  await knex.schema.createTable('webhook_standings', (table) => {
    table.integer('webhook_id').primary();
    table.text('secret');
    table.bigInteger('secret_at');
    table.text('former_secret');
    table.bigInteger('former_until');
    table.integer('failures').notNullable().defaultTo(0);
    table.bigInteger('failing_since');
    table.bigInteger('tried_at');
    table.boolean('received');
    // The last released change before it was disabled: what came later was missed.
    table.bigInteger('disabled_position');
  });
  await addNoticeKind(knex, 'webhook');
}
