import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Knex } from 'knex';
import { vi } from 'vitest';
import { enqueue, type StoryChange } from '../../../cms/src/story/webhooks/outbox';
import { type ServerProcess, startServer } from '../../../scripts/lib/server-process';
import { type Builders, builders } from './builders';
import { type Client, type Rec, signIn } from './client';
import { connect } from './connect';
import { placeFixtureModel } from './fixture-model';
import { freshDatabase } from './fresh-database';
import { type Receiver, startReceiver } from './receiver';

export type WebhookServer = {
  dataDir: string;
  databaseUrl: string | null;
  server: ServerProcess;
  by: Client;
  make: Builders;
  knex: Knex;
  receiver: Receiver;
  /** Starts the server again on what it had, after it was ended. */
  startAgain(): Promise<void>;
  close(): Promise<void>;
};

const ALLOWED = { WEBHOOK_ALLOW: '127.0.0.1' };

/** A server of its own that may tell this machine, its database, and somebody who is told. */
export async function startWebhookServer(name: string): Promise<WebhookServer> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), `jiedui-${name}-`));
  // What the tests call of the server's own code finds its secrets.
  vi.stubEnv('DATA_DIR', dataDir);
  placeFixtureModel(dataDir);
  const databaseUrl = await freshDatabase(name);
  const start = () => startServer({ dataDir, databaseUrl, demo: false, env: ALLOWED });
  const server = await start();
  const receiver = await startReceiver();
  const knex = connect({ dataDir, databaseUrl });
  const by = await officeOf(server);
  const all: WebhookServer = {
    dataDir,
    databaseUrl,
    server,
    by,
    make: builders(by),
    knex,
    receiver,
    async startAgain() {
      all.server = await start();
      all.by = await officeOf(all.server);
      all.make = builders(all.by);
    },
    async close() {
      await all.server.stop();
      await receiver.close();
      await knex.destroy();
      vi.unstubAllEnvs();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return all;
}

function officeOf({ accounts, url }: ServerProcess): Promise<Client> {
  const office = accounts.find(({ role }) => role === 'districtOffice');
  return signIn(office?.username ?? '', office?.password ?? '', url);
}

/** A webhook with a secret, of a consumer of these columns; none for all. */
export async function listening(
  { by, make, receiver }: WebhookServer,
  columns: Rec[] = [],
  url = `${receiver.url}/hook`,
): Promise<{ webhook: Rec; secret: string }> {
  const consumer = await make.consumer({ columns: columns.map(({ documentId }) => documentId) });
  const webhook = await make.webhook({ consumer: consumer.documentId, url });
  const { data } = await by.post<{ secret: string }>(`/webhooks/${webhook.documentId}/secret`, { data: {} });
  return { webhook, secret: data.secret };
}

let stories = Date.now() % 1_000_000_000;

/** A story that is out for the outbox alone: what it says of it. */
export function someStory(): Pick<StoryChange, 'story' | 'documentId'> {
  stories += 1;
  return { story: stories, documentId: `story${stories}`.padEnd(24, 'x') };
}

/** Puts a change of what is out into the outbox, as the transaction does that makes it. */
export async function change(
  { knex }: WebhookServer,
  values: Pick<StoryChange, 'story' | 'documentId' | 'change'> & Partial<StoryChange>,
): Promise<number> {
  return knex.transaction(async (trx) => {
    await trx('released_head').update({ position: trx.raw('position + 1') });
    const head = await trx('released_head').first('position');
    const position = Number(head.position);
    await enqueue(trx, { columns: [], left: [], ...values, position });
    return position;
  });
}

export type Delivery = {
  id: number;
  eventId: string;
  type: string;
  state: string;
  replayed: boolean;
  tries: number;
  nextAt: string | null;
  status: number | null;
  failure: string | null;
  answer: string | null;
  story: { documentId: string } | null;
};

export async function deliveriesOf({ by }: WebhookServer, webhook: Rec, query = ''): Promise<Delivery[]> {
  return (await by.get<Delivery[]>(`/webhooks/${webhook.documentId}/deliveries${query}`)).data;
}
