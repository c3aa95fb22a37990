import sharp, { type Sharp } from 'sharp';

/** A row of numbers from 0 to 1 that is the same at every run. */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Random = () => number;

const between = (random: Random, least: number, most: number) =>
  Math.floor(least + random() * (most - least + 1));

const colour = (random: Random) => `rgb(${[0, 1, 2].map(() => between(random, 0, 255)).join(',')})`;

const SIZES = [
  [400, 300],
  [300, 400],
  [400, 400],
  [480, 270],
] as const;

/** A picture of a gradient, some shapes and a camera's noise, as JPEG. */
export async function madePicture(random: Random): Promise<Buffer> {
  const [width, height] = SIZES[between(random, 0, SIZES.length - 1)] ?? SIZES[0];
  const shapes = Array.from({ length: between(random, 4, 25) }, () => shape(random, width, height));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>
    <linearGradient id="g" x1="0" y1="0" x2="${random()}" y2="1"><stop offset="0" stop-color="${colour(random)}"/>
    <stop offset="1" stop-color="${colour(random)}"/></linearGradient></defs>
    <rect width="${width}" height="${height}" fill="url(#g)"/>${shapes.join('')}</svg>`;
  const pixels = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer();
  const noise = between(random, 2, 14);
  const noisy = pixels.map((value) => Math.max(0, Math.min(255, value + (random() - 0.5) * 2 * noise)));
  return sharp(noisy, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
}

function shape(random: Random, width: number, height: number): string {
  const [x, y] = [between(random, 0, width), between(random, 0, height)];
  const [wide, high] = [between(random, 8, 140), between(random, 8, 140)];
  const look = `fill="${colour(random)}" opacity="${(0.4 + 0.6 * random()).toFixed(2)}"`;
  return random() < 0.5
    ? `<ellipse cx="${x}" cy="${y}" rx="${wide / 2}" ry="${high / 2}" ${look}/>`
    : `<rect x="${x - wide / 2}" y="${y - high / 2}" width="${wide}" height="${high}" ${look}
        transform="rotate(${between(random, 0, 90)} ${x} ${y})"/>`;
}

const jpeg = (picture: Sharp, quality = 85) => picture.jpeg({ quality }).toBuffer();

async function cut(picture: Buffer, random: Random): Promise<Buffer> {
  const { width, height } = await sharp(picture).metadata();
  const [left, right] = [random(), random()].map((share) => Math.floor(share * 0.1 * width)) as [
    number,
    number,
  ];
  const [top, low] = [random(), random()].map((share) => Math.floor(share * 0.1 * height)) as [
    number,
    number,
  ];
  return jpeg(sharp(picture).extract({ left, top, width: width - left - right, height: height - top - low }));
}

/** What people do to a picture before they send it again. */
export const COPIES: Record<string, (picture: Buffer, random: Random) => Promise<Buffer>> = {
  compressed: (picture, random) => jpeg(sharp(picture), between(random, 40, 80)),
  async resized(picture, random) {
    const { width, height } = await sharp(picture).metadata();
    const by = 0.3 + 1.2 * random();
    return jpeg(sharp(picture).resize(Math.round(width * by), Math.round(height * by), { fit: 'fill' }));
  },
  turned: (picture, random) => jpeg(sharp(picture).rotate(90 * between(random, 1, 3))),
  cut,
  async 'cut to the full on some sides'(picture, random) {
    const { width, height } = await sharp(picture).metadata();
    const share = () => (random() < 0.5 ? 0 : 0.1);
    const [left, right, top, low] = [
      share() * width,
      share() * width,
      share() * height,
      share() * height,
    ].map(Math.floor) as [number, number, number, number];
    return jpeg(
      sharp(picture).extract({ left, top, width: width - left - right, height: height - top - low }),
    );
  },
};
