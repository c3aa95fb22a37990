import { existsSync } from 'node:fs';
import path from 'node:path';
import type { StoryItem } from '@jiedui/shared/story-api';
import sharp from 'sharp';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type Builders, builders, step } from './support/builders';
import { type Client, office, type Rec } from './support/client';
import { follow, published, reader } from './support/published';
import { edit, fileOf, paragraph, picture, pictureOf, TO_PUBLISHED, text, walk } from './support/story';

let by: Client;
let make: Builders;
let client: Client;
beforeAll(async () => {
  by = await office();
  make = builders(by);
  ({ client } = await reader(by, make));
});

const read = (address: string, headers: Record<string, string> = {}) =>
  fetch(address.startsWith('/') ? `${inject('server').url}${address}` : address, { headers });
const itemOf = async (story: Rec) => (await client.get<StoryItem>(`/stories/${story.documentId}`)).data;
const SIZES = ['small', 'medium', 'large', 'social'];
const folderOf = (key: string) => path.join(inject('server').dataDir, 'released-pictures', key);

describe('a picture that is out', () => {
  it('is given at its sizes, as the reader takes it, and no larger than it is', async () => {
    const { story } = await published(by, make, {}, [{ caption: '现场' }]);
    const [shown] = (await itemOf(story)).pictures;
    if (!shown) throw new Error('No picture');
    expect(shown.sizes.large.width).toBe(Math.min(1600, shown.width));
    for (const size of SIZES) {
      for (const type of ['image/webp', 'image/jpeg']) {
        const answer = await read(`/media/${shown.key}/${size}`, { Accept: type });
        expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
        const made = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
        const wide = size === 'social' ? 1200 : shown.sizes[size as 'small'].width;
        expect(made.width).toBe(wide);
        const headers = { Accept: type, 'If-None-Match': String(answer.headers.get('etag')) };
        expect((await read(`/media/${shown.key}/${size}`, headers)).status).toBe(304);
      }
    }
    for (const size of ['original', 'huge', 'Small', '../small'])
      expect((await read(`/media/${shown.key}/${size}`)).status, size).toBe(404);
  });

  it('is gone everywhere from the moment at which somebody in it takes back their consent', async () => {
    const story = await make.publishable();
    const photo = await pictureOf(by, make, story, { people: 'adults', persons: 1 });
    const consent = await make.portraitConsent({ photo: photo.documentId, givenOn: '2022-11-01' });
    await step(by, `/portrait-consents/${consent.documentId}`, 'give');
    const content = [paragraph(text('开头')), picture(fileOf(photo))];
    const out = await walk(by, await edit(by, story, { content }), ...TO_PUBLISHED);
    const { cursor } = await follow(client, null);
    const before = await itemOf(out);
    const key = String(before.pictures[0]?.key);
    expect(before.html).toContain(key);
    const seen = await read(`/media/${key}/small`);
    expect(seen.status).toBe(200);
    expect(existsSync(folderOf(key))).toBe(true);
    await step(by, `/portrait-consents/${consent.documentId}`, 'withdraw', '本人要求');
    const headers = { 'If-None-Match': String(seen.headers.get('etag')) };
    for (const size of SIZES) {
      const answer = await read(`/media/${key}/${size}`, headers);
      expect([answer.status, (await answer.json()).error.details.code]).toEqual([410, 'WITHDRAWN']);
    }
    const after = await itemOf(out);
    expect(after.html).not.toContain(key);
    expect([after.pictures, after.cover]).toEqual([[], null]);
    expect(after.removedPictures).toEqual([{ key, reason: 'consentWithdrawn' }]);
    const { changes } = await follow(client, cursor);
    expect(changes).toMatchObject([{ documentId: out.documentId, removedPictures: [{ key }] }]);
    expect(existsSync(folderOf(key))).toBe(false);
  });

  it('is gone with its story', async () => {
    const { story } = await published(by, make, {}, [{}]);
    const { key } = (await itemOf(story)).pictures[0] ?? { key: '' };
    expect((await read(`/media/${key}/large`)).status).toBe(200);
    await walk(by, story, 'withdraw');
    expect((await read(`/media/${key}/large`)).status).toBe(410);
    const answer = await client.get(`/stories/${story.documentId}`);
    expect([answer.status, answer.error.details.code]).toEqual([410, 'WITHDRAWN']);
  });

  it.each(['/media/aaaaaaaaaaaaaaaaaaaaaaaa/small', '/media/..%2f..%2fsecrets.json/small', '/media/x/y/z'])(
    'is at no other address: %s',
    async (address) => {
      expect((await read(address)).status).toBe(404);
    },
  );
});
