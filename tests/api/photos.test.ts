import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Builders, builders, type Person, step } from './support/builders';
import { type Client, office, type Rec } from './support/client';
import { patchwork, upload } from './support/files';

let by: Client;
let make: Builders;
beforeAll(async () => {
  by = await office();
  make = builders(by);
});

/** Sends a photo and answers its address. */
async function send(client: Client, activity: Rec, content: Buffer): Promise<string> {
  const now = await by.get<Rec>(`/activities/${activity.documentId}`);
  const file = { name: '现场.jpg', type: 'image/jpeg', content };
  const answer = await upload(client, activity, 'photos', now.data.rev, [file]);
  expect(answer.status, answer.text).toBe(201);
  const after = await by.get<Rec>(`/activities/${activity.documentId}?populate[0]=photos`);
  return String((after.data.photos as Rec[]).at(-1)?.documentId);
}

const flagsOf = async (activity: Rec, client = by) =>
  (
    await client.get(
      `/photo-flags?filters[activity][documentId][$eq]=${activity.documentId}&populate[0]=earlierActivity`,
    )
  ).data;

const photo = async () =>
  sharp(await patchwork())
    .jpeg()
    .toBuffer();

/** As it comes back by another way: on its side, a little cut, smaller and compressed anew. */
const sentAgain = (content: Buffer) =>
  sharp(content)
    .extract({ left: 16, top: 0, width: 296, height: 304 })
    .rotate(90)
    .resize(200, 200)
    .jpeg({ quality: 60 })
    .toBuffer();

describe('a photo that was used before', () => {
  it('is flagged across units, whatever was done to it, and nothing else follows from that', async () => {
    const [first, later, other] = [await make.activity(), await make.activity(), await make.activity()];
    const original = await photo();
    const earlier = await send(by, first, original);
    const again = await send(by, later, await sentAgain(original));
    await send(by, other, await photo());
    const [flag, ...more] = await flagsOf(later);
    expect(more).toEqual([]);
    expect(flag).toMatchObject({
      kind: 'otherUnit',
      state: 'open',
      photo: again,
      earlierPhoto: earlier,
      earlierDay: '2022-11-18',
      earlierActivity: { documentId: first.documentId },
    });
    expect(flag?.difference).toBeLessThanOrEqual(20);
    expect(await flagsOf(first)).toEqual([]);
    expect(await flagsOf(other)).toEqual([]);
    expect((await by.get<Rec>(`/activities/${later.documentId}`)).data.state).toBe('planned');
  });

  it('is told apart by how far it came: within the activity, the unit, or from another', async () => {
    const unit = (await make.unit()).documentId;
    const [one, two] = [await make.activity({ unit }), await make.activity({ unit })];
    const original = await photo();
    await send(by, one, original);
    await send(by, one, original);
    await send(by, two, original);
    expect((await flagsOf(one)).map(({ kind }) => kind)).toEqual(['sameActivity']);
    expect((await flagsOf(two)).map(({ kind }) => kind)).toEqual(['sameUnit']);
  });

  it('is found when both are sent at the same moment', async () => {
    const original = await photo();
    const activities = await Promise.all(Array.from({ length: 4 }, () => make.activity()));
    await Promise.all(activities.map((activity) => send(by, activity, original)));
    const flags = (await Promise.all(activities.map((activity) => flagsOf(activity)))).flat();
    expect(new Set(flags.map((flag) => flag.photo)).size).toBe(3);
  });

  it('is forgotten when it is taken away', async () => {
    const original = await photo();
    const [first, later] = [await make.activity(), await make.activity()];
    const file = await send(by, first, original);
    await by.remove(`/activities/${first.documentId}/files/photos/${file}`, 2);
    await send(by, later, original);
    expect(await flagsOf(later)).toEqual([]);
  });

  it('is not looked for among papers: an approval may be used twice', async () => {
    const original = await photo();
    const file = { name: '批件.jpg', type: 'image/jpeg', content: original };
    for (const activity of [await make.activity(), await make.activity()]) {
      await upload(by, activity, 'publicSecurityApproval', 1, [file]);
      expect(await flagsOf(activity)).toEqual([]);
    }
  });
});

describe('what a flag means', () => {
  let town: Person;
  let otherTown: Person;
  let unit: Person;
  let flag: Rec;
  let at = '';
  let earlierPhoto = '';

  beforeAll(async () => {
    const place = await make.town();
    const own = await make.unit();
    town = await make.person('town', { town: place.documentId });
    otherTown = await make.person('town', { town: (await make.town()).documentId });
    unit = await make.person('unit', { unit: own.documentId });
    const station = await make.station({ town: place.documentId });
    const foreign = await make.activity();
    const activity = await make.activity({ unit: own.documentId, station: station.documentId });
    const original = await photo();
    earlierPhoto = await send(by, foreign, original);
    await send(unit.client, activity, original);
    [flag] = (await flagsOf(activity)) as [Rec];
    at = `/photo-flags/${flag.documentId}`;
  });

  it('is read by those whose activity it is, and decided by the town or the office', async () => {
    // What the other activity is called, as of any linked record; the activity itself is not theirs to open.
    const read = await unit.client.get<Rec>(`${at}?populate[0]=earlierActivity`);
    const { documentId } = read.data.earlierActivity as Rec;
    expect(read.data.state).toBe('open');
    expect((await unit.client.get(`/activities/${documentId}`)).status).toBe(404);
    expect((await unit.client.step(at, 'dismiss', 1, '不是')).status).toBe(403);
    expect((await otherTown.client.get(at)).status).toBe(404);
    expect((await otherTown.client.step(at, 'dismiss', 1, '不是')).status).toBe(404);
    expect((await by.put(at, { data: { note: 'x' } }, 1)).status).toBe(403);
  });

  it('shows both photos to whoever decides, though the earlier one is of an activity out of reach', async () => {
    const seen = (client: Client) => client.get(`/files/${earlierPhoto}`).then(({ status }) => status);
    expect(await seen(town.client)).toBe(200);
    expect(await seen(otherTown.client)).toBe(404);
    expect(await seen(unit.client)).toBe(404);
  });

  it('is decided with a reason, which stays on it', async () => {
    expect((await town.client.step(at, 'confirm', 1)).error.details.code).toBe('REASON_REQUIRED');
    const decided = await town.client.step(at, 'confirm', 1, '两次活动用了同一张');
    expect(decided.data).toMatchObject({ state: 'reuse', note: '两次活动用了同一张' });
    expect(decided.data.decidedAt).toBeTypeOf('string');
    expect((await town.client.step(at, 'reopen', 2, '再看')).status).toBe(403);
    expect(await step(by, at, 'reopen', '请再核对')).toMatchObject({
      state: 'open',
      note: null,
      decidedAt: null,
    });
  });
});
