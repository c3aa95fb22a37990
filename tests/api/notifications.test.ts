import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { DEFAULT_PREFERENCES } from '@jiedui/shared/notification';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServerProcess, startServer } from '../../scripts/lib/server-process';
import { type Builders, builders, type Person, step } from './support/builders';
import { type Client, type Rec, signIn } from './support/client';
import { connect } from './support/connect';
import { placeFixtureModel } from './support/fixture-model';
import { freshDatabase } from './support/fresh-database';
import { type MailServer, startMailServer } from './support/mail-server';

type Notice = {
  id: number;
  kind: string;
  title: { zh: string };
  detail: { zh: string };
  link: string;
  read: boolean;
};

// A server of its own, with a mail server beside it.
let dataDir: string;
let databaseUrl: string | null = null;
let server: ServerProcess;
let mail: MailServer;
let by: Client;
let make: Builders;

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'jiedui-notices-'));
  placeFixtureModel(dataDir);
  databaseUrl = await freshDatabase('notices');
  mail = await startMailServer();
  const env = {
    SMTP_URL: mail.url,
    MAIL_FROM: 'jiedui@example.cn',
    PUBLIC_URL: 'https://jiedui.example.cn/',
  };
  server = await startServer({ dataDir, databaseUrl, demo: false, env });
  const office = server.accounts.find(({ role }) => role === 'districtOffice');
  by = await signIn(office?.username ?? '', office?.password ?? '', server.url);
  make = builders(by);
});

