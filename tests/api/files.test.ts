import { beforeAll, describe, expect, it } from 'vitest';
import { type Builders, builders, type Person, step } from './support/builders';
import { Client, office, type Rec } from './support/client';
import { PICTURE, storedFiles, upload, uploadPicture } from './support/files';

let by: Client;
let make: Builders;
let unit: Person;
let stranger: Person;
let activity: Rec;
let photo: Rec;

beforeAll(async () => {
  by = await office();
  make = builders(by);
  const own = await make.unit();
  unit = await make.person('unit', { unit: own.documentId });
  stranger = await make.person('unit', { unit: (await make.unit()).documentId });
  activity = await make.activity({ unit: own.documentId });
  await uploadPicture(unit.client, activity, 'photos');
  const found = await by.get<Rec>(`/activities/${activity.documentId}?populate[0]=photos`);
  photo = (found.data.photos as Rec[])[0] as Rec;
});

const png = { name: '照片 1.png', type: 'image/png', content: PICTURE };

describe('an uploaded file', () => {
  it('is given to whom may read its record', async () => {
    for (const client of [unit.client, by]) {
      const answer = await fetch(`${client.url}/api/files/${photo.documentId}`, {
        headers: { Authorization: `Bearer ${client.token}` },
      });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('image/png');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('cache-control')).toContain('private');
      expect(Buffer.from(await answer.arrayBuffer()).toString('latin1')).toContain('PNG');
    }
  });

  it('does not exist for others, nor its thumbnail, nor for the public', async () => {
    for (const query of ['', '?size=thumbnail']) {
      expect((await stranger.client.get(`/files/${photo.documentId}${query}`)).status).toBe(404);
      expect((await new Client().get(`/files/${photo.documentId}${query}`)).status).toBe(401);
    }
  });

  it('lies open at no address of the folder', async () => {
    for (const name of storedFiles()) {
      expect((await fetch(`${by.url}/uploads/${name}`)).status, name).toBe(404);
    }
    expect(storedFiles().length).toBeGreaterThan(0);
  });

  it('its arrival is in the history, and the revision moved', async () => {
    const now = await by.get<Rec>(`/activities/${activity.documentId}`);
    expect(now.data.rev).toBe(2);
    const history = await by.get<Rec[]>(`/activities/${activity.documentId}/history`);
    expect(history.data[0]).toMatchObject({
      action: 'update',
      rev: 2,
      changes: { photos: [[], ['批件.png']] },
    });
  });
});

describe('the log tells of files by their names', () => {
  type Told = { action: string; changes: Record<string, [unknown, unknown]> };
  const told = async (client: Client, path: string) => (await client.get<Told[]>(path)).data;

  it('which came and which went, also after they are gone, in the history and in the office’s list', async () => {
    const own = await make.activity();
    await uploadPicture(by, own, 'photos');
    const path = `/activities/${own.documentId}`;
    const { data: first } = await by.get<Rec>(`${path}?populate[0]=photos`);
    const two = ['现场 1.png', '现场 2.png'].map((name) => ({ ...png, name }));
    expect((await upload(by, own, 'photos', first.rev, two)).status).toBe(201);
    const { data: second } = await by.get<Rec>(path);
    const gone = (first.photos as Rec[])[0]?.documentId;
    expect((await by.remove(`${path}/files/photos/${gone}`, second.rev)).status).toBeLessThan(300);
    const { data: third } = await by.get<Rec>(path);
    const files = [
      [['批件.png'], []],
      [[], ['现场 1.png', '现场 2.png']],
      [[], ['批件.png']],
    ];
    const changes = async (address: string) => (await told(by, address)).map((one) => one.changes.photos);
    expect((await changes(`${path}/history`)).slice(0, 3)).toEqual(files);
    expect((await by.remove(path, third.rev)).status).toBe(204);
    const list = await changes(`/audit?document=${own.documentId}`);
    expect(list.slice(0, 4)).toEqual([[['现场 1.png', '现场 2.png'], []], ...files]);
  });
});

