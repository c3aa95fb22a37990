import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { ALIKE, difference, type Print, partsOf } from '@jiedui/shared/photo';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COPIES, madePicture, numbersFrom } from '../../../tests/unit/made-pictures';
import { type Look, lookAt } from './grey';

/** Pictures kept, and of how many each kind of copy is looked for; `npm run test:long` takes many more. */
const LONG = process.env.TEST_LONG === 'on';
const KEPT = LONG ? 3_000 : 200;
const COPIED = LONG ? 400 : 20;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'jiedui-photos-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function look(picture: Buffer): Promise<Look> {
  const file = path.join(folder, 'picture.jpg');
  await writeFile(file, picture);
  const found = await lookAt(file);
  if (!found) throw new Error('A made picture is not blank');
  return found;
}

/** The same look-up as that of the table: by equal parts, then bit by bit. */
class Kept {
  readonly #byPart = new Map<number, number[]>();
  readonly #prints: Print[] = [];

  add(print: Print): void {
    for (const part of partsOf(print)) {
      const held = this.#byPart.get(part) ?? [];
      held.push(this.#prints.length);
      this.#byPart.set(part, held);
    }
    this.#prints.push(print);
  }

  alike(copies: readonly Print[]): number[] {
    const parts = new Set(copies.flatMap(partsOf));
    const found = new Set([...parts].flatMap((part) => this.#byPart.get(part) ?? []));
    return [...found].filter((at) =>
      copies.some((copy) => difference(copy, this.#prints[at] ?? copy) <= ALIKE),
    );
  }
}

describe('a photo that was used before', () => {
  const kept = new Kept();
  const originals: Buffer[] = [];
  let flaggedAmongOriginals = 0;

  beforeAll(async () => {
    const random = numbersFrom(20_220_620);
    for (let at = 0; at < KEPT; at += 1) {
      const picture = await madePicture(random);
      const { print, copies } = await look(picture);
      if (kept.alike(copies).length > 0) flaggedAmongOriginals += 1;
      kept.add(print);
      if (at < COPIED) originals.push(picture);
    }
  }, 600_000);

  it('is never taken for another: at most one in a thousand that are new is flagged', () => {
    expect(flaggedAmongOriginals / KEPT).toBeLessThanOrEqual(0.001);
  });

  it.each(Object.entries(COPIES))(
    'is found again when it was %s: at least 95 of 100, and no other with it',
    async (name, copy) => {
      const random = numbersFrom(name.length);
      let found = 0;
      let wrong = 0;
      for (const [at, original] of originals.entries()) {
        const alike = kept.alike((await look(await copy(original, random))).copies);
        if (alike.includes(at)) found += 1;
        wrong += alike.filter((other) => other !== at).length;
      }
      expect(found / originals.length).toBeGreaterThanOrEqual(0.95);
      expect(wrong / originals.length).toBeLessThanOrEqual(0.001);
    },
    600_000,
  );
});