afterAll(async () => {
  await server?.stop();
  await mail?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const noticesOf = async ({ client }: Person) => {
  const answer = await client.get<Notice[]>('/notifications');
  return { notices: answer.data, unread: (answer.body.meta as { unread: number }).unread };
};

const atOnce = { ...DEFAULT_PREFERENCES, email: ['returned'], digestAt: null, quiet: null };

async function place() {
  const town = await make.town();
  const station = await make.station({ town: town.documentId });
  const unit = await make.unit();
  const people = {
    unit: await make.person('unit', { unit: unit.documentId }),
    station: await make.person('station', { station: station.documentId }),
    town: await make.person('town', { town: town.documentId }),
  };
  const project = await make.project({
    unit: unit.documentId,
    summary: '爱眼护齿',
    category: (await make.category()).documentId,
  });
  return { unit, station, people, project };
}

/** Sends the project back to the unit. */
async function sendBack(project: Rec, reason: string): Promise<void> {
  const address = `/projects/${project.documentId}`;
  await step(by, address, 'review');
  await step(by, address, 'return', reason);
}

async function until<T>(look: () => T | Promise<T>, enough: (found: T) => boolean): Promise<T> {
  const end = Date.now() + 20_000;
  for (;;) {
    const found = await look();
    if (enough(found)) return found;
    if (Date.now() > end) throw new Error(`It did not come: ${JSON.stringify(found)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

describe('a record that was sent back', () => {
  it('is told to those who write it, with the reason and where it is, and to nobody else', async () => {
    const { people, project } = await place();
    const other = await make.person('unit', { unit: (await make.unit()).documentId });
    await sendBack(project, '缺少服务对象');
    const { notices, unread } = await noticesOf(people.unit);
    expect(unread).toBe(1);
    expect(notices).toMatchObject([
      { kind: 'returned', link: `/projects/${project.documentId}`, read: false },
    ]);
    expect(notices[0]?.title.zh).toContain(String(project.title));
    expect(notices[0]?.detail.zh).toContain('缺少服务对象');
    for (const person of [people.station, people.town, other])
      expect((await noticesOf(person)).notices).toEqual([]);
  });

  it('is told each time', async () => {
    const { people, project } = await place();
    await sendBack(project, '一');
    await sendBack(project, '二');
    expect((await noticesOf(people.unit)).unread).toBe(2);
  });

  it('is not told when the step fails', async () => {
    const { people, project } = await place();
    const address = `/projects/${project.documentId}`;
    await step(by, address, 'review');
    expect((await by.step(address, 'return', 2)).status).toBe(422);
    expect((await noticesOf(people.unit)).notices).toEqual([]);
  });
});

describe('what was told', () => {
  it('is marked read, one by one or up to the newest seen, each their own', async () => {
    const { people, project } = await place();
    for (const reason of ['一', '二', '三']) await sendBack(project, reason);
    const { notices } = await noticesOf(people.unit);
    const [newest, middle, oldest] = notices.map(({ id }) => id);
    const read = (client: Client, data: object) =>
      client.post<{ unread: number }>('/notifications/read', { data });
    expect((await read(people.town.client, { id: newest })).data.unread).toBe(0);
    expect((await noticesOf(people.unit)).unread).toBe(3);
    expect((await read(people.unit.client, { id: middle })).data.unread).toBe(2);
    expect((await read(people.unit.client, { upTo: oldest })).data.unread).toBe(1);
    expect((await read(people.unit.client, { upTo: newest })).data.unread).toBe(0);
    for (const data of [{}, { id: 'x' }, { id: 1.5 }, { upTo: null }])
      expect((await read(people.unit.client, data)).status).toBe(400);
  });

  it('is paged by the last id seen', async () => {
    const { people } = await place();
    const db = connect({ dataDir, databaseUrl });
    const row = { account_id: people.unit.staff.id, kind: 'overdue', content: '{}', link: '/', told_at: '' };
    const rows = Array.from({ length: 35 }, (_, at) => ({
      ...row,
      key: `k${at}`,
      in_console: true,
      by_mail: false,
    }));
    await db('notifications').insert(rows);
    await db.destroy();
    const first = await people.unit.client.get<Notice[]>('/notifications');
    expect(first.data).toHaveLength(30);
    expect(first.body.meta).toMatchObject({ more: true, unread: 35 });
    const next = await people.unit.client.get<Notice[]>(`/notifications?before=${first.data.at(-1)?.id}`);
    expect(next.data).toHaveLength(5);
    expect(next.body.meta).toMatchObject({ more: false });
    expect((await people.unit.client.get('/notifications?before=x')).status).toBe(400);
  });

  it('arrives in an open console without a reload', async () => {
    const { people, project } = await place();
    const abort = new AbortController();
    const headers = { Authorization: `Bearer ${people.unit.client.token}` };
    const answer = await fetch(`${server.url}/api/notifications/stream`, { headers, signal: abort.signal });
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    let heard = '';
    const listening = (async () => {
      for await (const chunk of Readable.fromWeb(answer.body as ReadableStream)) heard += String(chunk);
    })().catch(() => undefined);
    await until(
      () => heard,
      (text) => text.includes('data: 0\n'),
    );
    await sendBack(project, '请补充');
    await until(
      () => heard,
      (text) => text.includes('data: 1\n'),
    );
    abort.abort();
    await listening;
    expect((await fetch(`${server.url}/api/notifications/stream`)).status).toBe(401);
  });
});

describe('what is due', () => {
  it('is told once, from what the workbench shows', async () => {
    const { station, unit, people } = await place();
    const soon = new Date(Date.now() + 2 * 86_400_000).toISOString();
    const endsAt = new Date(Date.now() + 2 * 86_400_000 + 3_600_000).toISOString();
    await make.activity({ station: station.documentId, unit: unit.documentId, startsAt: soon, endsAt });
    const told = async () =>
      (await noticesOf(people.station)).notices.filter(({ kind }) => kind === 'dueSoon');
    expect(await told()).toHaveLength(1);
    expect(await told()).toMatchObject([{ link: expect.stringMatching(/^\/activities\?/) }]);
  });
});

describe('an activity of the next days that is not ready', () => {
  it('is told to who can supply what is missing, and not once it is there', async () => {
    const { station, unit, people } = await place();
    const ids = { station: station.documentId, unit: unit.documentId };
    const at = (days: number, hours: number) =>
      new Date(Date.now() + days * 86_400_000 + hours * 3_600_000).toISOString();
    const times = { startsAt: at(3, 0), endsAt: at(3, 1) };
    const ready = {
      routine: true,
      materialsReviewed: true,
      guides: '刘指引',
      firstAidOfficer: '王急救',
      ivolunteerNumber: 'HD-1',
    };
    const open = await make.activity({ ...ids, ...times, ...ready, firstAidOfficer: null });
    await make.activity({ ...ids, ...times, ...ready });
    await make.activity({ ...ids, ...ready, firstAidOfficer: null, startsAt: at(20, 0), endsAt: at(20, 1) });
    for (const person of [people.unit, people.station]) {
      const told = (await noticesOf(person)).notices.filter(({ kind }) => kind === 'gateOpen');
      expect(told).toMatchObject([{ link: `/activities/${open.documentId}` }]);
      expect(told[0]?.detail.zh).toContain('急救备勤人员');
    }
  });
});

describe('letters', () => {
  const lettersTo = (address: string) =>
    mail.letters.filter(({ to }) => [to ?? []].flat().some(({ text }) => text === address));
  const choose = (person: Person, data: object) => person.client.put('/notifications/preferences', { data });

  it('go to whoever asked for them, once, with a link', async () => {
    const { people, project } = await place();
    const address = `${people.unit.username}@example.cn`;
    expect((await choose(people.unit, { ...atOnce, address })).status).toBe(200);
    await sendBack(project, '请写明次数');
    const [letter] = await until(
      () => lettersTo(address),
      (letters) => letters.length > 0,
    );
    expect(letter?.from?.text).toBe('jiedui@example.cn');
    expect(letter?.subject).toContain(String(project.title));
    expect(letter?.text).toContain('请写明次数');
    expect(letter?.text).toContain(`https://jiedui.example.cn/projects/${project.documentId}`);
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    expect(lettersTo(address)).toHaveLength(1);
  });

  it('are gathered, and held back in quiet hours', async () => {
    const { people, project } = await place();
    const address = `${people.unit.username}@example.cn`;
    const always = { from: '00:00', to: '23:59' };
    await choose(people.unit, { ...atOnce, address, quiet: always });
    await sendBack(project, '一');
    await sendBack(project, '二');
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    expect(lettersTo(address)).toEqual([]);
    await choose(people.unit, { ...atOnce, address });
    const [letter] = await until(
      () => lettersTo(address),
      (letters) => letters.length > 0,
    );
    expect(letter?.subject).toBe('结对:2 条提醒');
  });

  it('that the mail server refuses go out later, and the person sees why', async () => {
    const { people, project } = await place();
    const address = `${people.unit.username}@example.cn`;
    await choose(people.unit, { ...atOnce, address });
    mail.refuse = true;
    await sendBack(project, '请补充');
    const failure = async () =>
      ((await people.unit.client.get('/notifications/preferences')).body.meta as { failure: string | null })
        .failure;
    expect(await until(failure, (text) => text !== null)).toContain('Mailbox full');
    mail.refuse = false;
    // Choosing anew tries at once.
    await choose(people.unit, { ...atOnce, address });
    await until(
      () => lettersTo(address),
      (letters) => letters.length === 1,
    );
    expect(await failure()).toBeNull();
  });

  it('are refused an address that is none, and a kind that is none', async () => {
    const { people } = await place();
    for (const change of [
      { address: 'nobody' },
      { email: ['returned'], address: null },
      { console: ['all'] },
    ])
      expect(await choose(people.unit, { ...atOnce, address: 'a@b.cn', ...change })).toMatchObject({
        status: 400,
        error: { details: { code: 'BAD_INPUT' } },
      });
    const { data, body } = await people.unit.client.get('/notifications/preferences');
    expect(data).toEqual(DEFAULT_PREFERENCES);
    expect(body.meta).toEqual({ mail: true, failure: null });
  });
});