describe('an upload is refused and leaves nothing behind', () => {
  it.each([
    [
      'a page that calls itself a text',
      [{ name: 'x.html', type: 'text/html', content: Buffer.from('<script>') }],
      400,
    ],
    [
      'a drawing that can hold scripts',
      [{ name: 'x.svg', type: 'image/svg+xml', content: Buffer.from('<svg/>') }],
      400,
    ],
    [
      'a page that calls itself a picture',
      [{ name: 'x.png', type: 'image/png', content: Buffer.from('<html><script>alert(1)</script>') }],
      400,
    ],
    [
      'one good and one bad',
      [png, { name: 'x.exe', type: 'application/octet-stream', content: Buffer.from('MZ') }],
      400,
    ],
    ['nothing', [], 400],
    ['too many', Array.from({ length: 21 }, () => png), 400],
  ])('%s', async (_, files, status) => {
    const target = await make.activity();
    const before = storedFiles();
    const answer = await upload(by, target, 'photos', 1, files);
    expect(answer.status, answer.text).toBe(status);
    expect(answer.error.details.code).toMatch(/^[A-Z_]+$/);
    expect(storedFiles()).toEqual(before);
    expect((await by.get(`/activities/${target.documentId}`)).data).toMatchObject({ rev: 1 });
  });

  it.each([
    ['../../x.png', 'BAD_CHARACTERS', '改名'],
    [`${'长'.repeat(300)}.png`, 'TOO_LONG', '改短'],
  ])('the name %s is refused and says the way out', async (name, code, words) => {
    const target = await make.activity();
    const before = storedFiles();
    const answer = await upload(by, target, 'photos', 1, [{ ...png, name }]);
    expect(answer.status, answer.text).toBe(400);
    expect(answer.error.details.errors).toMatchObject([{ path: ['photos'], code }]);
    expect(answer.error.details.errors?.[0]?.message).toContain(words);
    expect(storedFiles()).toEqual(before);
  });

  it('from a stranger, to an unknown field, without or with a stale revision', async () => {
    const before = storedFiles();
    expect((await upload(stranger.client, activity, 'photos', 2, [png])).status).toBe(404);
    for (const field of ['nothing', 'title', 'unit', '__proto__']) {
      expect((await upload(by, activity, field, 2, [png])).status, field).toBe(404);
    }
    expect((await upload(by, activity, 'photos', 1, [png])).status).toBe(409);
    const form = new FormData();
    form.append('files', new Blob([new Uint8Array(PICTURE)], { type: 'image/png' }), 'x.png');
    const without = await by.call('POST', `/activities/${activity.documentId}/files/photos`, { raw: form });
    expect(without.status).toBe(428);
    expect(storedFiles()).toEqual(before);
  });

  it('to a record that is closed', async () => {
    const closed = await make.activity();
    await step(by, `/activities/${closed.documentId}`, 'cancel', '下雨');
    const answer = await upload(by, closed, 'photos', 2, [png]);
    expect([answer.status, answer.error.details.code]).toEqual([409, 'STATE_LOCKED']);
  });
});

describe('a field for one file', () => {
  it('keeps one, the newest, and the old one goes', async () => {
    const target = await make.activity();
    await uploadPicture(by, target, 'publicSecurityApproval');
    const approvals = async () => {
      const path = `/activities/${target.documentId}?populate[0]=publicSecurityApproval`;
      return (await by.get<Rec>(path)).data.publicSecurityApproval as Rec[];
    };
    const [first] = await approvals();
    expect((await upload(by, target, 'publicSecurityApproval', 2, [png, png])).status).toBe(400);
    expect((await upload(by, target, 'publicSecurityApproval', 2, [png])).status).toBe(201);
    const now = await approvals();
    expect(now).toHaveLength(1);
    expect(now[0]?.documentId).not.toBe(first?.documentId);
    expect((await by.get(`/files/${first?.documentId}`)).status).toBe(404);
  });
});

describe('taking a file away', () => {
  it('is for whom may edit the record, and the file itself goes too', async () => {
    const target = await make.activity();
    await uploadPicture(by, target, 'photos');
    const { data } = await by.get<Rec>(`/activities/${target.documentId}?populate[0]=photos`);
    const [file] = data.photos as Rec[];
    const address = `/activities/${target.documentId}/files/photos/${file?.documentId}`;
    expect((await stranger.client.remove(address, 2)).status).toBe(404);
    const before = storedFiles().length;
    expect((await by.remove(address, 2)).status).toBe(200);
    expect(storedFiles().length).toBeLessThan(before);
    expect((await by.get(`/files/${file?.documentId}`)).status).toBe(404);
    expect((await by.remove(address, 3)).status).toBe(404);
  });
});
