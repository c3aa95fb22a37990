import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { builders } from './support/builders';
import { type Client, office, type Rec } from './support/client';
import { storedFiles, upload } from './support/files';

let by: Client;
let make: ReturnType<typeof builders>;

beforeAll(async () => {
  by = await office();
  make = builders(by);
});

/** As a phone held upright sends it: lying on its side, with a note to turn it and where it was taken. */
function fromPhone(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#c03020' } })
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Make: 'Phone of the test' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 14/1 0/1' },
    })
    .jpeg()
    .toBuffer();
}

async function stored(target: Rec, query = ''): Promise<Buffer> {
  const found = await by.get<Rec>(`/activities/${target.documentId}?populate[0]=photos`);
  const [photo] = found.data.photos as Rec[];
  const answer = await fetch(`${by.url}/api/files/${photo?.documentId}${query}`, {
    headers: { Authorization: `Bearer ${by.token}` },
  });
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

const jpeg = (content: Buffer) => ({ name: '现场.jpg', type: 'image/jpeg', content });

describe('a picture from a phone', () => {
  it('is stored upright, no larger than we show it, without the place it was taken at', async () => {
    const sent = await fromPhone(4000, 3000);
    expect((await sharp(sent).metadata()).orientation).toBe(6);
    expect(sent.includes('Phone of the test')).toBe(true);
    const target = await make.activity();
    expect((await upload(by, target, 'photos', 1, [jpeg(sent)])).status).toBe(201);
    for (const [query, width, height] of [
      ['', 1920, 2560],
      ['?size=thumbnail', 117, 156],
    ] as const) {
      const kept = await stored(target, query);
      const { exif, orientation, ...size } = await sharp(kept).metadata();
      expect({ exif, orientation, width: size.width, height: size.height }).toEqual({
        exif: undefined,
        orientation: undefined,
        width,
        height,
      });
      expect(kept.includes('Phone of the test')).toBe(false);
    }
  });

  it('is not enlarged', async () => {
    const target = await make.activity();
    await upload(by, target, 'photos', 1, [jpeg(await fromPhone(400, 300))]);
    expect(await sharp(await stored(target)).metadata()).toMatchObject({ width: 300, height: 400 });
  });

  it('that was cut off on the way is refused with a way out, and nothing of it stays', async () => {
    const target = await make.activity();
    const before = storedFiles();
    const answer = await upload(by, target, 'photos', 1, [
      jpeg((await fromPhone(400, 300)).subarray(0, 300)),
    ]);
    expect(answer.status).toBe(400);
    expect(answer.error.details.errors).toMatchObject([{ path: ['photos'], code: 'WRONG_TYPE' }]);
    expect(answer.text).toContain('重新选择');
    expect(storedFiles()).toEqual(before);
  });
});
