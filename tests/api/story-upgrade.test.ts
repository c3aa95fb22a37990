import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { paragraphsOf } from '@jiedui/shared/story';
import { expect, it } from 'vitest';
import { startServer } from '../../scripts/lib/server-process';
import { builders, create, step, unique } from './support/builders';
import type { Rec } from './support/client';
import { connect } from './support/connect';
import { freshDatabase } from './support/fresh-database';
import { officeOf } from './support/model';
import { pictureOf } from './support/story';
import { verify } from './support/verify';

const TEXT = '第一段。\n\n第二段。';

it('stories of before get their text as paragraphs and come out, audited, and once', async () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'jiedui-before-'));
  const databaseUrl = await freshDatabase('before');
  const settings = { dataDir, databaseUrl, demo: false };
  let server = await startServer(settings);
  try {
    let office = await officeOf(server);
    const story = await builders(office).publishable();
    const at = `/stories/${story.documentId}`;
    for (const name of ['submit', 'edit', 'approve', 'publish']) await step(office, at, name);
    const unfinished = await create(office, 'stories', { title: unique('未完') });
    const bare = await create(office, 'stories', { title: unique('只有图') });
    const file = await pictureOf(office, builders(office), bare);
    await server.stop();

    const db = connect({ dataDir, databaseUrl });
    await db.schema.alterTable('stories', (table) => void table.text('body'));
    await db('stories').whereNot({ id: bare.id }).update({ body: TEXT });
    const link = await db('files_related_mph').where({ related_id: file.id, field: 'file' }).first('file_id');
    await db('files_related_mph').insert({
      file_id: link.file_id,
      related_id: bare.id,
      related_type: 'api::story.story',
      field: 'photos',
      order: 1,
    });
    await db('released_stories').delete();
    await db.destroy();

    for (const turn of ['first', 'second']) {
      server = await startServer(settings);
      office = await officeOf(server);
      const { data } = await office.get<Rec>(`/stories/${unfinished.documentId}`);
      expect([data.content, data.rev], turn).toEqual([paragraphsOf(TEXT), 2]);
      const { data: pictures } = await office.get<Rec[]>(
        `/story-photos?filters[story][documentId][$eq]=${bare.documentId}&populate[0]=file`,
      );
      expect(
        pictures.map((one) => (one.file as Rec[]).length),
        turn,
      ).toEqual([1, 1]);
      const page = await fetch(`${server.url}/read/${story.documentId}`);
      expect(page.status, turn).toBe(200);
      await server.stop();
    }
    expect(await verify({ dataDir, databaseUrl })).toMatchObject({ codes: [] });
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}, 600_000);
